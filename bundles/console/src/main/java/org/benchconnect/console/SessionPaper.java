package org.benchconnect.console;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.benchconnect.console.Paper.Line;
import org.benchconnect.console.Paper.Part;
import org.benchconnect.core.feature.Privilege;
import org.benchconnect.core.ledger.Detail;
import org.benchconnect.core.ledger.Entry;
import org.benchconnect.core.ledger.EventKind;
import org.benchconnect.core.session.Enforcement;
import org.benchconnect.core.session.SessionEnd;
import org.benchconnect.core.session.SessionView.LastSession;
import org.jspecify.annotations.Nullable;

/**
 * Writes what a laboratory keeps of one remote session: who, when, each permission, and how to check it. All of it stands in the audit log, but the supporter's name,
 * which never gets in there and is written as long as this PC keeps it.
 *
 * @param ledgerId of the log
 * @param last the session before, which knows the name
 */
record SessionPaper(ThisPc pc, String ledgerId, People people, Optional<LastSession> last) {
    Paper of(String session, List<Entry> entries) {
        List<Part> parts = List.of(
                new Part(say("session.paper.part.who"), who(session, entries)),
                new Part(say("session.paper.part.log"), log(entries)),
                new Part(say("record.part.pc"), where()),
                new Part(say("record.part.check"), check(entries)));
        return new Paper(
                people.words()
                        .say(
                                "session.paper.title",
                                Map.of("day", people.words().day(entries.get(0).time()))),
                parts);
    }

    private List<Line> who(String session, List<Entry> entries) {
        List<Line> lines = new ArrayList<>();
        Entry first = entries.get(0);
        Entry end = entries.get(entries.size() - 1);
        name(session).ifPresent(name -> lines.add(Line.said(say("session.paper.supporter"), name)));
        details(entries, Detail.SUPPORTER)
                .forEach(digest -> lines.add(Line.exact(say("session.paper.certificate"), digest)));
        if (lines.isEmpty()) {
            lines.add(Line.said(say("session.paper.supporter"), say("session.last.nobody")));
        }
        lines.add(Line.said(say("record.line.begun"), moment(first.time())));
        boolean over = end.event().kind() == EventKind.SESSION_ENDED;
        lines.add(Line.said(say("record.line.ended"), over ? moment(end.time()) : say("record.notYet")));
        if (over) {
            why(end).ifPresent(text -> lines.add(Line.said(say("session.paper.why"), text)));
        }
        lines.add(Line.exact(say("session.paper.session"), session));
        return lines;
    }

    private Optional<String> name(String session) {
        return last.filter(one -> one.session().equals(session))
                .flatMap(LastSession::name)
                .map(ForeignText::quotable);
    }

    private Optional<String> why(Entry end) {
        String reason = end.event().details().getOrDefault(Detail.REASON, "");
        return Stream.of(SessionEnd.values())
                .filter(one -> one.name().equals(reason))
                .findFirst()
                .map(one -> say("session.end." + one));
    }

    private static List<String> details(List<Entry> entries, Detail detail) {
        return entries.stream()
                .map(entry -> entry.event().details().get(detail))
                .flatMap(Stream::ofNullable)
                .distinct()
                .toList();
    }

    private List<Line> log(List<Entry> entries) {
        return entries.stream()
                .map(entry -> Line.said(
                        say("record.line.entries"),
                        people.words()
                                .say(
                                        "record.entry",
                                        Map.of(
                                                "number",
                                                String.valueOf(entry.number()),
                                                "moment",
                                                moment(entry.time()),
                                                "text",
                                                said(entry)))))
                .toList();
    }

    private String said(Entry entry) {
        String sentence = new EntrySentence(entry.event(), people).text();
        Map<Detail, String> details = entry.event().details();
        Optional<String> what = Privilege.of(details.getOrDefault(Detail.PRIVILEGE, ""))
                .map(privilege -> ability(privilege, details.get(Detail.DIRECTION)));
        Optional<String> by = Stream.of(Enforcement.values())
                .filter(one -> one.name().equals(details.get(Detail.ENFORCEMENT)))
                .findFirst()
                .map(one -> say("session.enforcement." + one));
        return Stream.of(Optional.of(sentence), what, by)
                .flatMap(Optional::stream)
                .reduce((a, b) -> a + " " + b)
                .orElseThrow();
    }

    private String ability(Privilege privilege, @Nullable String direction) {
        String exact =
                direction == null ? "" : "session.allowed." + privilege + "." + direction.toUpperCase(Locale.ROOT);
        return people.words().has(exact) ? say(exact) : say("session.ability." + privilege);
    }

    private List<Line> where() {
        List<Line> lines = new ArrayList<>();
        pc.baseRelease().ifPresent(digest -> lines.add(Line.exact(say("record.line.base"), digest)));
        pc.fingerprint().ifPresent(key -> lines.add(Line.exact(say("record.line.key"), key)));
        lines.add(Line.exact(say("record.line.ledger"), ledgerId));
        return lines;
    }

    private List<Line> check(List<Entry> entries) {
        return List.of(
                Line.exact(
                        say("record.line.entryNumber"),
                        entries.get(0).number() + " – "
                                + entries.get(entries.size() - 1).number()),
                Line.said(say("record.line.how"), say("session.paper.how")),
                Line.exact(say("record.line.commands"), "benchconnect audit export benchconnect.ledger"),
                Line.exact(
                        say("record.line.commands"), "benchconnect audit verify benchconnect.ledger --key device.pub"));
    }

    /** By this PC's clock, and in UTC to the second: a paper is read years later, perhaps elsewhere. */
    private String moment(Instant at) {
        return people.words().moment(at) + " (" + at.truncatedTo(ChronoUnit.SECONDS) + ")";
    }

    private String say(String key) {
        return people.words().say(key);
    }
}
