package org.benchconnect.upgrade.attack;

import static org.benchconnect.core.feature.RefusedFor.EXPIRED;
import static org.benchconnect.core.feature.RefusedFor.ROLLED_BACK;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.benchconnect.upgrade.tuf.testing.ReleaseRepositorySimulator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What has expired is told to a PC with an offline window, which lets some of it in: for a time, and never old truth for new. */
class OfflineWindowAttacksTest {
    @RegisterExtension
    final AttackLab lab = new AttackLab();

    private final Vendor vendor = lab.vendor;
    private final ReleaseRepositorySimulator repository = vendor.repository;

    private void window(int opened, int until, int tolerance) {
        lab.pc()
                .write(
                        "installation/vendor/offline-window.json",
                        "{\"opened\": \"" + lab.in(opened) + "\", \"until\": \"" + lab.in(until)
                                + "\", \"by\": \"An Administrator\", \"tolerance-days\": " + tolerance + "}");
    }

    private void expired(String role, int day) {
        repository.expires(role, lab.in(day)).publish("root");
        vendor.publish();
    }

    @Test
    void theWindowIsForWhatHasExpired() {
        window(-1, 5, 10);
        expired("timestamp", -3);

        assertEquals(Vendor.OWN, lab.accepts().feature().name());
    }

    @Test
    void moreThanTheToleranceTooOld() {
        window(-1, 5, 10);
        expired("timestamp", -11);

        lab.refused(EXPIRED, "timestamp metadata expired at");
    }

    @Test
    void theWindowIsClosed() {
        window(-8, -1, 10);
        expired("timestamp", -3);

        lab.refused(EXPIRED, "timestamp metadata expired at");
    }

    @Test
    void theWindowIsYetToOpen() {
        window(1, 5, 10);
        expired("timestamp", -3);

        lab.refused(EXPIRED, "timestamp metadata expired at");
    }

    @Test
    void theWindowIsLongerThanMayBe() {
        window(-1, 14, 10);
        expired("timestamp", -3);

        lab.refused(EXPIRED, "timestamp metadata expired at");
    }

    @Test
    void theWindowToleratesMoreThanMayBe() {
        window(-1, 5, 31);
        expired("timestamp", -3);

        lab.refused(EXPIRED, "timestamp metadata expired at");
    }

    @Test
    void theWindowIsOpenedAgainByAClockSetBack() {
        lab.accepts();
        window(-8, -1, 30);
        expired("timestamp", -3);
        lab.pc().clock = lab.in(-4).plus(Duration.ofHours(1));

        lab.withoutRecovery().refused(EXPIRED, "timestamp metadata expired at");
    }

    @Test
    void theWindowIsNotForARoot() {
        window(-1, 5, 30);
        repository.expires("root", lab.in(-1)).publish("root");

        lab.withoutRecovery().refused(EXPIRED, "root metadata expired at");
    }

    @Test
    void theWindowIsNotForTheRepositoryOfYesterday() {
        window(-1, 5, 30);
        Path yesterday = Path.of(lab.carried());
        vendor.publish();
        lab.accepts();

        lab.refused(yesterday, ROLLED_BACK, "timestamp metadata went back to version");
    }

    @Test
    void aWindowThatIsALink() throws Exception {
        window(-1, 5, 31);
        Path window = lab.pc().folder.resolve("installation/vendor/offline-window.json");
        Files.delete(window);
        Files.createSymbolicLink(window, Path.of("/dev/zero"));
        expired("timestamp", -3);

        lab.refusedFrom(lab.carried(), EXPIRED, "timestamp metadata expired at");
    }
}
