package org.benchconnect.consent.lease;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.benchconnect.consent.question.QuestionsOfTests;
import org.benchconnect.consent.question.Ticks;
import org.benchconnect.core.consent.AnswerRefusedException;
import org.benchconnect.core.consent.AnswerRefusedException.Reason;
import org.benchconnect.core.feature.Privilege;
import org.benchconnect.core.ledger.Detail;
import org.benchconnect.core.ledger.Event;
import org.benchconnect.core.ledger.EventKind;
import org.benchconnect.core.session.Lease;
import org.benchconnect.core.session.LeaseEnd;
import org.benchconnect.core.session.LeaseEndedException;
import org.benchconnect.core.session.LeaseRequest;
import org.benchconnect.launcher.storage.testing.FaultyStorage;
import org.benchconnect.ledger.testing.TestDevice;
import org.benchconnect.ledger.testing.TestLedger;
import org.junit.jupiter.api.function.Executable;

/** The real leases by clocks of the test, with a ledger and questions that can be answered. */
final class Keeper {
    static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");
    static final String FEATURE = "org.benchconnect.remote-support";
    static final LeaseRequest VIEW = request("visit-1", FEATURE);
    private static final Path HOME = Path.of("/home");

    final Ticks ticks = new Ticks();
    final QuestionsOfTests asking = new QuestionsOfTests(ticks);
    final Set<String> allowed = new HashSet<>(Set.of(FEATURE));
    final FaultyStorage storage = new FaultyStorage(HOME);
    final HeldLeases leases;
    private final TestLedger ledger;

    Keeper() throws Exception {
        ledger = TestLedger.open(storage, HOME, new TestDevice(), NOW);
        leases = new HeldLeases(Clock.fixed(NOW, ZoneOffset.UTC), ticks, ledger, asking.questions);
        leases.rightsAre((feature, privilege) -> allowed.contains(feature) && privilege != Privilege.SHARE_CLIPBOARD);
    }

    static LeaseRequest request(String session, String feature) {
        return new LeaseRequest(
                session,
                "A supporter",
                feature,
                Privilege.VIEW_SCREEN,
                Optional.empty(),
                Optional.empty(),
                Duration.ofMinutes(10));
    }

    List<EventKind> kinds() {
        return ledger.all().stream()
                .map(entry -> entry.event().kind())
                .filter(kind -> kind.name().startsWith("LEASE"))
                .toList();
    }

    Event newest() {
        return ledger.all().get((int) ledger.size() - 1).event();
    }

    void assertEnded(Lease lease, LeaseEnd why) {
        assertFalse(lease.inForce());
        assertThrows(LeaseEndedException.class, () -> lease.require(Privilege.VIEW_SCREEN));
        assertTrue(ledger.all().stream()
                .anyMatch(entry -> entry.event().kind() == EventKind.LEASE_ENDED
                        && lease.id().equals(entry.event().details().get(Detail.LEASE))
                        && why.name().equals(entry.event().details().get(Detail.REASON))));
        assertFalse(leases.inForce().contains(lease));
    }

    static void assertRefused(Reason reason, Executable raising) {
        assertEquals(reason, assertThrows(AnswerRefusedException.class, raising).reason());
    }
}
