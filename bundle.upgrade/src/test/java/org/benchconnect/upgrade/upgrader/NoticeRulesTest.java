package org.benchconnect.upgrade.upgrader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.benchconnect.core.signal.Condition;
import org.benchconnect.core.signal.Facts;
import org.benchconnect.core.signal.Severity;
import org.benchconnect.core.signal.Signal;
import org.benchconnect.core.upgrade.Approval.When;
import org.benchconnect.core.upgrade.Hindrance;
import org.benchconnect.upgrade.upgrader.NoticeRules.Notices;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NoticeRulesTest {
    private static final Duration PROVEN = Duration.ofSeconds(63);

    @TempDir
    Path home;

    private Given pc;

    @BeforeEach
    void agent() {
        pc = new Given(home);
    }

    private Notices notices() {
        return notices(pc.clock.instant());
    }

    private Notices notices(Instant now) {
        return NoticeRules.of(pc.course.state(), pc.course.ended(), now);
    }

    private static List<String> codes(Notices notices) {
        return notices.signals().stream().map(signal -> signal.code().name()).toList();
    }

    private static boolean isOver(Notices notices, UpgradeCode code) {
        return notices.over().contains(Condition.of(code, Facts.none()));
    }

    @Test
    void beforeTheFirstLookNobodyKnowsWhetherSomethingIsAvailable() {
        Notices notices = notices();

        assertEquals(List.of(), codes(notices));
        assertFalse(isOver(notices, UpgradeCode.UPGRADE_AVAILABLE));
        assertFalse(isOver(notices, UpgradeCode.PLATFORM_AVAILABLE));
        assertTrue(isOver(notices, UpgradeCode.UPGRADE_WAITS));
    }

    @Test
    void anOfferSaysWhatChangesInNumbers() {
        pc.offered();

        Signal offer = notices().signals().get(0);

        assertEquals(UpgradeCode.UPGRADE_AVAILABLE, offer.code());
        assertEquals(
                "FEATURES=n1;CHANGES=n1;STOPS=n1;ASKED=n0;TAKES_SECONDS=n1;SIZE_KILOBYTE=n12;FIX=bfalse;VERSION=v0.2.0",
                offer.facts().encode());
    }

    @Test
    void whatIsAllowedIsNotAvailableAnyMoreAndWaits() throws Exception {
        pc.around.hindrances = List.of(Hindrance.of(Hindrance.Reason.UNKNOWN));
        pc.allowed(When.AS_SOON_AS_IDLE);

        assertEquals(List.of("UPGRADE_WAITS"), codes(notices()));
        assertTrue(isOver(notices(), UpgradeCode.UPGRADE_AVAILABLE));
    }

    @Test
    void aCommitIsNewsForAWeek() throws Exception {
        pc.switched();
        pc.passes(PROVEN);

        assertEquals(List.of("UPGRADE_COMMITTED"), codes(notices()));
        assertEquals(List.of(), codes(notices(pc.clock.instant().plus(Duration.ofDays(8)))));
    }

    @Test
    void goingBackIsAWarningWithItsReasonUntilSomethingElseHappens() throws Exception {
        pc.switched();
        pc.around.health = Given.UNWELL;
        pc.passes(Duration.ofSeconds(6));

        Signal back =
                notices(pc.clock.instant().plus(Duration.ofDays(30))).signals().get(0);

        assertEquals(Severity.WARNING, back.severity());
        assertEquals(
                "REASON=tBACK_HEALTH_CHECK;GENERATION=n1;VERSION=v0.2.0",
                back.facts().encode());
    }

    @Test
    void aPersonWhoWentBackIsNotWarned() throws Exception {
        pc.switched();
        pc.course.goBack();

        assertEquals(List.of(), codes(notices()));
    }

    @Test
    void aYesThatEndedByItselfIsNewsForAWeek() throws Exception {
        pc.allowed(When.AS_SOON_AS_IDLE);
        pc.course.found(Optional.empty(), Optional.empty(), Optional.empty(), false);
        pc.passes(Duration.ofSeconds(1));

        assertEquals(List.of("UPGRADE_NOT_CARRIED_OUT"), codes(notices()));
        assertEquals(List.of(), codes(notices(pc.clock.instant().plus(Duration.ofDays(8)))));
    }

    @Test
    void aNewerPlatformIsAnnounced() {
        pc.course.found(Optional.empty(), Optional.empty(), Optional.of("0.3.0.beta"), false);

        Signal platform = notices().signals().get(0);

        assertEquals(UpgradeCode.PLATFORM_AVAILABLE, platform.code());
        assertEquals("VERSION=v0.3.0", platform.facts().encode());
    }
}
