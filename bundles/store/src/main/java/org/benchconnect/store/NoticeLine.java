package org.benchconnect.store;

import java.time.Instant;
import org.benchconnect.core.link.NoticeReport;
import org.benchconnect.core.notification.Notification;
import org.benchconnect.core.signal.Condition;
import org.benchconnect.core.signal.Facts;
import org.benchconnect.core.signal.Kind;
import org.benchconnect.core.signal.Severity;
import org.jspecify.annotations.Nullable;

/**
 * How the report of a notice lies in the outbox: 14 fields, or 16 under another name once it was pressed on or seen by the service side, so that a line of an
 * older release still is the line of its report. Pure.
 */
final class NoticeLine {
    private static final String PLAIN = "notice.1";
    private static final int PLAIN_FIELDS = 14;
    private static final String MARKED = "notice.2";
    private static final int MARKED_FIELDS = 16;

    private NoticeLine() {}

    /** The line. */
    static String encode(Notification notice) {
        NoticeForm.checked(notice);
        boolean marked = notice.escalatedAt() != null || notice.seenByServiceAt() != null;
        String plain = String.join(
                "|",
                marked ? MARKED : PLAIN,
                Long.toString(notice.id()),
                notice.source(),
                notice.condition().code(),
                notice.condition().subject().encode(),
                notice.kind().name(),
                notice.severity().name(),
                notice.facts().encode(),
                notice.state().name(),
                Long.toString(notice.count()),
                ReportCodec.millis(notice.firstSeen()),
                ReportCodec.millis(notice.lastSeen()),
                ReportCodec.millis(notice.acknowledgedAt()),
                ReportCodec.millis(notice.clearedAt()));
        return marked
                ? String.join(
                        "|",
                        plain,
                        ReportCodec.millis(notice.escalatedAt()),
                        ReportCodec.millis(notice.seenByServiceAt()))
                : plain;
    }

    /** The report of a line. */
    static NoticeReport decode(String line) {
        String[] fields = line.split("\\|", MARKED_FIELDS + 1);
        boolean plain = fields.length == PLAIN_FIELDS && fields[0].equals(PLAIN);
        boolean marked = fields.length == MARKED_FIELDS && fields[0].equals(MARKED);
        if (!plain && !marked) {
            throw new IllegalArgumentException("not a report of this version");
        }
        return new NoticeReport(notice(fields, marked));
    }

    private static Notification notice(String[] fields, boolean marked) {
        try {
            return new Notification(
                    Long.parseLong(fields[1]),
                    fields[2],
                    new Condition(fields[3], Facts.decode(fields[4])),
                    Kind.valueOf(fields[5]),
                    Severity.valueOf(fields[6]),
                    Facts.decode(fields[7]),
                    Notification.State.valueOf(fields[8]),
                    Long.parseLong(fields[9]),
                    Instant.ofEpochMilli(Long.parseLong(fields[10])),
                    Instant.ofEpochMilli(Long.parseLong(fields[11])),
                    instant(fields[12]),
                    instant(fields[13]),
                    marked ? instant(fields[14]) : null,
                    marked ? instant(fields[15]) : null);
        } catch (IllegalArgumentException e) {
            // Without its message, which would quote the field.
            throw new IllegalArgumentException("a report's field is not of its type");
        }
    }

    private static @Nullable Instant instant(String millis) {
        return millis.isEmpty() ? null : Instant.ofEpochMilli(Long.parseLong(millis));
    }
}
