package org.benchconnect.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.Map;
import org.benchconnect.core.signal.Severity;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.service.cm.Configuration;

/** The shell in a running framework with the Configuration Admin that we ship. */
class SettingsKeeperTest {
    @AutoClose
    private SettingsInFramework settings;

    @BeforeEach
    void startFramework(@TempDir Path empty) throws Exception {
        settings = new SettingsInFramework(empty);
    }

    private Object percent() {
        try {
            Configuration[] found = settings.admin.listConfigurations("(service.pid=" + Schemas.PID + ")");
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
        settings.install("1.0.0", Schemas.XML);
        settings.write("{\"test.thing\":{\"laser-warning-percent\":7}}");

        settings.open();

        assertEquals(7, percent());
        settings.notifications.awaitHealthy();
    }

    @Test
    void withoutAFileNothingIsConfigured() throws Exception {
        settings.install("1.0.0", Schemas.XML);

        settings.open();

        assertEquals("none", percent());
        settings.notifications.awaitHealthy();
        assertFalse(Files.exists(settings.file()));
    }

    @Test
    void aChangeCountsWithoutARestartAndSoDoesItsRemoval() throws Exception {
        settings.install("1.0.0", Schemas.XML);
        settings.open();

        settings.write("{\"test.thing\":{\"laser-warning-percent\":7}}");
        Await.until(() -> percent().equals(7));
        settings.write("{\"test.thing\":{\"laser-warning-percent\":8}} ");
        Await.until(() -> percent().equals(8));
        Files.delete(settings.file());
        Await.until(() -> percent().equals("none"));
    }

    @Test
    void aMistakeIsANoticeAndTheComponentKeepsWhatItHas() throws Exception {
        settings.install("1.0.0", Schemas.XML);
        settings.write("{\"test.thing\":{\"laser-warning-percent\":7}}");
        settings.open();

        settings.write("{\"test.thing\":{\n\"laser-warning-percent\":700}}");
        settings.notifications.await("LINE=n2;COLUMN=n25", Severity.FAULT);
        assertEquals(7, percent());

        settings.write("{\"test.thing\":{\"laser-warning-percent\":9}}  ");
        settings.notifications.awaitHealthy();
        assertEquals(9, percent());
    }

    @Test
    void anUnreadableFileChangesNothing() throws Exception {
        settings.install("1.0.0", Schemas.XML);
        settings.write("{\"test.thing\":{\"laser-warning-percent\":7}}");
        settings.open();

        Files.delete(settings.file());
        Files.createDirectory(settings.file());

        settings.notifications.await("FILE_UNREADABLE", Severity.FAULT);
        assertEquals(7, percent());
    }

    @Test
    @Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void aNamedPipeIsNotOpenedSoThatTheStartDoesNotHang() throws Exception {
        makePipe(settings.file());

        settings.open();

        settings.notifications.await("FILE_UNREADABLE", Severity.FAULT);
    }

    @Test
    @Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void aLinkToANamedPipeIsNotOpenedEither() throws Exception {
        makePipe(settings.folder.resolve("pipe"));
        Files.createSymbolicLink(settings.file(), settings.folder.resolve("pipe"));

        settings.open();

        settings.notifications.await("FILE_UNREADABLE", Severity.FAULT);
    }

    @Test
    void aLinkToAFileIsFollowed() throws Exception {
        settings.install("1.0.0", Schemas.XML);
        Path target = Files.writeString(
                settings.folder.resolve("elsewhere.json"), "{\"test.thing\":{\"laser-warning-percent\":7}}");
        Files.createSymbolicLink(settings.file(), target);

        settings.open();

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
        settings.write("{\"test.thing\":{\"laser-warning-percent\":7}}");
        settings.open();
        settings.notifications.await("UNKNOWN_SECTION", Severity.WARNING);

        settings.install("1.0.0", Schemas.XML);

        assertEquals(7, percent());
        settings.notifications.awaitHealthy();
    }

    @Test
    void aSwapLeavesTheConfigurationInForce() throws Exception {
        Bundle old = settings.install("1.0.0", Schemas.XML);
        old.start();
        settings.write("{\"test.thing\":{\"laser-warning-percent\":7}}");
        SettingsKeeper keeper = settings.open();
        long change = settings.admin.getConfiguration(Schemas.PID, "?").getChangeCount();

        Bundle successor = settings.install("1.0.1", Schemas.XML);
        old.stop();
        successor.start();
        old.uninstall();

        Await.until(() -> keeper.status().facts().encode().contains("SECTIONS=n1"));
        assertEquals(7, percent());
        assertEquals(change, settings.admin.getConfiguration(Schemas.PID, "?").getChangeCount());
    }

    @Test
    void aNoticeThatCouldNotBeStoredIsSaidAgain() throws Exception {
        settings.notifications.failures.set(3);
        settings.write("{");

        settings.open();

        settings.notifications.await("NOT_JSON", Severity.FAULT);
        assertTrue(settings.notifications.failures.get() <= 0);
    }

    @Test
    void theStatusCountsDeviations() throws Exception {
        settings.install("1.0.0", Schemas.XML);
        settings.write("{\"test.thing\":{\"laser-warning-percent\":7,\"enabled\":false}}");

        SettingsKeeper keeper = settings.open();

        assertEquals(
                "FILE=btrue;SECTIONS=n1;DEVIATIONS=n1;PROBLEMS=n0",
                keeper.status().facts().encode());
    }

    @Test
    void otherConfigurationsAreNotTouched() throws Exception {
        Configuration other = settings.admin.getConfiguration("com.example.other", "?");
        other.update(new Hashtable<>(Map.of("a", "b")));

        settings.open();

        assertNull(settings.admin.listConfigurations("(service.pid=org.benchconnect.*)"));
        assertEquals(1, settings.admin.listConfigurations("(service.pid=com.example.other)").length);
    }
}
