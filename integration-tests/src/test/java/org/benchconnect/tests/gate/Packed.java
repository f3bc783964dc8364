package org.benchconnect.tests.gate;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.Constants;

/** Makes a real jar with a manifest, out of classes of these tests. */
final class Packed {
    private final Map<String, String> headers = new LinkedHashMap<>();
    private final Map<String, byte[]> files = new LinkedHashMap<>();

    private Packed() {}

    /** A jar without any header of OSGi. */
    static Packed plain() {
        return new Packed();
    }

    /** A bundle. */
    static Packed module(String symbolicName) {
        return new Packed()
                .with(Constants.BUNDLE_MANIFESTVERSION, "2")
                .with(Constants.BUNDLE_SYMBOLICNAME, symbolicName);
    }

    /** A bundle that is started. */
    static Packed module(String symbolicName, Class<? extends BundleActivator> activator) {
        return module(symbolicName)
                .with(Constants.IMPORT_PACKAGE, "org.osgi.framework")
                .with(Constants.BUNDLE_ACTIVATOR, activator.getName())
                .with(activator);
    }

    Packed version(String version) {
        return with(Constants.BUNDLE_VERSION, version);
    }

    Packed with(String header, String value) {
        headers.put(header, value);
        return this;
    }

    Packed with(Class<?> type) {
        String name = type.getName().replace('.', '/') + ".class";
        try (InputStream in = type.getClassLoader().getResourceAsStream(name)) {
            return with(name, in.readAllBytes());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    Packed with(String file, byte[] content) {
        files.put(file, content);
        return this;
    }

    byte[] jar() {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        headers.forEach(manifest.getMainAttributes()::putValue);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarOutputStream jar = new JarOutputStream(bytes)) {
            ByteArrayOutputStream first = new ByteArrayOutputStream();
            manifest.write(first);
            write(jar, "META-INF/MANIFEST.MF", first.toByteArray());
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                write(jar, file.getKey(), file.getValue());
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** With a fixed time: the same content is the same bytes, whenever it is packed. */
    private static void write(JarOutputStream jar, String name, byte[] content) throws IOException {
        JarEntry entry = new JarEntry(name);
        entry.setTime(0);
        jar.putNextEntry(entry);
        jar.write(content);
        jar.closeEntry();
    }
}
