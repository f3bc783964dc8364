package org.benchconnect.notify;

import static org.benchconnect.core.signal.Severity.FAULT;
import static org.benchconnect.notify.RunningClient.MEMORY;
import static org.benchconnect.notify.RunningClient.done;
import static org.benchconnect.notify.Signals.condition;
import static org.benchconnect.notify.Signals.laser;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.benchconnect.core.instrument.Memory;
import org.benchconnect.core.notification.Notification;
import org.benchconnect.core.notification.Notification.State;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of the signals of a file. */
class RecordingNoticesTest {
    @AutoClose
    private RunningClient client;

    @BeforeEach
    void open(@TempDir Path home) {
        client = new RunningClient(home);
    }

    @Test
    void noticePositionMemoryAndReportComeTogether() throws Exception {
        client.fault("a");

        assertEquals(State.OPEN, client.real().active().get(0).state());
        boolean read = client.store().read(tables -> tables.positions().isRead("navios", client.file("a")));
        assertTrue(read);
        assertEquals(MEMORY, client.store().read(tables -> tables.positions().memory("navios")));
        assertEquals(List.of(State.OPEN), client.reported());
        assertEquals(client.real().active(), client.heard());
    }

    @Test
    void fileThatWasReadChangesNothing() throws Exception {
        client.fault("a");
        client.fault("a");

        assertEquals(1, client.real().active().get(0).count());
        assertEquals(1, client.heard().size());
    }

    @Test
    @Timeout(60)
    void tenThousandEqualFaultsMakeOneNoticeWithACount() throws Exception {
        List<CompletableFuture<Void>> all = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            all.add(client.real()
                    .record(
                            "navios",
                            client.file("f" + i),
                            Signals.observed(List.of(laser(1, FAULT)), Set.of(), Memory.blank())));
        }
        for (CompletableFuture<Void> each : all) {
            done(each);
        }

        assertEquals(1, client.real().active().size());
        assertEquals(10_000, client.real().active().get(0).count());
        assertEquals(List.of(State.OPEN), client.reported());
        assertEquals(
                10_000,
                client.heard().stream().map(Notification::count).distinct().count());
        assertEquals(10_000, client.heard().get(9_999).count());
    }

    @Test
    void healthyClearsAndANewFaultMuchLaterOpensANewNotice() throws Exception {
        client.fault("a");
        done(client.real()
                .record("navios", client.file("b"), Signals.observed(List.of(), Set.of(condition(1)), MEMORY)));

        assertEquals(List.of(), client.real().active());
        assertEquals(State.CLEARED, client.real().history(10).get(0).state());

        client.pass(16);
        client.fault("c");

        assertEquals(2, client.real().active().get(0).id());
        assertEquals(List.of(State.OPEN, State.CLEARED, State.OPEN), client.reported());
    }

    @Test
    void conditionThatIsSoIsNotWell() throws Exception {
        done(client.real().report("navios", List.of(laser(1, FAULT)), Set.of(condition(1))));

        assertEquals(State.OPEN, client.real().active().get(0).state());
    }

    @Test
    void twoSubjectsAreTwoNoticesAndTwoSourcesAreToo() throws Exception {
        done(client.real().report("navios", List.of(laser(1, FAULT), laser(2, FAULT)), Set.of()));
        done(client.real().report("gallios", List.of(laser(1, FAULT)), Set.of()));

        assertEquals(3, client.real().active().size());
    }

    @Test
    void timesThatListenersHearAreThoseStored() throws Exception {
        client.fault("a");

        assertEquals(
                client.real().active().get(0).firstSeen(), client.heard().get(0).firstSeen());
    }
}
