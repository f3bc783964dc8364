package org.benchconnect.notify;

import static org.benchconnect.core.signal.Severity.FAULT;
import static org.benchconnect.core.signal.Severity.INFO;
import static org.benchconnect.core.signal.Severity.WARNING;
import static org.benchconnect.notify.RunningClient.MEMORY;
import static org.benchconnect.notify.RunningClient.done;
import static org.benchconnect.notify.Signals.condition;
import static org.benchconnect.notify.Signals.laser;
import static org.benchconnect.notify.Signals.simple;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.benchconnect.core.notification.Notification;
import org.benchconnect.core.signal.Condition;
import org.benchconnect.core.signal.Signal;
import org.benchconnect.notify.Signals.Code;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A day of a laboratory, minute by minute: what leaves the PC is at most 40 messages. From 07:00 to 19:00 a run every five minutes; a laser that becomes weak,
 * fails, and is replaced; a rate of stopped runs at its limit that flaps all day; a folder on a network drive that is gone for some minutes now and then; an
 * update of the instrument's software; a disk that is nearly full and that nobody acknowledges; 60 detectors that change at once after a service.
 */
class OrdinaryDayTest {
    private static final int MINUTES = 24 * 60;
    private static final int MOST_A_DAY = 40;

    @AutoClose
    private RunningClient client;

    @BeforeEach
    void atMidnight(@TempDir Path home) {
        client = new RunningClient(home);
        client.clock().step(Duration.ofHours(-12));
    }

    private static int at(int hour, int minute) {
        return hour * 60 + minute;
    }

    private void run(int minute) throws Exception {
        List<Signal> signals = new ArrayList<>();
        Set<Condition> healthy = new HashSet<>();
        laserOne(minute, signals, healthy);
        if (minute / 5 % 3 == 0) { // every third run
            signals.add(simple(Code.STOP_RATE, WARNING));
        } else {
            healthy.add(condition(Code.STOP_RATE));
        }
        if (minute == at(13, 0)) {
            signals.add(simple(Code.BUILD_CHANGED, INFO));
        } else {
            healthy.add(condition(Code.BUILD_CHANGED));
        }
        done(client.real().record("navios", client.file("run " + minute), Signals.observed(signals, healthy, MEMORY)));
    }

    /** Weak from nine, now and then below the limit of a fault, off from half past ten, well after the service at noon. */
    private static void laserOne(int minute, List<Signal> signals, Set<Condition> healthy) {
        if (minute < at(9, 0) || minute >= at(12, 0)) {
            healthy.add(condition(1));
        } else if (minute >= at(10, 30) || minute % 10 == 0) {
            signals.add(laser(1, FAULT));
        } else {
            signals.add(laser(1, WARNING));
        }
    }

    private void others(int minute) throws Exception {
        if (minute == at(0, 30)) {
            done(client.real().report("host", List.of(laser(9, WARNING)), Set.of()));
        }
        if (minute % 240 < 6) { // six times a day for six minutes
            done(client.real().report("folder", List.of(laser(8, WARNING)), Set.of()));
        } else {
            done(client.real().report("folder", List.of(), Set.of(condition(8))));
        }
        if (minute == at(9, 20)) {
            acknowledgeAll();
        }
        if (minute == at(12, 10)) {
            for (int detector = 100; detector < 160; detector++) {
                client.so(laser(detector, WARNING));
            }
            acknowledgeAll();
        }
    }

    private void acknowledgeAll() throws Exception {
        for (Notification notice : client.real().active()) {
            if (!notice.source().equals("host")) {
                done(client.real().acknowledge(notice.id()));
            }
        }
    }

    @Test
    @Timeout(120)
    void atMostFortyMessagesLeave() throws Exception {
        for (int minute = 0; minute < MINUTES; minute++) {
            others(minute);
            if (minute >= at(7, 0) && minute < at(19, 0) && minute % 5 == 0) {
                run(minute);
            }
            client.pass(1);
        }

        int messages = client.reports().size();
        assertEquals(36, messages);
        assertTrue(messages <= MOST_A_DAY);
    }
}
