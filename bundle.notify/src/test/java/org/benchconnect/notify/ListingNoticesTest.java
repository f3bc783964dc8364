package org.benchconnect.notify;

import static org.benchconnect.core.signal.Severity.FAULT;
import static org.benchconnect.core.signal.Severity.INFO;
import static org.benchconnect.notify.RunningClient.done;
import static org.benchconnect.notify.Signals.condition;
import static org.benchconnect.notify.Signals.laser;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.benchconnect.core.notification.Notification;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is told of notices, and in which order. */
class ListingNoticesTest {
    @AutoClose
    private RunningClient client;

    @BeforeEach
    void open(@TempDir Path home) {
        client = new RunningClient(home);
    }

    @Test
    void mostSevereComesFirstThenNewest() throws Exception {
        done(client.real().report("navios", List.of(laser(1, INFO), laser(2, FAULT), laser(3, FAULT)), Set.of()));

        assertEquals(
                List.of(3L, 2L, 1L),
                client.real().active().stream().map(Notification::id).toList());
    }

    @Test
    void historyHasALimit() {
        assertThrows(IllegalArgumentException.class, () -> client.real().history(0));
        assertThrows(IllegalArgumentException.class, () -> client.real().history(1001));
    }

    @Test
    void historySurvivesARestart() throws Exception {
        client.fault("a");
        done(client.real().acknowledge(1));
        done(client.real().report("navios", List.of(), Set.of(condition(1))));
        List<Notification> before = client.real().history(10);

        client.restartStore();

        assertEquals(before, client.real().history(10));
    }
}
