package org.benchconnect.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;

/**
 * Notices as people read them: title, detail, remedy, and what else is known.
 *
 * @param zone of the times, the PC's own
 */
record NoticesPrinter(NoticesWords words, ZoneId zone, PrintStream out) {
    /** The source of notices about the PC itself. */
    private static final String PC = "host";

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    /** Those of the instruments, then those about this PC under a heading, each group in the agent's order. */
    void groups(JsonArray notices) {
        notices.asList().stream().filter(notice -> !isOfThisPc(notice)).forEach(this::notice);
        if (notices.asList().stream().anyMatch(NoticesPrinter::isOfThisPc)) {
            out.println(words.thisPc);
            notices.asList().stream().filter(NoticesPrinter::isOfThisPc).forEach(this::notice);
        }
    }

    /** Since when, and the notices. */
    void shift(JsonObject shift) {
        JsonArray notices = notices(shift);
        String since = words.sinceLastShift(
                time(instant(shift, "since").orElseThrow(() -> new JsonParseException("no time"))));
        out.println(since + ": " + (notices.isEmpty() ? words.noneInShift : notices.size()));
        groups(notices);
    }

    /** Those of an answer. */
    static JsonArray notices(JsonObject answer) {
        if (!answer.has("notices")) {
            throw new JsonParseException("no notices");
        }
        return answer.get("notices").getAsJsonArray();
    }

    private void notice(JsonElement notice) {
        notice(notice.getAsJsonObject());
    }

    /** One notice. */
    void notice(JsonObject notice) {
        long count = notice.get("count").getAsLong();
        out.printf(
                Locale.ROOT,
                "%4s  %-" + words.severityWidth() + "s %-12s %s%n",
                said(notice, "id"),
                words.severity(said(notice, "severity")),
                words.state(said(notice, "state")),
                said(notice, "title") + (count > 1 ? " (" + count + "×)" : ""));
        line(said(notice, "detail"));
        line(said(notice, "remedy"));
        instant(notice, "escalatedAt").ifPresent(at -> instant(notice, "firstSeen")
                .ifPresent(opened -> line(words.escalated(minutes(Duration.between(opened, at))))));
        instant(notice, "seenByServiceAt")
                .ifPresent(at ->
                        line(words.seenByService(time(at), said(notice, "state").equals("OPEN"))));
    }

    /** To the nearest. */
    private static long minutes(Duration duration) {
        return duration.plusSeconds(30).toMinutes();
    }

    private void line(String text) {
        out.println("      " + text);
    }

    private String time(Instant at) {
        return TIME.format(at.atZone(zone));
    }

    private static boolean isOfThisPc(JsonElement notice) {
        return said(notice.getAsJsonObject(), "source").equals(PC);
    }

    private static String said(JsonObject notice, String member) {
        if (!notice.has(member)) {
            throw new JsonParseException("a notice without " + member);
        }
        return notice.get(member).getAsString();
    }

    /** A time that may be null, or missing with an agent of an earlier version. */
    private static Optional<Instant> instant(JsonObject object, String member) {
        if (!object.has(member) || object.get(member).isJsonNull()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Instant.parse(said(object, member)));
        } catch (DateTimeParseException e) {
            throw new JsonParseException("no time is " + member, e);
        }
    }
}
