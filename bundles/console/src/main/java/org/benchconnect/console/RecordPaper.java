package org.benchconnect.console;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.benchconnect.console.Paper.Line;
import org.benchconnect.console.Paper.Part;
import org.benchconnect.console.UpgradeRecordView.FeatureStepView;
import org.benchconnect.core.ledger.Entry;
import org.benchconnect.core.upgrade.UpgradeRecord;
import org.jspecify.annotations.Nullable;

/** Writes what a laboratory's validation file needs of one change: what, who, when, which bytes, on which PC, and how to check it. */
record RecordPaper(ThisPc pc, LedgerTrail trail, People people) {
    Paper of(UpgradeRecord record) {
        UpgradeRecordView view = UpgradeRecordView.of(record, people);
        List<Entry> entries = trail.of(record);
        List<Part> parts = new ArrayList<>();
        parts.add(part("what", what(view)));
        parts.add(part("when", when(view, entries)));
        parts.add(part("features", features(view)));
        List<Line> notes = notes(view);
        if (!notes.isEmpty()) {
            parts.add(part("notes", notes));
        }
        parts.add(part("modules", modules(view)));
        parts.add(part("pc", where()));
        parts.add(part("check", check(view, entries)));
        return new Paper(say("title", Map.of("generation", String.valueOf(view.generation()))), List.copyOf(parts));
    }

    private List<Line> what(UpgradeRecordView view) {
        return List.of(
                line("change", view.text()),
                line("outcome", view.outcomeText()),
                line(
                        "generation",
                        say(
                                "generations",
                                Map.of(
                                        "before",
                                        String.valueOf(view.before()),
                                        "generation",
                                        String.valueOf(view.generation())))));
    }

    private List<Line> when(UpgradeRecordView view, List<Entry> entries) {
        List<Line> lines = new ArrayList<>();
        UpgradeApprovalView approval = view.approval();
        lines.add(line("allowed", approval == null ? say("nobody") : approval.text()));
        lines.add(line("begun", moment(view.begun())));
        lines.add(line(
                "ended", Optional.ofNullable(view.ended()).map(this::moment).orElseGet(() -> say("notYet"))));
        for (Entry entry : entries) {
            lines.add(line(
                    "entries",
                    say(
                            "entry",
                            Map.of(
                                    "number",
                                    String.valueOf(entry.number()),
                                    "moment",
                                    moment(entry.time()),
                                    "text",
                                    new EntrySentence(entry.event(), people).text()))));
        }
        return lines;
    }

    /** By this PC's clock, and in UTC to the second: a validation file is read years later, perhaps elsewhere. */
    private String moment(Instant at) {
        return people.words().moment(at) + " (" + at.truncatedTo(ChronoUnit.SECONDS) + ")";
    }

    private List<Line> features(UpgradeRecordView view) {
        List<ThisPc.Document> before = pc.documents(view.before());
        List<Line> lines = new ArrayList<>();
        for (FeatureStepView step : view.features()) {
            lines.add(Line.said(step.name(), step.text(people.words())));
            lines.add(Line.exact(step.name(), change("document", digest(before, step), step.document())));
        }
        return lines.isEmpty() ? List.of(line("none", say("noFeatures"))) : lines;
    }

    /** Of the document as the generation before had it; before the first upgrade it lies with what the installer brought. */
    private @Nullable String digest(List<ThisPc.Document> documents, FeatureStepView step) {
        return documents.stream()
                .filter(one -> one.name().equals(step.name()))
                .findFirst()
                .or(() ->
                        pc.baseDocument(step.name()).filter(one -> one.version().equals(step.from())))
                .map(ThisPc.Document::digest)
                .orElse(null);
    }

    /** What the authors say, only from the very document that the journal names. */
    private List<Line> notes(UpgradeRecordView view) {
        List<ThisPc.Document> now = pc.documents(view.generation());
        List<Line> lines = new ArrayList<>();
        for (FeatureStepView step : view.features()) {
            now.stream()
                    .filter(one -> one.digest().equals(step.document()))
                    .flatMap(one -> one.statement(people.words().language()).stream())
                    .findFirst()
                    .ifPresent(text -> lines.add(Line.said(
                            step.name(),
                            people.words().say("feature.quoted", Map.of("statement", ForeignText.statement(text))))));
        }
        return lines;
    }

    private List<Line> modules(UpgradeRecordView view) {
        List<Line> lines = view.modules().stream()
                .map(one -> Line.exact(one.module(), change("file", one.from(), one.to())))
                .toList();
        return lines.isEmpty() ? List.of(line("none", say("noModules"))) : lines;
    }

    private String change(String what, @Nullable String from, @Nullable String to) {
        String unknown = say(what + ".unknown");
        return say(what + ".change", Map.of("from", from == null ? unknown : from, "to", to == null ? unknown : to));
    }

    private List<Line> where() {
        List<Line> lines = new ArrayList<>();
        pc.baseRelease().ifPresent(digest -> lines.add(exact("base", digest)));
        pc.fingerprint().ifPresent(key -> lines.add(exact("key", key)));
        Optional.ofNullable(trail.ledger()).ifPresent(ledger -> lines.add(exact("ledger", ledger.id())));
        return lines.isEmpty() ? List.of(line("none", say("noPc"))) : lines;
    }

    private List<Line> check(UpgradeRecordView view, List<Entry> entries) {
        List<Line> lines = new ArrayList<>();
        String plan = view.plan();
        if (plan != null) {
            lines.add(exact("plan", plan));
        }
        UpgradeApprovalView approval = view.approval();
        if (approval != null) {
            lines.add(exact("entryNumber", String.valueOf(approval.entry())));
        } else if (!entries.isEmpty()) {
            lines.add(exact("entryNumber", String.valueOf(entries.get(0).number())));
        }
        lines.add(line("how", say("howText")));
        lines.add(exact("commands", "benchconnect audit export benchconnect.ledger"));
        lines.add(exact("commands", "benchconnect audit verify benchconnect.ledger --key device.pub"));
        return lines;
    }

    private Part part(String key, List<Line> lines) {
        return new Part(say("part." + key), List.copyOf(lines));
    }

    private Line line(String key, String value) {
        return Line.said(say("line." + key), value);
    }

    private Line exact(String key, String value) {
        return Line.exact(say("line." + key), value);
    }

    private String say(String key) {
        return people.words().say("record." + key);
    }

    private String say(String key, Map<String, String> values) {
        return people.words().say("record." + key, values);
    }
}
