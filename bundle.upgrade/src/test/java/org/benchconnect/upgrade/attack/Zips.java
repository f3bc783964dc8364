package org.benchconnect.upgrade.attack;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipOutputStream;

/** Zip files of repositories, and changes of their bytes. */
final class Zips {
    private static final int CENTRAL = 0x02014b50;
    private static final int LOCAL = 0x04034b50;

    private Zips() {}

    /** The files of a folder, by name. */
    static Map<String, byte[]> files(Path folder) {
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.filter(Files::isRegularFile).toList()) {
                files.put(folder.relativize(each).toString().replace('\\', '/'), Files.readAllBytes(each));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    /** A folder as a zip file. */
    static byte[] of(Path folder) {
        return of(files(folder));
    }

    /** These files as a zip file. */
    static byte[] of(Map<String, byte[]> files) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                Bundles.entry(zip, file.getKey(), file.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static Path write(Path file, byte[] bytes) {
        try {
            return Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where the list of entries describes this one. */
    static int central(byte[] zip, String name) {
        return header(zip, name, CENTRAL, 46);
    }

    /** Where the entry itself begins. */
    static int local(byte[] zip, String name) {
        return header(zip, name, LOCAL, 30);
    }

    private static int header(byte[] zip, String name, int signature, int length) {
        ByteBuffer bytes = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
        byte[] wanted = name.getBytes(StandardCharsets.UTF_8);
        for (int at = 0; at + length + wanted.length <= zip.length; at++) {
            if (bytes.getInt(at) == signature
                    && ByteBuffer.wrap(zip, at + length, wanted.length).equals(ByteBuffer.wrap(wanted))) {
                return at;
            }
        }
        throw new IllegalArgumentException("no entry " + name);
    }

    /** The zip file with another 32-bit number at a place. */
    static byte[] with32(byte[] zip, int at, int value) {
        byte[] changed = zip.clone();
        ByteBuffer.wrap(changed).order(ByteOrder.LITTLE_ENDIAN).putInt(at, value);
        return changed;
    }

    /** The zip file with another 16-bit number at a place. */
    static byte[] with16(byte[] zip, int at, int value) {
        byte[] changed = zip.clone();
        ByteBuffer.wrap(changed).order(ByteOrder.LITTLE_ENDIAN).putShort(at, (short) value);
        return changed;
    }

    /** One after the other. */
    static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            joined.writeBytes(part);
        }
        return joined.toByteArray();
    }
}
