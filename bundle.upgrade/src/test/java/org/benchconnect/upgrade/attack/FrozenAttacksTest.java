package org.benchconnect.upgrade.attack;

import static org.benchconnect.core.feature.RefusedFor.EXPIRED;

import java.time.Duration;
import org.benchconnect.upgrade.tuf.testing.ReleaseRepositorySimulator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Truth that has expired is told for longer than the vendor meant it. */
class FrozenAttacksTest {
    @RegisterExtension
    final AttackLab lab = new AttackLab();

    private final Vendor vendor = lab.vendor;
    private final ReleaseRepositorySimulator repository = vendor.repository;

    @BeforeEach
    void everythingElseIsValidForLong() {
        for (String role : new String[] {"root", "targets", "snapshot", "timestamp"}) {
            repository.expires(role, lab.in(300));
        }
    }

    private void acceptedThenExpired(String role) {
        repository.expires(role, lab.in(1)).publish("root");
        vendor.publish();
        lab.accepts();
        lab.pc().clock = lab.in(2);
    }

    @Test
    void anExpiredTimestampThatIsServedAgain() {
        acceptedThenExpired("timestamp");

        lab.withoutRecovery().refused(EXPIRED, "timestamp metadata expired at", "held back");
    }

    @Test
    void anExpiredSnapshotThatIsServedAgain() {
        acceptedThenExpired("snapshot");

        lab.withoutRecovery().refused(EXPIRED, "snapshot metadata expired at", "held back");
    }

    @Test
    void expiredTargetsThatAreServedAgain() {
        acceptedThenExpired("targets");

        lab.withoutRecovery().refused(EXPIRED, "targets metadata expired at", "held back");
    }

    @Test
    void anExpiredSnapshotUnderANewTimestamp() {
        acceptedThenExpired("snapshot");
        repository.publish("timestamp");

        lab.withoutRecovery().refused(EXPIRED, "snapshot metadata expired at");
    }

    @Test
    void anExpiredRoot() {
        acceptedThenExpired("root");

        lab.withoutRecovery().refused(EXPIRED, "root metadata expired at");
    }

    @Test
    void metadataThatHadExpiredBeforeItWasFirstSeen() {
        repository.expires("timestamp", lab.in(-1)).publish("root", "timestamp");

        lab.refused(EXPIRED, "timestamp metadata expired at");
    }

    @Test
    void theClockSetBackToWhenItWasValid() {
        lab.accepts();
        repository.expires("timestamp", lab.now.minus(Duration.ofHours(1))).publish("root", "timestamp");
        lab.pc().clock = lab.in(-2);

        lab.withoutRecovery().refused(EXPIRED, "timestamp metadata expired at");
    }
}
