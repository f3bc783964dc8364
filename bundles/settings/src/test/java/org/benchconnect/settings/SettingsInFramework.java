package org.benchconnect.settings;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.apache.felix.cm.file.FilePersistenceManager;
import org.apache.felix.framework.FrameworkFactory;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;
import org.osgi.service.cm.ConfigurationAdmin;

/** A framework with the Configuration Admin that we ship, a file of settings, and what reads it. */
final class SettingsInFramework implements AutoCloseable {
    private static final long LOOK_MILLISECONDS = 5;

    final Path folder;
    final Framework framework;
    final ConfigurationAdmin admin;
    final RecordedNotifications notifications = new RecordedNotifications();
    private final List<SettingsKeeper> opened = new ArrayList<>();

    /** The framework has started, nothing reads the settings. */
    SettingsInFramework(Path folder) throws BundleException {
        this.folder = folder;
        framework = new FrameworkFactory()
                .newFramework(Map.of(
                        Constants.FRAMEWORK_STORAGE,
                        folder.resolve("cache").toString(),
                        Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA,
                        "org.osgi.service.cm;version=1.6.1"));
        framework.start();
        BundleContext context = framework.getBundleContext();
        context.installBundle(FilePersistenceManager.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toString())
                .start();
        admin = context.getService(Objects.requireNonNull(context.getServiceReference(ConfigurationAdmin.class)));
    }

    SettingsKeeper open() {
        SettingsKeeper keeper = new SettingsKeeper(framework.getBundleContext(), admin, file(), LOOK_MILLISECONDS);
        keeper.bindNotifications(notifications);
        opened.add(keeper);
        return keeper;
    }

    Path file() {
        return folder.resolve("agent.json");
    }

    /** As an editor does: a new file in place of the old one. */
    void write(String text) throws IOException {
        Path draft = Files.writeString(folder.resolve("draft"), text);
        Files.move(draft, file(), StandardCopyOption.REPLACE_EXISTING);
    }

    /** A module with this schema of its settings. */
    Bundle install(String version, String schema) throws IOException, BundleException {
        Manifest manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        main.putValue(Constants.BUNDLE_MANIFESTVERSION, "2");
        main.putValue(Constants.BUNDLE_SYMBOLICNAME, "test.thing");
        main.putValue(Constants.BUNDLE_VERSION, version);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarOutputStream jar = new JarOutputStream(bytes, manifest)) {
            jar.putNextEntry(new ZipEntry("OSGI-INF/metatype/thing.xml"));
            jar.write(schema.getBytes(StandardCharsets.UTF_8));
        }
        try (InputStream in = new ByteArrayInputStream(bytes.toByteArray())) {
            return framework.getBundleContext().installBundle("test:" + version, in);
        }
    }

    @Override
    public void close() throws Exception {
        opened.forEach(SettingsKeeper::close);
        framework.stop();
        framework.waitForStop(10_000);
    }
}
