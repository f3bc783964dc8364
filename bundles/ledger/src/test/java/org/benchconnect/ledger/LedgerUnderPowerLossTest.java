package org.benchconnect.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.benchconnect.core.ledger.Detail;
import org.benchconnect.core.ledger.Entry;
import org.benchconnect.core.ledger.Event;
import org.benchconnect.core.ledger.EventKind;
import org.benchconnect.core.ledger.LedgerState;
import org.benchconnect.launcher.storage.testing.FaultyStorage;
import org.benchconnect.launcher.storage.testing.Loss;
import org.benchconnect.launcher.storage.testing.PowerLoss;
import org.benchconnect.ledger.testing.TestDevice;
import org.benchconnect.ledger.testing.TestLedger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whenever power goes: what was acknowledged is there, in order, and a loss of power alone breaks nothing. */
class LedgerUnderPowerLossTest {
    private static final Path HOME = Path.of("/home");
    private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");
    private static final java.util.logging.Logger LOG = java.util.logging.Logger.getLogger("org.benchconnect.ledger");

    private final TestDevice device = new TestDevice();
    private final List<Entry> acknowledged = new ArrayList<>();

    @BeforeAll
    static void logNothing() {
        LOG.setLevel(java.util.logging.Level.OFF);
    }

    @AfterAll
    static void logAgain() {
        LOG.setLevel(null);
    }

    @ParameterizedTest
    @EnumSource(Loss.class)
    void everyAcknowledgedEntryIsThereAndNothingIsBroken(Loss loss) throws Exception {
        FaultyStorage storage = new FaultyStorage(HOME);
        PowerLoss<List<Entry>> losses = PowerLoss.on(storage, loss, () -> List.copyOf(acknowledged));

        TestLedger ledger = TestLedger.open(storage, HOME, device, NOON);
        append(ledger, 3);
        ledger.pass(Duration.ofMinutes(1));
        append(ledger, 2);
        ledger.close();
        TestLedger second = TestLedger.open(storage, HOME, device, NOON.plusSeconds(100));
        append(second, 1);
        second.close();

        PowerLoss.Counts counts = losses.check((left, known) -> {
            TestLedger next = TestLedger.open(left.storage(), HOME, device, NOON);
            List<Entry> all = next.all();

            assertEquals(LedgerState.TAKES_ENTRIES, next.state());
            assertTrue(all.containsAll(known), "an acknowledged entry is missing");
            assertTrue(next.verify().holds());
            next.append(Event.of(EventKind.CONSENT_WITHDRAWN));
            assertEquals(all.size() + 1, next.size());
        });
        assertTrue(counts.states() > 20, counts.toString());
    }

    private void append(TestLedger ledger, int count) throws Exception {
        for (int i = 0; i < count; i++) {
            acknowledged.add(ledger.append(Event.of(EventKind.PIN_WRONG).with(Detail.COUNT, i)));
        }
    }
}
