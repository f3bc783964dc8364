package org.benchconnect.notify;

import static org.benchconnect.core.signal.Severity.FAULT;
import static org.benchconnect.core.signal.Severity.INFO;
import static org.benchconnect.core.signal.Severity.WARNING;
import static org.benchconnect.notify.RunningClient.done;
import static org.benchconnect.notify.Signals.condition;
import static org.benchconnect.notify.Signals.laser;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.benchconnect.core.notification.Notification;
import org.benchconnect.core.notification.Notifications;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The history, the shift, and settings that have not their form. */
class RoundTest {
    @TempDir
    Path home;

    private void clearOneAnHour(RunningClient client, int count) throws Exception {
        for (int laser = 1; laser <= count; laser++) {
            client.so(laser(laser, WARNING));
            client.well(condition(laser));
            client.clock().step(Duration.ofHours(1));
        }
    }

    private static List<Long> history(RunningClient client) {
        return client.real().history(1000).stream().map(Notification::id).toList();
    }

    @Test
    void clearedNoticesGoByAge() throws Exception {
        try (RunningClient client = new RunningClient(home, Map.of("history_days", 1))) {
            clearOneAnHour(client, 26);

            client.pass(1);

            assertEquals(23, history(client).size());
            assertEquals(4, history(client).get(22));
        }
    }

    @Test
    void ofMoreThanAreKeptTheNewestStay() throws Exception {
        try (RunningClient client =
                new RunningClient(home, Map.of("history_notices", 100, "escalate_fault_minutes", 0))) {
            clearOneAnHour(client, 103);
            client.so(laser(500, FAULT));

            client.pass(1);

            assertEquals(100, history(client).size());
            assertEquals(4, history(client).get(99));
            assertEquals(1, client.real().active().size());
        }
    }

    @Test
    void sinceTheLastShiftIsToldMostSevereFirst() throws Exception {
        try (RunningClient client = new RunningClient(home)) { // noon: the shift before the running one began at 22:00
            client.clock().step(Duration.ofHours(-15)); // 21:00 of the day before
            client.so(laser(1, INFO));
            client.so(laser(2, WARNING));
            client.clock().step(Duration.ofMinutes(90));
            client.well(condition(2));
            client.so(laser(3, INFO));
            client.clock().step(Duration.ofHours(13));
            client.so(laser(4, FAULT));

            Notifications.Shift shift = client.real().sinceLastShift();

            assertEquals(
                    Duration.ofHours(13).plusMinutes(30),
                    Duration.between(shift.since(), client.clock().instant()));
            assertEquals(
                    List.of(4L, 2L, 3L),
                    shift.notices().stream().map(Notification::id).toList());
        }
    }

    @Test
    void aSettingThatHasNotItsFormIsToldUntilItHas() throws Exception {
        try (RunningClient client =
                new RunningClient(home, Map.of("quiet_hours", "at night", "shift_starts", "early"))) {
            client.pass(2);

            assertEquals(
                    List.of("SETTING=tQUIET_HOURS", "SETTING=tSHIFT_STARTS"),
                    client.real().active().stream()
                            .map(notice -> notice.facts().encode())
                            .sorted()
                            .toList());
        }
        try (RunningClient client = new RunningClient(home)) {
            client.pass(1);

            assertEquals(List.of(), client.real().active());
        }
    }

    @Test
    void aRoundWithNothingToDoChangesNothing() throws Exception {
        try (RunningClient client = new RunningClient(home)) {
            client.pass(3);

            assertEquals(List.of(), client.heard());
            assertEquals(List.of(), client.reported());
        }
    }

    @Test
    void roundsWithoutAStoreFailAndTheNextDoesWhatIsDue() throws Exception {
        try (RunningClient client = new RunningClient(home)) {
            client.so(laser(1, FAULT));
            client.real().unbindStore(client.store());
            client.clock().step(Duration.ofMinutes(20));
            assertEquals(true, client.real().round().isCompletedExceptionally());

            client.real().bindStore(client.store());
            done(client.real().round());

            assertEquals(2, client.heard().size());
        }
    }
}
