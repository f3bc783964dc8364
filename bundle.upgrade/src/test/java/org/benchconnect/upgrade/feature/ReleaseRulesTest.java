package org.benchconnect.upgrade.feature;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.benchconnect.core.feature.FeatureRefusedException;
import org.benchconnect.core.feature.Privilege;
import org.benchconnect.core.feature.RefusedFor;
import org.benchconnect.core.text.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class ReleaseRulesTest {
    private final FeatureModule module = Documents.module("m", "a");
    private final FeatureDocument ten = Documents.of("f", 10, module);

    private static void refused(RefusedFor reason, Executable rule) {
        assertEquals(reason, assertThrows(FeatureRefusedException.class, rule).reason());
    }

    private static FeatureDocument released(int ring, String... models) {
        return Documents.of(
                "f",
                new ReleaseTerms(1, 0, ring, Set.of(), Set.of(models), Map.of(Language.EN, "x")),
                Documents.module("m", "a"));
    }

    @Test
    void aHigherCounterIsTaken() {
        assertDoesNotThrow(
                () -> ReleaseRules.notOlder(ten, Optional.of(Documents.of("f", 9, Documents.module("m", "b"))), 9));
    }

    @Test
    void aLowerCounterThanWhatRunsIsRefused() {
        refused(
                RefusedFor.OLDER_RELEASE,
                () -> ReleaseRules.notOlder(ten, Optional.of(Documents.of("f", 11, module)), 0));
    }

    @Test
    void aCounterBelowTheSecurityFloorIsRefusedWhateverRuns() {
        refused(RefusedFor.OLDER_RELEASE, () -> ReleaseRules.notOlder(ten, Optional.empty(), 11));
        assertDoesNotThrow(() -> ReleaseRules.notOlder(ten, Optional.empty(), 10));
    }

    @Test
    void theSameReleaseAgainIsTaken() {
        assertDoesNotThrow(() -> ReleaseRules.notOlder(ten, Optional.of(Documents.of("f", 10, module)), 10));
    }

    @Test
    void aWiderRingOfTheSameReleaseIsTaken() {
        FeatureDocument wider = Documents.with(
                ten, new ReleaseTerms(10, 0, 50, Set.of(), Set.of(), Map.of(Language.EN, "Now for more.")));

        assertDoesNotThrow(() -> ReleaseRules.notOlder(wider, Optional.of(ten), 0));
    }

    @Test
    void otherContentUnderTheSameCounterIsRefused() {
        ReleaseTerms more =
                new ReleaseTerms(10, 0, 100, Set.of(Privilege.VIEW_SCREEN), Set.of(), Map.of(Language.EN, "x"));
        for (FeatureDocument other : List.of(
                Documents.of("f", 10, Documents.module("m", "b")),
                Documents.with(ten, more),
                Documents.with(ten, Map.of("pid", Map.of("a", 1L))))) {
            refused(RefusedFor.OLDER_RELEASE, () -> ReleaseRules.notOlder(other, Optional.of(ten), 0));
        }
    }

    @Test
    void whatTransfersFilesAndNamesNoInstrumentIsForNobody() {
        FeatureDocument transfer = Documents.of(
                "f",
                new ReleaseTerms(1, 0, 100, Set.of(Privilege.TRANSFER_FILES), Set.of(), Map.of(Language.EN, "x")),
                module);

        for (List<String> here : List.of(List.<String>of(), List.of("Navios EX"), List.of("Something new"))) {
            refused(RefusedFor.MODEL, () -> ReleaseRules.models(transfer, here));
        }
    }

    @Test
    void whatHasNothingToDoWithInstrumentsIsForEveryPc() {
        assertDoesNotThrow(() -> ReleaseRules.models(released(100), List.of()));
        assertDoesNotThrow(() -> ReleaseRules.models(released(100), List.of("Navios")));
    }

    @Test
    void aReleaseForThisInstrumentIsTaken() {
        assertDoesNotThrow(() -> ReleaseRules.models(released(100, "NAVIOS_EX", "NAVIOS"), List.of("Navios EX")));
        assertDoesNotThrow(
                () -> ReleaseRules.models(released(100, "CYTOMICS_FC_500"), List.of("x", "Cytomics FC 500")));
        assertDoesNotThrow(() -> ReleaseRules.models(released(100, "FACS_ARIA"), List.of("FACSAria")));
    }

    @Test
    void aReleaseForAnotherInstrumentIsRefused() {
        refused(RefusedFor.MODEL, () -> ReleaseRules.models(released(100, "NAVIOS_EX"), List.of("Navios")));
    }

    @Test
    void whereNoInstrumentIsKnownNoModelFits() {
        refused(RefusedFor.MODEL, () -> ReleaseRules.models(released(100, "NAVIOS_EX"), List.of()));
    }

    @Test
    void aRingThatHasNotItsTurnIsRefused() {
        refused(RefusedFor.RING, () -> ReleaseRules.ring(released(25), new Ring(25)));
        assertDoesNotThrow(() -> ReleaseRules.ring(released(25), new Ring(24)));
        refused(RefusedFor.RING, () -> ReleaseRules.ring(released(99), Ring.last()));
    }
}
