package org.benchconnect.upgrade.attack;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Modules, honest and others. */
final class Bundles {
    private Bundles() {}

    /** A module of this name with further lines in its manifest. */
    static byte[] named(String symbolicName, String... lines) {
        return jar(manifest(symbolicName, lines));
    }

    /** The text of a manifest. */
    static String manifest(String symbolicName, String... lines) {
        return "Manifest-Version: 1.0\r\nBundle-ManifestVersion: 2\r\nBundle-SymbolicName: " + symbolicName
                + "\r\nBundle-Version: 1.0.0\r\n" + String.join("", lines(lines)) + "\r\n";
    }

    private static String[] lines(String... lines) {
        String[] ended = lines.clone();
        for (int i = 0; i < ended.length; i++) {
            ended[i] += "\r\n";
        }
        return ended;
    }

    /** A jar of this manifest and of files, which alternate with their content. */
    static byte[] jar(String manifest, String... files) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            entry(zip, "META-INF/MANIFEST.MF", manifest.getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < files.length; i += 2) {
                entry(zip, files[i], files[i + 1].getBytes(StandardCharsets.UTF_8));
            }
            entry(zip, "filling", noise(3000));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** A bundle that a download is worth going on with. */
    static byte[] large(String symbolicName, int length) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            entry(zip, "META-INF/MANIFEST.MF", manifest(symbolicName).getBytes(StandardCharsets.UTF_8));
            entry(zip, "content", noise(length));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** A jar whose list of entries has so many comments of 65,000 characters, which no compressor makes much smaller. */
    static byte[] commented(String manifest, int comments) {
        String comment = HexFormat.of().formatHex(noise(32_500));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            entry(zip, "META-INF/MANIFEST.MF", manifest.getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < comments; i++) {
                ZipEntry entry = new ZipEntry("e" + i);
                entry.setTime(0);
                entry.setComment(comment);
                zip.putNextEntry(entry);
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Writes one entry, always with the same time. */
    static void entry(ZipOutputStream zip, String name, byte[] content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTime(0);
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }

    /** Bytes that no compressor makes smaller; always the same. */
    static byte[] noise(int length) {
        byte[] noise = new byte[length];
        new Random(7).nextBytes(noise);
        return noise;
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The bytes with another text of the same length in every place of one. */
    static byte[] replaced(byte[] bytes, String old, String other) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        if (old.length() != other.length() || !text.contains(old)) {
            throw new IllegalArgumentException(old);
        }
        return text.replace(old, other).getBytes(StandardCharsets.ISO_8859_1);
    }
}
