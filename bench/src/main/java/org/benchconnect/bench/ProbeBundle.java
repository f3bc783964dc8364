package org.benchconnect.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.benchconnect.bench.probe.Probe;
import org.osgi.framework.Constants;

/** Packs {@link Probe} into a bundle. */
final class ProbeBundle {
    private ProbeBundle() {}

    static void write(Path jar) throws IOException {
        Manifest manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        main.putValue(Constants.BUNDLE_MANIFESTVERSION, "2");
        main.putValue(Constants.BUNDLE_SYMBOLICNAME, "org.benchconnect.bench.probe");
        main.putValue(Constants.BUNDLE_VERSION, "1.0.0");
        main.putValue(Constants.BUNDLE_ACTIVATOR, Probe.class.getName());
        main.putValue(Constants.IMPORT_PACKAGE, "org.osgi.framework");
        String path = Probe.class.getName().replace('.', '/') + ".class";
        Files.createDirectories(jar.getParent());
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest);
                InputStream in = Probe.class.getClassLoader().getResourceAsStream(path)) {
            if (in == null) {
                throw new IOException("the probe's class is missing");
            }
            out.putNextEntry(new ZipEntry(path));
            in.transferTo(out);
        }
    }
}
