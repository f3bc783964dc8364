package org.benchconnect.notify;

import static org.benchconnect.core.signal.Severity.FAULT;
import static org.benchconnect.core.signal.Severity.WARNING;
import static org.benchconnect.notify.RunningClient.done;
import static org.benchconnect.notify.Signals.condition;
import static org.benchconnect.notify.Signals.laser;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.benchconnect.core.notification.Notification;
import org.benchconnect.core.notification.Notification.State;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A person has seen a notice. */
class AcknowledgingNoticesTest {
    @AutoClose
    private RunningClient client;

    @BeforeEach
    void open(@TempDir Path home) {
        client = new RunningClient(home);
    }

    @Test
    void acknowledgesOnceAndReportsOnce() throws Exception {
        client.fault("a");

        Notification first = done(client.real().acknowledge(1)).orElseThrow();
        Notification second = done(client.real().acknowledge(1)).orElseThrow();

        assertEquals(State.ACKNOWLEDGED, first.state());
        assertEquals(first, second);
        assertEquals(List.of(State.OPEN, State.ACKNOWLEDGED), client.reported());
        assertEquals(2, client.heard().size());
    }

    @Test
    void unknownAndClearedNoticesAreEmpty() throws Exception {
        client.fault("a");
        done(client.real().report("navios", List.of(), Set.of(condition(1))));

        assertEquals(Optional.empty(), done(client.real().acknowledge(1)));
        assertEquals(Optional.empty(), done(client.real().acknowledge(99)));
    }

    @Test
    void riseInSeverityOpensAgainAndIsReported() throws Exception {
        done(client.real().report("navios", List.of(laser(1, WARNING)), Set.of()));
        done(client.real().acknowledge(1));

        done(client.real().report("navios", List.of(laser(1, FAULT)), Set.of()));

        assertEquals(State.OPEN, client.real().active().get(0).state());
        assertEquals(List.of(State.OPEN, State.ACKNOWLEDGED, State.OPEN), client.reported());
    }
}
