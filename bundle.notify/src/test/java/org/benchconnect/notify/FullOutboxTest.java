package org.benchconnect.notify;

import static org.benchconnect.core.signal.Severity.FAULT;
import static org.benchconnect.core.signal.Severity.WARNING;
import static org.benchconnect.notify.RunningClient.done;
import static org.benchconnect.notify.Signals.condition;
import static org.benchconnect.notify.Signals.laser;
import static org.benchconnect.notify.Signals.simple;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.benchconnect.core.ledger.Detail;
import org.benchconnect.core.ledger.Event;
import org.benchconnect.core.ledger.EventKind;
import org.benchconnect.core.ledger.Ledger;
import org.benchconnect.core.link.OutboxEntry;
import org.benchconnect.core.notification.Notification;
import org.benchconnect.core.signal.Severity;
import org.benchconnect.notify.Signals.Code;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Messages are never given up in silence. */
class FullOutboxTest {
    private static final int ROOM = 1000;

    private final List<Event> written = new CopyOnWriteArrayList<>();

    @AutoClose
    private RunningClient client;

    @BeforeEach
    void openWithRoomForAThousand(@TempDir Path home) throws Exception {
        client = new RunningClient(
                home, Map.of("flap_minutes", 0, "escalate_fault_minutes", 0, "escalate_warning_minutes", 0));
        RealStore.bound(client.store(), ROOM);
        client.real().bindLedger((Ledger) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Ledger.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("note")) {
                        written.add((Event) arguments[0]);
                    }
                    return null;
                }));
    }

    /** Opens and clears, so many times two messages. */
    private void come(int times, Severity severity) throws Exception {
        for (int i = 0; i < times; i++) {
            client.so(simple(Code.STOP_RATE, severity));
            client.well(condition(Code.STOP_RATE));
        }
    }

    private void leave(int count) throws Exception {
        done(client.store().write(tables -> {
            for (OutboxEntry entry : tables.outbox().after(0, count)) {
                tables.outbox().sent(entry.sequence(), "{}", client.clock().instant());
            }
            return true;
        }));
    }

    private List<String> full() {
        return client.real().active().stream()
                .filter(notice -> notice.condition().code().equals("OUTBOX_FULL"))
                .map(notice -> notice.facts().encode())
                .toList();
    }

    @Test
    void whatWasGivenUpIsANoticeAndInTheLedger() throws Exception {
        come(ROOM / 2 + 3, WARNING);
        assertEquals(List.of(), full());

        client.pass(1);

        assertEquals(List.of("GIVEN_UP=n6;WAITING=n1000"), full());
        assertEquals(List.of(Event.of(EventKind.MESSAGES_GIVEN_UP).with(Detail.COUNT, 6)), written);
    }

    @Test
    void moreIsToldAtMostOnceAnHour() throws Exception {
        come(ROOM / 2 + 3, WARNING);
        client.pass(1);
        come(5, WARNING);

        client.pass(59);
        assertEquals(1, written.size());
        client.pass(1);
        client.pass(180);

        assertEquals(2, written.size());
        assertEquals("10", written.get(1).details().get(Detail.COUNT));
        assertEquals(List.of("GIVEN_UP=n17;WAITING=n1000"), full()); // its own report took one
    }

    @Test
    void itClearsWhenThereIsRoomAgain() throws Exception {
        come(ROOM / 2 + 3, WARNING);
        client.pass(1);
        leave(99);
        client.pass(1);
        assertEquals(1, full().size());

        leave(1);
        client.pass(1);

        assertEquals(List.of(), full());
        assertEquals(1, written.size());
    }

    @Test
    void fullOfFaultsTheNoticesStillAreKeptHere() throws Exception {
        come(ROOM / 2, FAULT);

        client.so(laser(2, FAULT));
        client.pass(1);

        assertEquals(ROOM, client.reports().size());
        assertEquals(
                List.of("LASER_POWER", "OUTBOX_FULL"),
                client.real().active().stream()
                        .map(Notification::condition)
                        .map(condition -> condition.code())
                        .toList());
        assertEquals(List.of("GIVEN_UP=n1;WAITING=n1000"), full());
    }
}
