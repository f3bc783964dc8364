package org.benchconnect.upgrade.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.benchconnect.core.upgrade.UpgradeRecord;
import org.benchconnect.core.upgrade.UpgradeRecord.Kind;
import org.benchconnect.core.upgrade.UpgradeRecord.Outcome;
import org.junit.jupiter.api.Test;

class RecordsTest {
    private static List<Entry> journal(Step... steps) {
        return IntStream.range(0, steps.length)
                .mapToObj(i -> new Entry(Steps.AT.plusSeconds(i), steps[i]))
                .toList();
    }

    @Test
    void aCommittedUpgradeHasWhatChangedWhoAllowedItAndWhen() {
        Step.Switched switched = Steps.switched(5, 4, Optional.of(Steps.PLAN));

        List<UpgradeRecord> records = Records.of(journal(
                new Step.Consented(Steps.PLAN, Steps.APPROVAL),
                new Step.Staged(5, 4, Optional.of(Steps.PLAN)),
                switched,
                new Step.Healthy(5),
                new Step.Committed(5)));

        assertEquals(
                List.of(new UpgradeRecord(
                        5,
                        4,
                        Kind.UPGRADE,
                        Optional.of(Steps.PLAN),
                        switched.features(),
                        switched.modules(),
                        Optional.of(Steps.APPROVAL),
                        Steps.AT.plusSeconds(2),
                        Optional.of(Steps.AT.plusSeconds(4)),
                        Outcome.COMMITTED,
                        Optional.empty())),
                records);
    }

    @Test
    void theNewestChangeIsTheFirstAndAnOpenOneProves() {
        List<UpgradeRecord> records = Records.of(journal(
                Steps.switched(5, 4, Optional.of(Steps.PLAN)),
                new Step.WentBack(5, 4, "MEMORY"),
                Steps.switched(6, 4, Optional.empty())));

        assertEquals(
                List.of(Outcome.PROVES, Outcome.WENT_BACK),
                records.stream().map(UpgradeRecord::outcome).toList());
        assertEquals(Optional.of("MEMORY"), records.get(1).reason());
        assertEquals(Optional.empty(), records.get(0).ended());
    }

    @Test
    void whatWentBackOrWasRefusedIsNotOfferedUntilItIsCommitted() {
        String other = "12".repeat(32);
        Step[] steps = {
            Steps.switched(5, 4, Optional.of(Steps.PLAN)),
            new Step.WentBack(5, 4, "MEMORY"),
            new Step.Refused(other, "PERSON"),
            Steps.switched(6, 4, Optional.of(Steps.PLAN)),
            new Step.Committed(6)
        };

        assertEquals(Set.of(Steps.PLAN, other), Records.notOffered(journal(Arrays.copyOf(steps, 4))));
        assertEquals(Set.of(other), Records.notOffered(journal(steps)));
    }

    private static List<Outcome> outcomes(Step... steps) {
        return Records.of(journal(steps)).stream().map(UpgradeRecord::outcome).toList();
    }

    @Test
    void whatIsAddedToOneOnTrialEndsWithIt() {
        Step[] both = {Steps.switched(5, 4, Optional.of(Steps.PLAN)), Steps.switched(6, 5, Optional.empty())};

        assertEquals(List.of(Outcome.COMMITTED, Outcome.COMMITTED), outcomes(both[0], both[1], new Step.Committed(6)));
        assertEquals(
                List.of(Outcome.WENT_BACK, Outcome.WENT_BACK),
                outcomes(both[0], both[1], new Step.WentBack(6, 4, "X")));
        assertEquals(
                List.of(Outcome.WENT_BACK, Outcome.WENT_BACK),
                outcomes(both[0], both[1], new Step.WentBack(5, 4, "X")));
    }

    @Test
    void whatIsTakenBackAloneEndsNothingBeneathIt() {
        Step[] both = {Steps.switched(5, 4, Optional.of(Steps.PLAN)), Steps.switched(6, 5, Optional.empty())};

        assertEquals(
                List.of(Outcome.WENT_BACK, Outcome.PROVES), outcomes(both[0], both[1], new Step.WentBack(6, 5, "X")));
        assertEquals(List.of(Outcome.PROVES), outcomes(both[0], both[1], new Step.NotBegun(6)));
        assertEquals(Set.of(), Records.notOffered(journal(both[0], both[1], new Step.WentBack(6, 5, "X"))));
    }

    @Test
    void whatDidNotBeginIsNotBarred() {
        Step[] steps = {Steps.switched(5, 4, Optional.of(Steps.PLAN)), new Step.NotBegun(5)};

        assertEquals(List.of(), outcomes(steps));
        assertEquals(Set.of(), Records.notOffered(journal(steps)));
    }

    @Test
    void whatIsCommittedStaysWhateverWasSaidOfItBefore() {
        Step[] steps = {
            Steps.switched(5, 4, Optional.of(Steps.PLAN)), new Step.WentBack(5, 4, "CRASHED"), new Step.Committed(5)
        };

        assertEquals(List.of(Outcome.COMMITTED), outcomes(steps));
        assertEquals(Set.of(), Records.notOffered(journal(steps)));
    }

    @Test
    void rotationKeepsTheNewestAndWhoAllowedItAndWhatIsNotOffered() {
        String other = "12".repeat(32);
        List<Entry> entries = new java.util.ArrayList<>(journal(
                Steps.switched(3, 2, Optional.of(other)),
                new Step.WentBack(3, 2, "MEMORY"),
                new Step.Consented(Steps.PLAN, Steps.APPROVAL)));
        IntStream.range(0, 100).forEach(i -> entries.add(new Entry(Steps.AT, new Step.Healthy(7))));
        entries.addAll(journal(Steps.switched(5, 4, Optional.of(Steps.PLAN)), new Step.Committed(5)));

        List<Entry> kept = Rotation.kept(entries, 1200);

        assertTrue(kept.size() < 20, () -> "kept " + kept.size());
        assertEquals(Optional.of(Steps.APPROVAL), Records.of(kept).get(0).approval());
        assertEquals(Set.of(other), Records.notOffered(kept));
    }
}
