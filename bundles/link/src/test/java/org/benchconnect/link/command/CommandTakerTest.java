package org.benchconnect.link.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.benchconnect.core.ledger.Detail;
import org.benchconnect.core.ledger.EventKind;
import org.benchconnect.link.dialect.Dialect.Outcome;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CommandTakerTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final Keys vendor = new Keys();
    private final Told told = new Told();
    private final NonceStore store = new NonceStore();
    private final Hand wall = new Hand(NOON);
    private final Hand steady = new Hand(Instant.EPOCH);
    private final CommandTaker taker = new CommandTaker(Optional.of(vendor.key()), told.effects(), wall, steady);
    private int nonces;

    @Test
    void eachCommandHasItsEffectAndIsWrittenDown() {
        assertEquals(Outcome.TAKEN, take(signed(new Command.Look())));
        assertEquals(Outcome.TAKEN, take(signed(new Command.Seen(7))));
        assertEquals(Outcome.TAKEN, take(signed(new Command.Withdraw("remote-support"))));

        assertEquals(List.of("look", "seen 7", "withdraw remote-support"), told.told());
        assertEquals(
                List.of("LOOK", "SEEN", "WITHDRAW"),
                told.ledger().stream()
                        .map(event -> event.details().get(Detail.REASON))
                        .toList());
        assertTrue(told.ledger().stream().allMatch(event -> event.kind() == EventKind.COMMAND_TAKEN));
        assertEquals("remote-support", told.ledger().get(2).details().get(Detail.FEATURE));
    }

    @Test
    void aReplayIsRefusedAndHasNoEffect() {
        byte[] signed = signed(new Command.Withdraw("remote-support"));

        assertEquals(Outcome.TAKEN, take(signed));
        assertEquals(Outcome.REFUSED, take(signed));

        assertEquals(List.of("withdraw remote-support"), told.told());
        assertEquals("COMMAND_ONCE", told.ledger().get(1).details().get(Detail.RULE));
    }

    @Test
    void aReplayAfterARestartIsRefused() {
        byte[] signed = signed(new Command.Look());
        take(signed);

        CommandTaker after = new CommandTaker(Optional.of(vendor.key()), told.effects(), wall, steady);

        assertEquals(Outcome.REFUSED, take(after, signed, store));
        assertEquals(List.of("look"), told.told());
    }

    @Test
    void settingTheClockBackBringsNoExpiredCommandToLife() {
        byte[] signed = signed(new Command.Look());
        wall.advance(Duration.ofHours(1));
        assertEquals(Outcome.REFUSED, take(signed));

        wall.advance(Duration.ofHours(-1));

        assertEquals(Outcome.REFUSED, take(signed));
        assertEquals(List.of(), told.told());
    }

    @Test
    void withoutAKeyNothingIsObeyed() {
        CommandTaker keyless = new CommandTaker(Optional.empty(), told.effects(), wall, steady);

        assertFalse(keyless.isWilling());
        assertEquals(Outcome.REFUSED, take(keyless, signed(new Command.Look()), store));
        assertEquals(List.of(), told.told());
    }

    @Test
    void whatCannotBeKeptIsNotObeyedAndMayComeAgain() {
        byte[] signed = signed(new Command.Seen(7));
        store.breakDown();
        assertEquals(Outcome.NOT_NOW, take(signed));
        assertEquals(List.of(), told.told());

        store.recover();

        assertEquals(Outcome.TAKEN, take(signed));
        assertEquals(List.of("seen 7"), told.told());
    }

    @Test
    void aWithdrawalWaitsForNoDiskAndHappensOnce() {
        byte[] signed = signed(new Command.Withdraw("remote-support"));
        store.breakDown();
        assertEquals(Outcome.NOT_NOW, take(signed));
        assertEquals(List.of("withdraw remote-support"), told.told());
        assertEquals(Outcome.NOT_NOW, take(signed));

        store.recover();

        assertEquals(Outcome.TAKEN, take(signed));
        assertEquals(Outcome.REFUSED, take(signed));
        assertEquals(List.of("withdraw remote-support"), told.told());
    }

    @Test
    void withoutADatabaseOrThePartThatObeysItMayComeAgain() {
        CommandTaker partless = new CommandTaker(Optional.of(vendor.key()), new CommandEffects(), wall, steady);

        assertEquals(Outcome.NOT_NOW, take(taker, signed(new Command.Look()), null));
        for (Command command : new Command[] {new Command.Look(), new Command.Seen(1), new Command.Withdraw("a")}) {
            byte[] signed = signed(command);
            assertEquals(Outcome.NOT_NOW, take(partless, signed, store));
            assertEquals(Outcome.TAKEN, take(signed));
        }
    }

    @Test
    void aFloodOfRefusedCommandsIsOneEntryInTenMinutes() {
        for (int i = 0; i < 10_000; i++) {
            assertEquals(Outcome.REFUSED, take(new byte[] {1}));
        }
        assertEquals(1, told.ledger().size());

        steady.advance(Refusals.REST);
        take(new byte[] {1});

        assertEquals(2, told.ledger().size());
        assertEquals(EventKind.COMMAND_REFUSED, told.ledger().get(1).kind());
        assertEquals(
                Map.of(Detail.RULE, "COMMAND_FORM", Detail.COUNT, "10000"),
                told.ledger().get(1).details());
    }

    private Outcome take(byte[] signed) {
        return take(taker, signed, store);
    }

    private static Outcome take(CommandTaker taker, byte[] signed, @Nullable NonceStore store) {
        return taker.verify(signed, NonceStore.AGENT)
                .map(command -> taker.take(command, store, Runnable::run).join())
                .orElse(Outcome.REFUSED);
    }

    private byte[] signed(Command command) {
        return vendor.sign(order(command));
    }

    private Order order(Command command) {
        return new Order(
                NonceStore.AGENT, command, "nonce-0123456789-" + ++nonces, NOON, NOON.plus(Duration.ofMinutes(5)));
    }

    /** A clock that a hand sets. */
    private static final class Hand extends Clock {
        private Instant now;

        Hand(Instant now) {
            this.now = now;
        }

        void advance(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }
    }
}
