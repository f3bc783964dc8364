package org.benchconnect.store;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.benchconnect.core.ledger.Detail;
import org.benchconnect.core.ledger.EventKind;
import org.benchconnect.core.link.SessionReport;

/** How an entry of the event log of sessions lies in the outbox: its details as {@code key=value} with semicolons, which no form of a detail takes. Pure. */
final class SessionLine {
    static final String NAME = "session.1";
    private static final Pattern FORM = Pattern.compile(
            Pattern.quote(NAME) + "\\|[0-9]{1,18}\\|-?[0-9]{1,18}\\|[A-Z_]{1,40}\\|[A-Za-z0-9=;:._-]{0,2000}");

    private SessionLine() {}

    /** The line. */
    static String encode(SessionReport report) {
        String details = report.details().entrySet().stream()
                .map(detail -> detail.getKey().key() + "=" + detail.getValue())
                .collect(Collectors.joining(";"));
        return String.join(
                "|",
                NAME,
                Long.toString(report.entry()),
                ReportCodec.millis(report.at()),
                report.event().name(),
                details);
    }

    /** The report of a line. */
    static SessionReport decode(String line) {
        if (!FORM.matcher(line).matches()) {
            throw new IllegalArgumentException("a session's event has not the form of one");
        }
        String[] fields = line.split("\\|", 5);
        return new SessionReport(
                Long.parseLong(fields[1]),
                Instant.ofEpochMilli(Long.parseLong(fields[2])),
                kind(fields[3]),
                details(fields[4]));
    }

    /** The enum's message would quote what the line has. */
    private static EventKind kind(String name) {
        return SessionReport.KINDS.stream()
                .filter(kind -> kind.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no event of a session"));
    }

    private static Map<Detail, String> details(String text) {
        Map<Detail, String> details = new EnumMap<>(Detail.class);
        if (!text.isEmpty()) {
            for (String pair : text.split(";", -1)) {
                int equals = pair.indexOf('=');
                details.put(detail(pair.substring(0, Math.max(0, equals))), pair.substring(equals + 1));
            }
        }
        return details;
    }

    private static Detail detail(String key) {
        return SessionReport.DETAILS.stream()
                .filter(detail -> detail.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no detail of a session's event"));
    }
}
