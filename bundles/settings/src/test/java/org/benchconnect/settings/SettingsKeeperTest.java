package org.benchconnect.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.apache.felix.cm.file.FilePersistenceManager;
import org.apache.felix.framework.FrameworkFactory;
import org.benchconnect.core.signal.Severity;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.launch.Framework;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;

/** The shell in a running framework with the Configuration Admin that we ship. */
class SettingsKeeperTest {
    private static final long LOOK_MILLISECONDS = 5;

    private Path folder;
    private Framework framework;
    private ConfigurationAdmin admin;
    private final RecordedNotifications notifications = new RecordedNotifications();
    private final List<SettingsKeeper> opened = new ArrayList<>();

    @BeforeEach
    void startFramework(@TempDir Path empty) throws BundleException {
        folder = empty;
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
        ServiceReference<ConfigurationAdmin> reference =
                Objects.requireNonNull(context.getServiceReference(ConfigurationAdmin.class));
        admin = context.getService(reference);
    }

    @AfterEach
    void stopFramework() throws BundleException, InterruptedException {
        opened.forEach(SettingsKeeper::close);
        framework.stop();
        framework.waitForStop(10_000);
    }

    private SettingsKeeper open() {
        SettingsKeeper keeper = new SettingsKeeper(framework.getBundleContext(), admin, file(), LOOK_MILLISECONDS);
        keeper.bindNotifications(notifications);
        opened.add(keeper);
        return keeper;
    }

    private Path file() {
        return folder.resolve("agent.json");
    }

    /** As an editor does: a new file in place of the old one. */
    private void write(String text) throws IOException {
        Path draft = Files.writeString(folder.resolve("draft"), text);
        Files.move(draft, file(), StandardCopyOption.REPLACE_EXISTING);
    }

    private Bundle install(String version) throws IOException, BundleException {
        Manifest manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        main.putValue(Constants.BUNDLE_MANIFESTVERSION, "2");
        main.putValue(Constants.BUNDLE_SYMBOLICNAME, "test.thing");
        main.putValue(Constants.BUNDLE_VERSION, version);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarOutputStream jar = new JarOutputStream(bytes, manifest)) {
            jar.putNextEntry(new ZipEntry("OSGI-INF/metatype/thing.xml"));
            jar.write(Schemas.XML.getBytes(StandardCharsets.UTF_8));
        }
        try (InputStream in = new ByteArrayInputStream(bytes.toByteArray())) {
            return framework.getBundleContext().installBundle("test:" + version, in);
        }
    }

    private Object percent() {
        try {
            Configuration[] found = admin.listConfigurations("(service.pid=" + Schemas.PID + ")");
            Dictionary<String, Object> properties = found == null ? null : found[0].getProperties();
            return properties == null ? "none" : properties.get("laser.warning.percent");
        } catch (IllegalStateException deletedMeanwhile) {
            return "none";
        } catch (IOException | InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void theFileIsInForceBeforeTheComponentIsActive() throws Exception {
        install("1.0.0");
        write("{\"test.thing\":{\"laser-warning-percent\":7}}");

        open();

        assertEquals(7, percent());
        notifications.awaitHealthy();
    }

    @Test
    void withoutAFileNothingIsConfigured() throws Exception {
        install("1.0.0");

        open();

        assertEquals("none", percent());
        notifications.awaitHealthy();
        assertFalse(Files.exists(file()));
    }

    @Test
    void aChangeCountsWithoutARestartAndSoDoesItsRemoval() throws Exception {
        install("1.0.0");
        open();

        write("{\"test.thing\":{\"laser-warning-percent\":7}}");
        Await.until(() -> percent().equals(7));
        write("{\"test.thing\":{\"laser-warning-percent\":8}} ");
        Await.until(() -> percent().equals(8));
        Files.delete(file());
        Await.until(() -> percent().equals("none"));
    }

    @Test
    void aMistakeIsANoticeAndTheComponentKeepsWhatItHas() throws Exception {
        install("1.0.0");
        write("{\"test.thing\":{\"laser-warning-percent\":7}}");
        open();

        write("{\"test.thing\":{\n\"laser-warning-percent\":700}}");
        notifications.await("LINE=n2;COLUMN=n25", Severity.FAULT);
        assertEquals(7, percent());

        write("{\"test.thing\":{\"laser-warning-percent\":9}}  ");
        notifications.awaitHealthy();
        assertEquals(9, percent());
    }

    @Test
    void anUnreadableFileChangesNothing() throws Exception {
        install("1.0.0");
        write("{\"test.thing\":{\"laser-warning-percent\":7}}");
        open();

        Files.delete(file());
        Files.createDirectory(file());

        notifications.await("FILE_UNREADABLE", Severity.FAULT);
        assertEquals(7, percent());
    }

    @Test
    @Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void aNamedPipeIsNotOpenedSoThatTheStartDoesNotHang() throws Exception {
        makePipe(file());

        open();

        notifications.await("FILE_UNREADABLE", Severity.FAULT);
    }

    @Test
    @Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void aLinkToANamedPipeIsNotOpenedEither() throws Exception {
        makePipe(folder.resolve("pipe"));
        Files.createSymbolicLink(file(), folder.resolve("pipe"));

        open();

        notifications.await("FILE_UNREADABLE", Severity.FAULT);
    }

    @Test
    void aLinkToAFileIsFollowed() throws Exception {
        install("1.0.0");
        Path target =
                Files.writeString(folder.resolve("elsewhere.json"), "{\"test.thing\":{\"laser-warning-percent\":7}}");
        Files.createSymbolicLink(file(), target);

        open();

        assertEquals(7, percent());
    }

    private static void makePipe(Path where) throws InterruptedException {
        try {
            assumeTrue(
                    new ProcessBuilder("mkfifo", where.toString()).start().waitFor() == 0, "no pipe can be made here");
        } catch (IOException e) {
            assumeTrue(false, "this machine has no mkfifo");
        }
    }

    @Test
    void aModuleThatComesLaterHasItsSettingsWhenItIsInstalled() throws Exception {
        write("{\"test.thing\":{\"laser-warning-percent\":7}}");
        open();
        notifications.await("UNKNOWN_SECTION", Severity.WARNING);

        install("1.0.0");

        assertEquals(7, percent());
        notifications.awaitHealthy();
    }

    @Test
    void aSwapLeavesTheConfigurationInForce() throws Exception {
        Bundle old = install("1.0.0");
        old.start();
        write("{\"test.thing\":{\"laser-warning-percent\":7}}");
        SettingsKeeper keeper = open();
        long change = admin.getConfiguration(Schemas.PID, "?").getChangeCount();

        Bundle successor = install("1.0.1");
        old.stop();
        successor.start();
        old.uninstall();

        Await.until(() -> keeper.status().facts().encode().contains("SECTIONS=n1"));
        assertEquals(7, percent());
        assertEquals(change, admin.getConfiguration(Schemas.PID, "?").getChangeCount());
    }

    @Test
    void aNoticeThatCouldNotBeStoredIsSaidAgain() throws Exception {
        notifications.failures.set(3);
        write("{");

        open();

        notifications.await("NOT_JSON", Severity.FAULT);
        assertTrue(notifications.failures.get() <= 0);
    }

    @Test
    void theStatusCountsDeviations() throws Exception {
        install("1.0.0");
        write("{\"test.thing\":{\"laser-warning-percent\":7,\"enabled\":false}}");

        SettingsKeeper keeper = open();

        assertEquals(
                "FILE=btrue;SECTIONS=n1;DEVIATIONS=n1;PROBLEMS=n0",
                keeper.status().facts().encode());
    }

    @Test
    void otherConfigurationsAreNotTouched() throws Exception {
        Configuration other = admin.getConfiguration("com.example.other", "?");
        other.update(new Hashtable<>(Map.of("a", "b")));

        open();

        assertNull(admin.listConfigurations("(service.pid=org.benchconnect.*)"));
        assertEquals(1, admin.listConfigurations("(service.pid=com.example.other)").length);
    }
}
