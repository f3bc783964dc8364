package org.benchconnect.store;

import java.time.Instant;
import java.util.regex.Pattern;
import org.benchconnect.core.ledger.Head;
import org.benchconnect.core.link.HeadReport;
import org.benchconnect.core.link.NoticeReport;
import org.benchconnect.core.link.RegistrationReport;
import org.benchconnect.core.link.ReleaseReport;
import org.benchconnect.core.link.Report;
import org.benchconnect.core.link.SessionReport;
import org.benchconnect.core.signal.SoftwareVersion;
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

    private static final String HEAD = "head.1";
    /** What a ledger's head says: its identity, its size, its root, when, and the signature in Base64. */
    private static final Pattern HEAD_FORM = Pattern.compile(
            HEAD + "\\|[0-9a-f]{32}\\|[0-9]{1,18}\\|[0-9a-f]{64}\\|-?[0-9]{1,18}\\|[A-Za-z0-9+/]{86}==");

    private static final String RELEASE = "release.1";
    /** What became of an upgrade: from, to, either empty if not known, and how it ended. */
    private static final Pattern RELEASE_FORM =
            Pattern.compile(RELEASE + "\\|[0-9.]{0,50}\\|[0-9.]{0,50}\\|(?:COMMITTED|WENT_BACK|REFUSED)");

    private ReportCodec() {}

    /**
     * The line of a report.
     *
     * @throws IllegalArgumentException if it is not a report that may leave
     */
    static String encode(Report report) {
        String line;
        if (report instanceof HeadReport head) {
            line = encode(head.head());
        } else if (report instanceof RegistrationReport registration) {
            line = RegistrationLine.encode(registration.registration());
        } else if (report instanceof ReleaseReport release) {
            line = encode(release);
        } else if (report instanceof SessionReport session) {
            line = SessionLine.encode(session);
        } else {
            line = NoticeLine.encode(((NoticeReport) report).notification());
        }
        return checkedLength(line);
    }

    private static String checkedLength(String line) {
        if (line.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("a report is too long");
        }
        return line;
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

    private static String encode(ReleaseReport report) {
        return String.join(
                "|",
                RELEASE,
                version(report.from()),
                version(report.to()),
                report.outcome().name());
    }

    private static String version(@Nullable SoftwareVersion version) {
        return version == null ? "" : version.toString();
    }

    /**
     * Reads {@link #encode}'s line.
     *
     * @throws IllegalArgumentException if the line is not one that {@code encode} writes; the message holds nothing of it
     */
    static Report decode(String line) {
        Report report = report(checkedLength(line));
        if (!encode(report).equals(line)) {
            throw new IllegalArgumentException("a report is not written as we write it");
        }
        return report;
    }

    private static Report report(String line) {
        if (line.startsWith(RegistrationLine.NAME)) {
            return RegistrationLine.decode(line);
        } else if (HEAD_FORM.matcher(line).matches()) {
            return new HeadReport(head(line.split("\\|", 6)));
        } else if (RELEASE_FORM.matcher(line).matches()) {
            return release(line.split("\\|", 4));
        } else if (line.startsWith(SessionLine.NAME)) {
            return SessionLine.decode(line);
        }
        return NoticeLine.decode(line);
    }

    private static Head head(String[] fields) {
        Instant time = Instant.ofEpochMilli(Long.parseLong(fields[4]));
        return new Head(fields[1], Long.parseLong(fields[2]), fields[3], time, fields[5]);
    }

    private static ReleaseReport release(String[] fields) {
        return new ReleaseReport(version(fields[1]), version(fields[2]), ReleaseReport.Outcome.valueOf(fields[3]));
    }

    private static @Nullable SoftwareVersion version(String text) {
        return text.isEmpty()
                ? null
                : SoftwareVersion.parse(text)
                        .orElseThrow(() -> new IllegalArgumentException("a release's version is none"));
    }

    static String millis(@Nullable Instant instant) {
        try {
            return instant == null ? "" : Long.toString(instant.toEpochMilli());
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException("a report's time is out of range", e);
        }
    }
}
