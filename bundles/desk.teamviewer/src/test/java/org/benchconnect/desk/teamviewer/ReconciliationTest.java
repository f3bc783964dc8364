package org.benchconnect.desk.teamviewer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReconciliationTest {
    private static final Instant TEN = Instant.parse("2026-02-01T10:00:00Z");
    private static final Optional<String> DEVICE = Optional.of("r123");

    private static RecordedConnection recorded(String session, String id, Instant begins) {
        return new RecordedConnection(
                "00000000-0000-0000-0000-000000000001",
                session,
                Optional.of(id).filter(one -> !one.isEmpty()),
                DEVICE,
                begins,
                Optional.of(begins.plusSeconds(60)));
    }

    private static ReportedConnection reported(String id, Instant begins) {
        return new ReportedConnection(id, DEVICE, begins, Optional.of(begins.plusSeconds(60)), Optional.empty());
    }

    @Test
    void theSameIdIsTheSameConnectionWhateverTheClocksSay() {
        Reconciliation found = Reconciliation.of(
                List.of(recorded("a", "id-1", TEN)), List.of(reported("id-1", TEN.plusSeconds(3 * 3600))));

        assertTrue(found.isWhole());
    }

    @Test
    void whatIsMissingOnEitherSideIsNamed() {
        RecordedConnection ours = recorded("a", "id-1", TEN);
        ReportedConnection theirs = reported("id-2", TEN);

        Reconciliation found = Reconciliation.of(List.of(ours), List.of(theirs));

        assertFalse(found.isWhole());
        assertEquals(List.of(ours), found.notReported());
        assertEquals(List.of(theirs), found.notRecorded());
    }

    @Test
    void withoutAnIdTheDeviceAndTheTimeCount() {
        Reconciliation found = Reconciliation.of(
                List.of(recorded("a", "", TEN), recorded("b", "", TEN.plusSeconds(3600))),
                List.of(reported("x", TEN.plusSeconds(200)), reported("y", TEN.plusSeconds(7200))));

        assertEquals("x", found.both().get(0).reported().id());
        assertEquals("b", found.notReported().get(0).session());
        assertEquals("y", found.notRecorded().get(0).id());
    }

    @Test
    void noneCountsTwice() {
        Reconciliation found =
                Reconciliation.of(List.of(recorded("a", "", TEN), recorded("b", "", TEN)), List.of(reported("x", TEN)));

        assertEquals(1, found.both().size());
        assertEquals(1, found.notReported().size());
    }

    @Test
    void whatLastsOrWasOverInAnotherTimeIsForAnotherComparison() {
        ReportedConnection lasting = new ReportedConnection("id-3", DEVICE, TEN, Optional.empty(), Optional.empty());
        Reconciliation found = Reconciliation.of(
                List.of(recorded("a", "id-1", TEN), recorded("b", "id-2", TEN.minusSeconds(3600))),
                List.of(reported("id-4", TEN.minusSeconds(3600)), reported("id-5", TEN), lasting));

        Reconciliation now = found.overIn(TEN, TEN.plusSeconds(3600));
        Reconciliation later = found.overIn(TEN.plus(Reconciliation.LONGEST), Instant.MAX);

        assertEquals(
                List.of("a"),
                now.notReported().stream().map(RecordedConnection::session).toList());
        assertEquals(
                List.of("id-5"),
                now.notRecorded().stream().map(ReportedConnection::id).toList());
        assertEquals(List.of(lasting), later.notRecorded());
    }

    @Test
    void theDeskComparesTheDayBeforeAndGoesOnWhereNobodyAnswers() throws Exception {
        try (FakeWebApi fake = new FakeWebApi()) {
            Reconciling desk = new Reconciling(
                    fake.client(), Clock.fixed(TEN.plus(Duration.ofHours(3)), ZoneOffset.UTC), Duration.ofHours(24));
            fake.says(200, "{\"records\":[]}").says(503, "");

            Optional<Reconciliation> found = desk.compare((from, until) -> List.of(recorded("a", "id-1", TEN)));
            Optional<Reconciliation> failed = desk.compare((from, until) -> List.of());

            assertEquals("a", found.orElseThrow().notReported().get(0).session());
            assertEquals(Optional.empty(), failed);
            desk.close();
        }
    }
}
