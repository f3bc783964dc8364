package org.benchconnect.store;

import java.time.Instant;
import java.util.regex.Pattern;
import org.benchconnect.core.ledger.Head;
import org.benchconnect.core.link.HeadReport;
import org.benchconnect.core.link.NoticeReport;
import org.benchconnect.core.link.Report;
import org.benchconnect.core.notification.Notification;
import org.benchconnect.core.signal.Condition;
import org.benchconnect.core.signal.Facts;
import org.benchconnect.core.signal.Kind;
import org.benchconnect.core.signal.Severity;
import org.jspecify.annotations.Nullable;

/**
 * How a report lies in the outbox: one line of fields joined by {@code |}, which no field can contain. The first field names
 * the kind of report and its version. Pure. Times are kept to the millisecond.
 *
 * <p>Decoding is strict: a line decodes only if encoding the result gives the same line again. What comes back is built
 * from the closed types of a report, so that not even a damaged database makes free text of a row.
 */
final class ReportCodec {
    /** Two full sets of facts and the rest fit; nothing that encode writes is longer. In characters. */
    static final int MAX_LENGTH = 65_536;

    private static final String NOTICE = "notice.1";
    private static final int NOTICE_FIELDS = 14;
    private static final String HEAD = "head.1";
    /** What a ledger's head says: its identity, its size, its root, when, and the signature in Base64. */
    private static final Pattern HEAD_FORM = Pattern.compile(
            HEAD + "\\|[0-9a-f]{32}\\|[0-9]{1,18}\\|[0-9a-f]{64}\\|-?[0-9]{1,18}\\|[A-Za-z0-9+/]{86}==");

    private ReportCodec() {}

    /**
     * The line of a report.
     *
     * @throws IllegalArgumentException if it is not a report that may leave
     */
    static String encode(Report report) {
        return report instanceof HeadReport head ? encode(head.head()) : encode(((NoticeReport) report).notification());
    }

    private static String encode(Head head) {
        String line = String.join(
                "|",
                HEAD,
                head.ledger(),
                Long.toString(head.size()),
                head.root(),
                millis(head.time()),
                head.signature());
        if (!HEAD_FORM.matcher(line).matches()) {
            throw new IllegalArgumentException("a head has not the form of one");
        }
        return line;
    }

    private static String encode(Notification notice) {
        NoticeForm.checked(notice);
        String line = String.join(
                "|",
                NOTICE,
                Long.toString(notice.id()),
                notice.source(),
                notice.condition().code(),
                notice.condition().subject().encode(),
                notice.kind().name(),
                notice.severity().name(),
                notice.facts().encode(),
                notice.state().name(),
                Long.toString(notice.count()),
                millis(notice.firstSeen()),
                millis(notice.lastSeen()),
                millis(notice.acknowledgedAt()),
                millis(notice.clearedAt()));
        if (line.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("a report is too long");
        }
        return line;
    }

    /**
     * Reads {@link #encode}'s line.
     *
     * @throws IllegalArgumentException if the line is not one that {@code encode} writes; the message holds nothing of it
     */
    static Report decode(String line) {
        if (line.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("a report is too long");
        }
        String[] fields = line.split("\\|", NOTICE_FIELDS + 1);
        Report report = HEAD_FORM.matcher(line).matches() ? new HeadReport(head(fields)) : noticeReport(fields);
        if (!encode(report).equals(line)) {
            throw new IllegalArgumentException("a report is not written as we write it");
        }
        return report;
    }

    private static Head head(String[] fields) {
        Instant time = Instant.ofEpochMilli(Long.parseLong(fields[4]));
        return new Head(fields[1], Long.parseLong(fields[2]), fields[3], time, fields[5]);
    }

    private static NoticeReport noticeReport(String[] fields) {
        if (fields.length != NOTICE_FIELDS || !fields[0].equals(NOTICE)) {
            throw new IllegalArgumentException("not a report of this version");
        }
        return new NoticeReport(notice(fields));
    }

    private static Notification notice(String[] fields) {
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
                    instant(fields[13]));
        } catch (IllegalArgumentException e) {
            // Without its message, which would quote the field.
            throw new IllegalArgumentException("a report's field is not of its type");
        }
    }

    private static String millis(@Nullable Instant instant) {
        try {
            return instant == null ? "" : Long.toString(instant.toEpochMilli());
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException("a report's time is out of range", e);
        }
    }

    private static @Nullable Instant instant(String millis) {
        return millis.isEmpty() ? null : Instant.ofEpochMilli(Long.parseLong(millis));
    }
}
