package org.benchconnect.upgrade.attack;

import static org.benchconnect.core.feature.RefusedFor.EXPIRED;
import static org.benchconnect.core.feature.RefusedFor.MISMATCH;
import static org.benchconnect.core.feature.RefusedFor.OLDER_RELEASE;
import static org.benchconnect.core.feature.RefusedFor.ROLLED_BACK;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.benchconnect.upgrade.tuf.testing.ReleaseRepositorySimulator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Old truth is told as new, or parts of two truths as one. */
class ReplayAttacksTest {
    @RegisterExtension
    final AttackLab lab = new AttackLab();

    private final Vendor vendor = lab.vendor;
    private final ReleaseRepositorySimulator repository = vendor.repository;

    private Instant in(int days) {
        return lab.now.plus(Duration.ofDays(days));
    }

    @Nested
    class RolledBack {
        @Test
        void theWholeRepositoryOfYesterday() {
            Path yesterday = Path.of(lab.carried());
            vendor.publish();
            lab.accepts();

            lab.refused(yesterday, ROLLED_BACK, "timestamp metadata went back to version");
        }

        @Test
        void theTimestampOfYesterday() {
            byte[] yesterday = repository.file("timestamp.json");
            vendor.publish();
            lab.accepts();
            repository.serve("timestamp.json", yesterday);

            lab.refused(ROLLED_BACK, "timestamp metadata went back to version", "is being replayed");
        }

        @Test
        void theSnapshotOfYesterdayByTheKeyForTimestamps() {
            long yesterday = repository.version("snapshot");
            vendor.publish();
            lab.accepts();
            repository
                    .edit("timestamp", part -> {
                        part.getAsJsonObject("meta")
                                .getAsJsonObject("snapshot.json")
                                .remove("hashes");
                        part.getAsJsonObject("meta")
                                .getAsJsonObject("snapshot.json")
                                .remove("length");
                        part.getAsJsonObject("meta")
                                .getAsJsonObject("snapshot.json")
                                .addProperty("version", yesterday);
                    })
                    .publish("timestamp");

            lab.refused(ROLLED_BACK, "snapshot metadata went back to version " + yesterday);
        }

        @Test
        void theTargetsOfYesterdayByTheKeysForSnapshotAndTimestamp() {
            long yesterday = repository.version("targets");
            vendor.publish();
            lab.accepts();
            repository
                    .edit("snapshot", part -> {
                        part.getAsJsonObject("meta")
                                .getAsJsonObject("targets.json")
                                .remove("hashes");
                        part.getAsJsonObject("meta")
                                .getAsJsonObject("targets.json")
                                .remove("length");
                        part.getAsJsonObject("meta")
                                .getAsJsonObject("targets.json")
                                .addProperty("version", yesterday);
                    })
                    .publish("snapshot", "timestamp");

            lab.refused(ROLLED_BACK, "targets.json", "went back to version " + yesterday);
        }

        @Test
        void theTargetsOfADelegatedVendorThatDisappear() {
            lab.accepts();
            repository
                    .edit("snapshot", part -> part.getAsJsonObject("meta").remove(Vendor.OTHER + ".json"))
                    .publish("snapshot", "timestamp");

            lab.refused(MISMATCH, "other.json is missing in the new snapshot metadata");
        }

        @Test
        void aReleaseBelowTheSecurityFloorWithEveryKey() {
            vendor.release("targets", "features/remote-support-5.0.0.json", floor(5))
                    .publish();
            lab.accepts();
            repository.edit(
                    "targets", part -> part.getAsJsonObject("targets").remove("features/remote-support-5.0.0.json"));
            vendor.publish();

            lab.withoutRecovery().refused(OLDER_RELEASE, "release counter 3", "security floor is 5");
        }

        private byte[] floor(long counter) {
            return Vendor.bytes(Vendor.text()
                    .replace("support:3", "support:" + counter)
                    .replace("\"counter\": 3", "\"counter\": " + counter)
                    .replace("\"floor\": 0", "\"floor\": " + counter));
        }

        @Test
        void aReleaseWithALowerCounterThanWhatRuns() {
            vendor.release(
                    "targets",
                    "features/remote-support-4.0.0.json",
                    Vendor.feature(Vendor.OWN, 4, Vendor.engine(Vendor.ENGINE)).toJson());
            lab.pc()
                    .runs(Vendor.ENGINE)
                    .write(
                            "installation/release/remote-support.json",
                            new String(
                                    Vendor.feature(Vendor.OWN, 4, Vendor.engine(Vendor.ENGINE))
                                            .toJson(),
                                    java.nio.charset.StandardCharsets.UTF_8));
            repository.edit(
                    "targets", part -> part.getAsJsonObject("targets").remove("features/remote-support-4.0.0.json"));
            vendor.publish();

            lab.withoutRecovery().refused(OLDER_RELEASE, "release counter 3", "counter 4 runs here");
        }
    }

    @Nested
    class Frozen {
        @BeforeEach
        void everythingElseIsValidForLong() {
            for (String role : new String[] {"root", "targets", "snapshot", "timestamp"}) {
                repository.expires(role, in(300));
            }
        }

        @Test
        void anExpiredTimestampThatIsServedAgain() {
            repository.expires("timestamp", in(1)).publish("root");
            vendor.publish();
            lab.accepts();
            lab.pc().clock = in(2);

            lab.withoutRecovery().refused(EXPIRED, "timestamp metadata expired at", "held back");
        }

        @Test
        void anExpiredSnapshotThatIsServedAgain() {
            repository.expires("snapshot", in(1)).publish("root");
            vendor.publish();
            lab.accepts();
            lab.pc().clock = in(2);

            lab.withoutRecovery().refused(EXPIRED, "snapshot metadata expired at", "held back");
        }

        @Test
        void expiredTargetsThatAreServedAgain() {
            repository.expires("targets", in(1)).publish("root");
            vendor.publish();
            lab.accepts();
            lab.pc().clock = in(2);

            lab.withoutRecovery().refused(EXPIRED, "targets metadata expired at", "held back");
        }

        @Test
        void anExpiredSnapshotUnderANewTimestamp() {
            repository.expires("snapshot", in(1)).publish("root");
            vendor.publish();
            lab.accepts();
            repository.publish("timestamp");
            lab.pc().clock = in(2);

            lab.withoutRecovery().refused(EXPIRED, "snapshot metadata expired at");
        }

        @Test
        void anExpiredRoot() {
            repository.expires("root", in(1)).publish("root");
            vendor.publish();
            lab.accepts();
            lab.pc().clock = in(2);

            lab.withoutRecovery().refused(EXPIRED, "root metadata expired at");
        }

        @Test
        void metadataThatHadExpiredBeforeItWasFirstSeen() {
            repository.expires("timestamp", in(-1)).publish("root", "timestamp");

            lab.refused(EXPIRED, "timestamp metadata expired at");
        }

        @Test
        void theClockSetBackToWhenItWasValid() {
            lab.accepts();
            repository.expires("timestamp", lab.now.minus(Duration.ofHours(1))).publish("root", "timestamp");
            lab.pc().clock = in(-2);

            lab.withoutRecovery().refused(EXPIRED, "timestamp metadata expired at");
        }
    }

    @Nested
    class WithAnOfflineWindow {
        private void window(int opened, int until, int tolerance) {
            lab.pc()
                    .write(
                            "installation/vendor/offline-window.json",
                            "{\"opened\": \"" + in(opened) + "\", \"until\": \"" + in(until)
                                    + "\", \"by\": \"An Administrator\", \"tolerance-days\": " + tolerance + "}");
        }

        private void expired(String role, int day) {
            repository.expires(role, in(day)).publish("root");
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
            lab.pc().clock = in(-4).plus(Duration.ofHours(1));

            lab.withoutRecovery().refused(EXPIRED, "timestamp metadata expired at");
        }

        @Test
        void theWindowIsNotForARoot() {
            window(-1, 5, 30);
            repository.expires("root", in(-1)).publish("root");

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
            java.nio.file.Files.delete(window);
            java.nio.file.Files.createSymbolicLink(window, Path.of("/dev/zero"));
            expired("timestamp", -3);

            lab.refusedFrom(lab.carried(), EXPIRED, "timestamp metadata expired at");
        }
    }

    @Nested
    class Mixed {
        @Test
        void theTimestampOfTodayWithTheSnapshotOfYesterday() {
            byte[] yesterday = repository.file("snapshot.json");
            vendor.publish();
            repository.serve(repository.version("snapshot") + ".snapshot.json", yesterday);

            lab.refused(MISMATCH, "snapshot metadata has");
        }

        @Test
        void theSnapshotOfTodayWithTheTargetsOfYesterday() {
            byte[] yesterday = repository.file("targets.json");
            repository.target("targets", "notes.txt", new byte[1]);
            vendor.publish();
            repository.serve(repository.version("targets") + ".targets.json", yesterday);

            lab.refused(MISMATCH, "targets metadata has");
        }

        @Test
        void theTargetsOfADelegatedVendorAsTheVendorsOwn() {
            repository.serve(repository.version("targets") + ".targets.json", repository.file("other.json"));

            lab.refused(MISMATCH, "targets metadata has");
        }

        @Test
        void theDocumentOfYesterdayWithTheMetadataOfToday() {
            byte[] yesterday = Vendor.DOCUMENT.toJson();
            vendor.document("What it does.", "What it really does.");
            repository.replaceTarget(Vendor.DOCUMENT_PATH, yesterday);
            repository.replaceTarget("remote-support-3.0.0.json", yesterday);

            lab.refused(MISMATCH, "features/remote-support-3.0.0.json has");
        }
    }
}
