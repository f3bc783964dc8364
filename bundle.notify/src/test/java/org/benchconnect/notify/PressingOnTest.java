package org.benchconnect.notify;

import static org.benchconnect.core.signal.Severity.FAULT;
import static org.benchconnect.core.signal.Severity.INFO;
import static org.benchconnect.core.signal.Severity.WARNING;
import static org.benchconnect.notify.RunningClient.done;
import static org.benchconnect.notify.Signals.laser;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.benchconnect.core.notification.Notification;
import org.benchconnect.core.notification.Notification.State;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A fault or warning that nobody acknowledges is told again. */
class PressingOnTest {
    @AutoClose
    private RunningClient client;

    @BeforeEach
    void open(@TempDir Path home) {
        client = new RunningClient(home);
    }

    private long pressed() {
        return client.heard().stream()
                .map(Notification::escalatedAt)
                .filter(at -> at != null)
                .distinct()
                .count();
    }

    @Test
    void aFaultIsPressedOnAndTheServiceSideIsToldOnce() throws Exception {
        client.so(laser(1, FAULT));
        client.pass(14);
        assertNull(client.only().escalatedAt());

        client.pass(1);
        assertEquals(client.clock().instant(), client.only().escalatedAt());
        client.pass(24 * 60);

        assertEquals(7, pressed()); // after 15, 30, 60, 120, 240, 480 and 960 minutes
        assertEquals(List.of(State.OPEN, State.OPEN), client.reported());
        assertNotNull(client.reports().get(1).escalatedAt());
    }

    @Test
    void aWarningIsPressedOnLaterAndAnInfoNever() throws Exception {
        client.so(laser(1, WARNING), laser(2, INFO));

        client.pass(239);
        assertEquals(0, pressed());
        client.pass(1);

        assertEquals(1, pressed());
        assertEquals(WARNING, client.heard().get(client.heard().size() - 1).severity());
    }

    @Test
    void whatIsAcknowledgedIsNot() throws Exception {
        client.so(laser(1, FAULT));
        done(client.real().acknowledge(1));

        client.pass(60);

        assertEquals(0, pressed());
    }

    @Test
    void anAcknowledgedWarningThatBecomesAFaultCountsFromThen() throws Exception {
        client.so(laser(1, WARNING));
        done(client.real().acknowledge(1));
        client.pass(60);
        client.so(laser(1, FAULT));

        client.pass(14);
        assertEquals(0, pressed());
        client.pass(1);

        assertEquals(1, pressed());
    }

    @Test
    void itGoesOnWhereItWasAfterARestart() throws Exception {
        client.so(laser(1, FAULT));
        client.pass(10);

        client.restart();
        client.pass(5);

        assertNotNull(client.only().escalatedAt());
    }

    @Test
    void whatTheServiceSideHasSeenIsPressedOnAllTheSame() throws Exception {
        client.so(laser(1, FAULT));

        assertTrue(done(client.real().seenByService(1)));
        assertFalse(done(client.real().seenByService(99)));
        client.pass(15);

        assertEquals(State.OPEN, client.only().state());
        assertNotNull(client.only().seenByServiceAt());
        assertEquals(1, pressed());
    }

    @Test
    void whatTheServiceSideSawTwiceIsHeardOfOnceAndNotReported() throws Exception {
        client.so(laser(1, FAULT));

        assertTrue(done(client.real().seenByService(1)));
        assertTrue(done(client.real().seenByService(1)));

        assertEquals(2, client.heard().size());
        assertEquals(List.of(State.OPEN), client.reported());
    }

    @Test
    void aClearedNoticeCannotBeSeenByTheServiceSide() throws Exception {
        client.so(laser(1, FAULT));
        client.well(Signals.condition(1));

        assertFalse(done(client.real().seenByService(1)));
    }
}
