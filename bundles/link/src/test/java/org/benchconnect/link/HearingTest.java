package org.benchconnect.link;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.benchconnect.core.link.Link.State;
import org.benchconnect.core.testing.SteppingClock;
import org.benchconnect.link.Backoff.Loss;
import org.benchconnect.link.Broker.Receipt;
import org.benchconnect.link.Broker.Reception;
import org.benchconnect.link.FakeBroker.FakeSession;
import org.benchconnect.link.command.Command;
import org.benchconnect.link.dialect.Incoming;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** When what came is acknowledged, and when not. */
class HearingTest {
    private static final Duration SOON = Duration.ofSeconds(60);

    private final Vendor vendor = new Vendor();
    private final Obedience obeyed = new Obedience();
    private final FakeBroker broker = new FakeBroker();
    private final FakeStore store = new FakeStore();
    private final SteppingClock clock = new SteppingClock(Notices.NOON);
    private final Supervisor supervisor = vendor.supervisor(broker, clock, clock);
    private RunningSupervisor running;

    @BeforeEach
    void start() {
        obeyed.bind(vendor);
        running = RunningSupervisor.start(supervisor);
        supervisor.store(store);
    }

    @AfterEach
    void stop() throws InterruptedException {
        running.stop();
    }

    @Test
    void aCommandIsAcknowledgedWhenItIsKeptAndObeyed() throws Exception {
        FakeSession session = online();

        Reception reception = session.say(command(new Command.Seen(7)), new Receipt(5, 1));

        assertEquals(Reception.LATER, reception);
        Await.until(SOON, () -> "not acknowledged", () -> session.taken().equals(List.of(new Receipt(5, 1))));
        assertEquals(List.of("seen 7"), obeyed.told());
    }

    @Test
    void whatCannotBeKeptIsNotAcknowledgedAndObeyedWhenItComesAgain() throws Exception {
        FakeSession session = online();
        Incoming seen = command(new Command.Seen(7));
        Incoming withdraw = command(new Command.Withdraw("remote-support"));
        store.breakDown();
        session.say(seen, new Receipt(5, 1));
        session.say(withdraw, new Receipt(6, 1));
        Await.until(SOON, () -> "not withdrawn", () -> obeyed.told().equals(List.of("withdraw remote-support")));
        assertEquals(List.of(), session.taken());

        store.recover();
        session.lose(Loss.ISOLATED);
        FakeSession next = online();
        next.say(seen, new Receipt(1, 1));
        next.say(withdraw, new Receipt(2, 1));

        Await.until(SOON, () -> "not acknowledged", () -> next.taken().size() == 2);
        assertEquals(List.of("withdraw remote-support", "seen 7"), obeyed.told());
    }

    @Test
    void whatIsNoCommandEndsWhereItCame() throws Exception {
        FakeSession session = online();

        for (int i = 0; i < 1000; i++) {
            assertEquals(
                    Reception.DONE,
                    session.say(incoming("cmd/x", "noise".getBytes(StandardCharsets.UTF_8)), new Receipt(i, 1)));
        }
        assertEquals(Reception.UNASKED, session.say(incoming("notify", new byte[0]), new Receipt(1, 1)));

        assertEquals(1, obeyed.ledger().size());
        assertEquals(List.of(), obeyed.told());
    }

    @Test
    void aStopObeysWhatWasKept() throws Exception {
        FakeSession session = online();
        session.say(command(new Command.Withdraw("remote-support")), new Receipt(5, 1));

        running.stop();

        assertEquals(List.of("withdraw remote-support"), obeyed.told());
    }

    private Incoming command(Command command) {
        return incoming("cmd/any", vendor.sign(FakeStore.AGENT, command, clock.instant()));
    }

    private static Incoming incoming(String topic, byte[] payload) {
        return new Incoming("bc/v1/lab-7/" + FakeStore.AGENT + "/" + topic, payload, false);
    }

    private FakeSession online() throws Exception {
        FakeSession session = broker.connected();
        Await.until(SOON, () -> "not online", () -> supervisor.seen().state() == State.ONLINE);
        return session;
    }
}
