package org.benchconnect.link;

import java.time.Instant;
import org.benchconnect.core.link.NoticeReport;
import org.benchconnect.core.notification.Notification;
import org.benchconnect.core.signal.Condition;
import org.benchconnect.core.signal.Facts;
import org.benchconnect.core.signal.Kind;
import org.benchconnect.core.signal.Severity;
import org.benchconnect.core.store.AgentStore;

/** Notices to send. */
final class Notices {
    static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private Notices() {}

    static Notification notice(long id) {
        return notice(id, "navios");
    }

    static Notification notice(long id, String source) {
        return new Notification(
                id,
                source,
                new Condition("LASER_POWER", Facts.decode("LASER=n" + id)),
                Kind.INSTRUMENT,
                Severity.FAULT,
                Facts.decode("LASER=n" + id
                        + ";MEASURED_MILLIWATT=n12.625;SHUTTER_OPEN=bfalse;PHASE=tAT_START;BUILD=v1.2.3;SERIAL=sAB-12"),
                Notification.State.OPEN,
                3,
                NOON,
                NOON.plusSeconds(5),
                null,
                null);
    }

    /** Puts the reports of some notices into the outbox, each durable on return. */
    static void append(AgentStore store, long from, long to) {
        for (long id = from; id <= to; id++) {
            NoticeReport report = new NoticeReport(notice(id));
            store.write(tables -> tables.outbox().append(report, NOON)).join();
        }
    }
}
