package org.benchconnect.upgrade.upgrader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.benchconnect.core.feature.FeatureRefusedException;
import org.benchconnect.core.feature.RefusedFor;
import org.benchconnect.core.upgrade.Approval.When;
import org.benchconnect.core.upgrade.Hindrance;
import org.benchconnect.core.upgrade.Hindrance.Reason;
import org.benchconnect.core.upgrade.UpgradeRecord.Kind;
import org.benchconnect.core.upgrade.UpgradeRecord.Outcome;
import org.benchconnect.core.upgrade.UpgradeState.Phase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CourseTest {
    @TempDir
    Path home;

    private Given pc;

    @BeforeEach
    void agent() {
        pc = new Given(home);
    }

    @Test
    void fromTheOfferToTheCommit() throws Exception {
        pc.offered();
        assertEquals(Phase.OFFERED, pc.phase());

        pc.course.approve(Given.PLAN, Given.approval(When.AS_SOON_AS_IDLE));
        assertEquals(Phase.WAITS, pc.phase());
        assertEquals(List.of(), pc.steps.disruptive);

        pc.passes(Given.SOON);
        assertEquals(Phase.PROVES, pc.phase());
        assertEquals(2, pc.course.state().generation());
        assertTrue(pc.course.state().provenAt().isPresent());

        pc.passes(Given.MINUTE.plusSeconds(3));
        assertEquals(Phase.NOTHING_NEW, pc.phase());
        assertEquals(Outcome.COMMITTED, pc.last().outcome());
        assertEquals(
                Optional.of(Given.approval(When.AS_SOON_AS_IDLE)), pc.last().approval());
        assertEquals(Optional.empty(), pc.steps.wayBack);
    }

    @Test
    void whatNobodyAllowedIsNotCarriedOut() {
        pc.offered();

        pc.passes(Duration.ofMinutes(5));

        assertEquals(Phase.OFFERED, pc.phase());
        assertEquals(List.of(), pc.steps.disruptive);
    }

    @Test
    void aPlanThatIsNotOfferedCannotBeAllowed() {
        pc.offered();

        FeatureRefusedException refused = assertThrows(
                FeatureRefusedException.class,
                () -> pc.course.approve("2".repeat(64), Given.approval(When.AS_SOON_AS_IDLE)));

        assertEquals(RefusedFor.STALE, refused.reason());
    }

    @Test
    void theSecondYesToAPlanThatWaitsChangesHowItWaits() throws Exception {
        pc = new Given(home, "22:00-23:00");
        pc.allowed(When.IN_WINDOW);
        pc.passes(Given.MINUTE);
        assertEquals(Phase.WAITS, pc.phase());

        pc.course.approve(Given.PLAN, Given.approval(When.AS_SOON_AS_IDLE));
        pc.passes(Given.SOON);

        assertEquals(List.of("switch to 2"), pc.steps.disruptive);
    }

    @Nested
    class Refused {
        @Test
        void aPlanThatWasRefusedIsOfferedAgainOnlyToWhoAsks() {
            pc.offered();
            pc.course.refuse(Given.PLAN);

            pc.offered();
            assertEquals(Phase.NOTHING_NEW, pc.phase());

            pc.course.found(Optional.of(Given.plan(Given.PLAN)), Optional.empty(), Optional.empty(), true);
            assertEquals(Phase.OFFERED, pc.phase());
        }

        @Test
        void thereIsNothingToRefuse() {
            assertFalse(pc.course.refuse(Given.PLAN));
        }

        @Test
        void whatIsSwitchedAlreadyStays() throws Exception {
            pc.switched();

            assertFalse(pc.course.refuse(Given.PLAN));
            assertEquals(Phase.PROVES, pc.phase());
        }
    }

    @Nested
    class APersonGoesBack {
        @Test
        void fromAGenerationOnTrialAtOnceWhateverTheInstrumentDoes() throws Exception {
            pc.switched();
            pc.around.hindrances = List.of(new Hindrance(Reason.ACQUIRING, Optional.of("navios")));

            pc.course.goBack();

            assertEquals(1, pc.course.state().generation());
            assertEquals(Optional.of("PERSON"), pc.last().reason());
        }

        @Test
        void fromACommittedOneWhichHasToShowThatItIsWellToo() throws Exception {
            pc.switched();
            pc.passes(Given.MINUTE.plusSeconds(3));

            pc.course.goBack();

            assertEquals(1, pc.course.state().generation());
            assertEquals(Phase.PROVES, pc.phase());
            assertEquals(Kind.ROLLBACK, pc.last().kind());
            pc.passes(Given.MINUTE.plusSeconds(3));
            assertEquals(Outcome.COMMITTED, pc.last().outcome());
        }

        @Test
        void withoutAWayBackNothingHappens() {
            FeatureRefusedException refused = assertThrows(FeatureRefusedException.class, () -> pc.course.goBack());

            assertEquals(RefusedFor.NO_WAY_BACK, refused.reason());
            assertEquals(List.of(), pc.steps.disruptive);
        }
    }

    @Test
    void whatSomebodyBroughtStaysAlthoughTheVendorHasNothingNew() {
        pc.course.found(Optional.of(Given.plan(Given.PLAN)), Optional.of("/media/stick"), Optional.empty(), true);

        pc.course.found(Optional.empty(), Optional.empty(), Optional.empty(), false);

        assertEquals(Phase.OFFERED, pc.phase());
    }

    @Test
    void aReleaseThatTheVendorTookBackIsNotOfferedAnyMore() {
        pc.offered();

        pc.course.found(Optional.empty(), Optional.empty(), Optional.of("0.3.0"), false);

        assertEquals(Phase.NOTHING_NEW, pc.phase());
        assertEquals(Optional.of("0.3.0"), pc.course.state().platform());
    }

    @Test
    void aLookThatFailedSaysSoAndTakesNothingBack() {
        pc.offered();

        pc.course.failed(RefusedFor.SOURCE);

        assertEquals(Phase.OFFERED, pc.phase());
        assertEquals(Optional.of(RefusedFor.SOURCE), pc.course.state().failed());
    }
}
