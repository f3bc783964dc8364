package org.benchconnect.link.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.benchconnect.core.ledger.Detail;
import org.benchconnect.core.testing.SteppingClock;
import org.benchconnect.link.command.RefusedCommandException.Rule;
import org.junit.jupiter.api.Test;

/** Nobody fills the ledger with commands, and no noise hides what is rarer. */
class CommandRatesTest {
    private final SteppingClock steady = new SteppingClock(Instant.parse("2026-03-01T12:00:00Z"));
    private final Told told = new Told();

    @Test
    void sixtyAnHourAreWrittenDownAndTheRestIsCountedInTheNext() {
        Takings takings = new Takings(told.effects(), steady);
        for (int i = 0; i < 100; i++) {
            takings.taken(new Command.Seen(i));
        }
        assertEquals(60, told.ledger().size());

        steady.step(Duration.ofHours(1));
        takings.taken(new Command.Look());
        takings.taken(new Command.Look());

        assertEquals(62, told.ledger().size());
        assertEquals("40", told.ledger().get(60).details().get(Detail.COUNT));
        assertNull(told.ledger().get(61).details().get(Detail.COUNT));
    }

    @Test
    void noiseByOneRuleHidesNoRefusalByAnother() {
        Refusals refusals = new Refusals(told.effects(), steady);
        for (int i = 0; i < 50; i++) {
            refusals.refused(Rule.COMMAND_FORM);
        }

        refusals.refused(Rule.COMMAND_SIGNED);

        assertEquals(
                List.of("COMMAND_FORM", "COMMAND_SIGNED"),
                told.ledger().stream()
                        .map(event -> event.details().get(Detail.RULE))
                        .toList());
    }
}
