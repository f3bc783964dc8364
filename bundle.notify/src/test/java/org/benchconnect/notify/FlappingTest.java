package org.benchconnect.notify;

import static org.benchconnect.core.signal.Severity.FAULT;
import static org.benchconnect.core.signal.Severity.WARNING;
import static org.benchconnect.notify.RunningClient.done;
import static org.benchconnect.notify.Signals.condition;
import static org.benchconnect.notify.Signals.laser;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.benchconnect.core.notification.Notification.State;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What clears and comes back within minutes is one notice. */
class FlappingTest {
    @TempDir
    Path home;

    @AutoClose
    private RunningClient client;

    @BeforeEach
    void open() {
        client = new RunningClient(home, Map.of("escalate_fault_minutes", 0));
    }

    @Test
    void whatComesBackWithinMinutesIsTheSameNotice() throws Exception {
        for (int i = 0; i < 20; i++) {
            client.so(laser(1, FAULT));
            client.pass(3);
            client.well(condition(1));
            client.pass(14);
        }
        client.pass(1);

        assertEquals(1, client.real().history(10).size());
        assertEquals(20, client.real().history(10).get(0).count());
        assertEquals(List.of(State.OPEN, State.CLEARED), client.reported());
    }

    @Test
    void whoListensHearsEachChangeAllTheSame() throws Exception {
        client.so(laser(1, FAULT));
        client.well(condition(1));
        client.so(laser(1, FAULT));

        assertEquals(
                List.of(State.OPEN, State.CLEARED, State.OPEN),
                client.heard().stream().map(notice -> notice.state()).toList());
    }

    @Test
    void aFaultThatComesBackIsNeverHidden() throws Exception {
        client.so(laser(1, FAULT));
        client.well(condition(1));

        client.so(laser(1, FAULT));

        assertEquals(State.OPEN, client.only().state());
        assertNull(client.only().clearedAt());
    }

    @Test
    void acknowledgedOnceIsAcknowledgedWhenItComesBack() throws Exception {
        client.so(laser(1, WARNING));
        done(client.real().acknowledge(1));
        client.well(condition(1));

        client.so(laser(1, WARNING));
        assertEquals(State.ACKNOWLEDGED, client.only().state());
        client.so(laser(1, FAULT));
        assertEquals(State.OPEN, client.only().state());
    }

    @Test
    void aSeverityThatSwaysIsNewsOnce() throws Exception {
        client.so(laser(1, WARNING));
        client.so(laser(1, FAULT));
        done(client.real().acknowledge(1));
        for (int i = 0; i < 10; i++) {
            client.pass(3);
            client.so(laser(1, WARNING));
            client.so(laser(1, FAULT));
        }

        assertEquals(State.ACKNOWLEDGED, client.only().state());
        assertEquals(List.of(State.OPEN, State.OPEN, State.ACKNOWLEDGED), client.reported());
    }

    @Test
    void aFaultThatReturnsAfterHoursAsAWarningIsNewsAgain() throws Exception {
        client.so(laser(1, FAULT));
        done(client.real().acknowledge(1));
        client.so(laser(1, WARNING));
        client.pass(16);
        client.so(laser(1, WARNING));

        client.so(laser(1, FAULT));

        assertEquals(State.OPEN, client.only().state());
        assertEquals(List.of(State.OPEN, State.ACKNOWLEDGED, State.OPEN), client.reported());
    }

    @Test
    void theServiceSideHearsOfAClearingThatStaysAlsoOverARestart() throws Exception {
        client.so(laser(1, FAULT));
        client.well(condition(1));
        client.pass(14);
        assertEquals(List.of(State.OPEN), client.reported());

        client.restart();
        client.pass(1);
        client.pass(5);

        assertEquals(List.of(State.OPEN, State.CLEARED), client.reported());
    }

    @Test
    void aClockThatIsSetBackLosesNoClearing() throws Exception {
        client.so(laser(1, FAULT));
        client.well(condition(1));
        client.pass(16);
        client.clock().step(Duration.ofHours(-2));
        client.pass(1);

        client.so(laser(2, FAULT));
        client.well(condition(2));
        client.pass(16);

        List<Long> cleared = client.reports().stream()
                .filter(notice -> notice.state() == State.CLEARED)
                .map(notice -> notice.id())
                .toList();
        assertEquals(List.of(1L, 2L), cleared);
    }

    @Test
    void whatComesBackAfterTheServiceSideHeardOfItsClearingIsToldAgain() throws Exception {
        client.so(laser(1, FAULT));
        client.well(condition(1));
        client.pass(16);
        client.clock().step(Duration.ofMinutes(-10));

        client.so(laser(1, FAULT));

        assertEquals(1, client.only().id());
        assertEquals(List.of(State.OPEN, State.CLEARED, State.OPEN), client.reported());
    }

    @Test
    void withoutDampingEachIsANoticeAndToldAtOnce() throws Exception {
        try (RunningClient undamped = new RunningClient(home.resolve("other"), Map.of("flap_minutes", 0))) {
            undamped.so(laser(1, FAULT));
            undamped.well(condition(1));
            undamped.so(laser(1, FAULT));
            undamped.pass(1);

            assertEquals(2, undamped.only().id());
            assertEquals(List.of(State.OPEN, State.CLEARED, State.OPEN), undamped.reported());
        }
    }
}
