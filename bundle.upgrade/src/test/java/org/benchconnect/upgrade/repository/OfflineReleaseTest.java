package org.benchconnect.upgrade.repository;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.benchconnect.upgrade.tuf.ExpiredMetadataException;
import org.benchconnect.upgrade.tuf.Limits;
import org.benchconnect.upgrade.tuf.ReleaseClient;
import org.benchconnect.upgrade.tuf.ReleaseSource;
import org.benchconnect.upgrade.tuf.RolledBackException;
import org.benchconnect.upgrade.tuf.Target;
import org.benchconnect.upgrade.tuf.UntrustedMetadataException;
import org.benchconnect.upgrade.tuf.testing.ReleaseRepositorySimulator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A stick with a release that expired, the real verifier, and what an administrator's window changes. */
class OfflineReleaseTest {
    private static final Instant PUBLISHED = Instant.parse("2026-03-02T09:00:00Z");
    private static final byte[] MODULE = {1, 2, 3};

    @TempDir
    Path folder;

    private Path installation;
    private Path stick;
    private ReleaseRepositorySimulator repository;

    @BeforeEach
    void publish() throws IOException {
        repository = ReleaseRepositorySimulator.at(PUBLISHED)
                .expires("root", PUBLISHED.plus(Duration.ofDays(365)))
                .target("targets", "modules/a.jar", MODULE)
                .publish();
        stick = Files.createDirectories(folder.resolve("stick"));
        repository.writeTo(stick);
        installation = folder.resolve("installation");
        VendorFolder.in(installation).root(new String(repository.root(), StandardCharsets.UTF_8));
    }

    private ReleaseClient refreshed(Instant now) throws Exception {
        ReleaseSource source = FolderSource.open(stick, new Meter(Caps.standard(), System::nanoTime));
        ReleaseClient client = new ReleaseClient(
                TrustFolder.open(
                        folder.resolve("home"), VendorProfile.read(installation).orElseThrow()),
                source,
                Limits.standard(),
                now,
                new OfflineWindowFile(installation).tolerance(now));
        client.refresh();
        return client;
    }

    private void openWindow(Instant when) throws Exception {
        new OfflineWindowFile(installation).open(OfflineWindow.open("A. Person", 14, 30, when));
    }

    private static Instant days(int days) {
        return PUBLISHED.plus(Duration.ofDays(days));
    }

    @Test
    void aReleaseOnAStickIsVerifiedAndStaged() throws Exception {
        ReleaseClient client = refreshed(days(1));
        Target target = client.find("modules/a.jar").orElseThrow();
        Downloads.Content<UntrustedMetadataException> content = out -> client.download(target, out);

        Path file = new Downloads(folder.resolve("home")).keep(target.hashes().get("sha256"), target.length(), content);

        assertEquals(3, Files.size(file));
    }

    @Test
    void expiredReleaseWithoutWindow() {
        assertThrows(ExpiredMetadataException.class, () -> refreshed(days(40)));
    }

    @Test
    void expiredReleaseWithinTheWindow() throws Exception {
        openWindow(days(39));

        assertDoesNotThrow(() -> refreshed(days(40)));
    }

    @Test
    void expiredReleaseAfterTheWindow() throws Exception {
        openWindow(days(31));

        assertThrows(ExpiredMetadataException.class, () -> refreshed(days(46)));
    }

    @Test
    void releaseThatExpiredLongerAgoThanTheTolerance() throws Exception {
        openWindow(days(60));

        assertThrows(ExpiredMetadataException.class, () -> refreshed(days(61)));
    }

    @Test
    void expiredRootWithinTheWindow() throws Exception {
        openWindow(days(366));

        assertThrows(ExpiredMetadataException.class, () -> refreshed(days(366)));
    }

    @Test
    void rolledBackReleaseWithinTheWindow() throws Exception {
        refreshed(days(1));
        repository.publish();
        Path newer = Files.createDirectories(folder.resolve("newer"));
        repository.writeTo(newer);
        Path older = stick;
        stick = newer;
        openWindow(days(31));
        refreshed(days(32));
        stick = older;

        assertThrows(RolledBackException.class, () -> refreshed(days(32)));
    }
}
