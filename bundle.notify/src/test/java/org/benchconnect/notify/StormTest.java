package org.benchconnect.notify;

import static org.benchconnect.core.signal.Severity.FAULT;
import static org.benchconnect.core.signal.Severity.WARNING;
import static org.benchconnect.notify.Signals.condition;
import static org.benchconnect.notify.Signals.laser;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.benchconnect.core.notification.Notification;
import org.benchconnect.core.signal.Facts;
import org.benchconnect.core.signal.Kind;
import org.benchconnect.core.signal.Signal;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many conditions of one code within a time become one notice with a count. */
class StormTest {
    private static final int SINGLY = 5;

    @AutoClose
    private RunningClient client;

    @BeforeEach
    void open(@TempDir Path home) {
        client = new RunningClient(home);
    }

    private List<Notification> storms() {
        return client.real().active().stream()
                .filter(notice -> notice.condition().code().equals("NOTICE_STORM"))
                .toList();
    }

    private void warnings(int from, int to) throws Exception {
        for (int laser = from; laser <= to; laser++) {
            client.so(laser(laser, WARNING));
        }
    }

    @Test
    void theFirstOpenSinglyTheRestAreCounted() throws Exception {
        warnings(1, 200);

        assertEquals(SINGLY + 1, client.real().active().size());
        Notification storm = storms().get(0);
        assertEquals(200 - SINGLY, storm.count());
        assertEquals("OF=tLASER_POWER;COUNTED=n" + (200 - SINGLY), storm.facts().encode());
        assertEquals(WARNING, storm.severity());
        assertEquals("navios", storm.source());
        assertEquals(SINGLY + 1, client.reported().size());
    }

    @Test
    void itIsOfTheKindOfWhatItCounts() throws Exception {
        for (int program = 1; program <= 20; program++) {
            Facts of = Facts.none().with(Signals.Name.LASER, program);
            client.so(new Signal(Signals.Code.PROGRAM_STOPPED, WARNING, of));
        }

        assertEquals(Kind.SOFTWARE, storms().get(0).kind());
        assertEquals(15, storms().get(0).count());
    }

    @Test
    void whatHasItsOwnNoticeIsToldThere() throws Exception {
        warnings(1, 20);
        client.so(laser(3, WARNING));

        assertEquals(20 - SINGLY, storms().get(0).count());
    }

    @Test
    void aFaultIsNeverHiddenInIt() throws Exception {
        warnings(1, 20);

        for (int laser = 101; laser <= 150; laser++) {
            client.so(laser(laser, FAULT));
        }
        client.so(laser(15, FAULT));

        assertEquals(
                51,
                client.real().active().stream()
                        .filter(notice -> notice.severity() == FAULT)
                        .count());
    }

    @Test
    void itIsOverWhenNoMoreCome() throws Exception {
        warnings(1, 20);
        client.pass(9);
        warnings(20, 20);
        client.pass(9);
        assertEquals(1, storms().size());

        client.pass(1);

        assertTrue(storms().isEmpty());
        warnings(21, 21);
        assertEquals(condition(21), client.real().active().get(0).condition());
    }

    @Test
    void oneThatBeginsAgainWithinMinutesIsTheSame() throws Exception {
        warnings(1, 20);
        client.pass(10);
        assertTrue(storms().isEmpty());

        warnings(21, 40);

        assertEquals(1, storms().size());
        assertEquals(15 + 15, storms().get(0).count());
        assertEquals("OF=tLASER_POWER;COUNTED=n30", storms().get(0).facts().encode());
    }

    @Test
    void slowlyOneAfterAnotherIsNoStorm() throws Exception {
        for (int laser = 1; laser <= 30; laser++) {
            client.so(laser(laser, WARNING));
            client.pass(3);
        }

        assertEquals(30, client.real().active().size());
        assertTrue(storms().isEmpty());
    }
}
