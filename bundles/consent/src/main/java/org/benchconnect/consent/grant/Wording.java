package org.benchconnect.consent.grant;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.benchconnect.consent.wording.Paragraphs;
import org.benchconnect.core.consent.Paragraph;
import org.benchconnect.core.consent.Paragraph.Part;
import org.benchconnect.core.feature.FeaturePlan;
import org.benchconnect.core.feature.Privilege;
import org.benchconnect.core.text.Language;

/**
 * The whole text of a question, in one language: a pure function of what is asked, the instrument and the language. Everything but the last part is in our own
 * words; the author's stand below, marked, and cannot look like ours.
 */
final class Wording {
    /** The feature whose consent is the acceptance of the IT requirements and terms. */
    static final String REMOTE_SUPPORT = "org.benchconnect.remote-support";

    private static final int TERMS = 9;

    private final Language language;

    private Wording(Language language) {
        this.language = language;
    }

    /** That of a language. */
    static Wording in(Language language) {
        return new Wording(language);
    }

    /** Everything that is shown, in order. */
    List<Paragraph> text(Wanted wanted, InstrumentRule instruments) {
        Paragraphs text = new Paragraphs(language);
        question(text, wanted);
        privileges(text, wanted);
        warnings(text, wanted, instruments);
        wanted.plan().ifPresent(plan -> changes(text, plan));
        facts(text, wanted, instruments);
        terms(text, wanted);
        author(text, wanted);
        return text.all();
    }

    private void question(Paragraphs text, Wanted wanted) {
        String key = wanted.plan().isPresent() ? "install" : "run";
        text.add(
                Part.QUESTION,
                "question." + key,
                Map.of("name", text.name(wanted.feature()), "version", wanted.version()));
    }

    private void privileges(Paragraphs text, Wanted wanted) {
        wanted.privileges().stream().sorted().forEach(one -> text.add(Part.PRIVILEGE, "privilege." + one));
        if (wanted.privileges().isEmpty()) {
            text.add(Part.PRIVILEGE, "privilege.none");
        }
    }

    private void warnings(Paragraphs text, Wanted wanted, InstrumentRule instruments) {
        if (wanted.privileges().contains(Privilege.VIEW_SCREEN)) {
            text.add(Part.WARNING, "warning.screen");
        }
        if (wanted.privileges().contains(Privilege.TRANSFER_FILES)) {
            text.add(Part.WARNING, "warning.files");
        }
        if (instruments.unknown() && !wanted.privileges().isEmpty()) {
            text.add(Part.WARNING, "warning.unknown");
        }
        wanted.plan().ifPresent(plan -> warnings(text, plan));
    }

    private void warnings(Paragraphs text, FeaturePlan plan) {
        if (!plan.needs().isEmpty()) {
            text.add(
                    Part.WARNING,
                    "warning.needs",
                    Map.of(
                            "names",
                            Paragraphs.list(
                                    plan.needs().stream().map(text::name).toList())));
        }
        if (!plan.tolerated().isEmpty()) {
            text.add(Part.WARNING, "warning.tolerated");
        }
    }

    private void changes(Paragraphs text, FeaturePlan plan) {
        text.addChanges(plan.changes(), plan.stops());
        text.add(Part.CHANGE, "change.bytes", Map.of("size", text.kilobytes(plan.bytes())));
    }

    private void facts(Paragraphs text, Wanted wanted, InstrumentRule instruments) {
        text.add(
                Part.FACT,
                instruments.labels().isEmpty() ? "fact.noInstrument" : "fact.instrument",
                Map.of("names", Paragraphs.list(instruments.labels())));
        wanted.plan().ifPresent(plan -> signed(text, plan));
        text.add(
                Part.FACT,
                "fact.bytes",
                Map.of(
                        "document",
                        Paragraphs.shortened(wanted.document()),
                        "modules",
                        Paragraphs.list(wanted.modules().stream()
                                .map(Paragraphs::shortened)
                                .toList())));
        text.add(Part.FACT, "fact.role." + wanted.role());
        text.add(Part.FACT, "fact.withdraw");
    }

    private void signed(Paragraphs text, FeaturePlan plan) {
        text.addSigner(plan.signer());
        plan.pluginVendor().ifPresent(vendor -> text.add(Part.FACT, "fact.vendor", Map.of("name", vendor)));
    }

    /** Whatever shows this PC to somebody elsewhere is remote support: its requirements and terms are accepted with it. */
    private void terms(Paragraphs text, Wanted wanted) {
        if (wanted.privileges().contains(Privilege.VIEW_SCREEN)
                || wanted.privileges().contains(Privilege.CONTROL_INPUT)) {
            text.add(Part.TERMS, "terms.accept");
            if (wanted.feature().equals(REMOTE_SUPPORT)) {
                text.add(Part.TERMS, "terms.teamviewer");
            }
            for (int number = 1; number <= TERMS; number++) {
                text.add(Part.TERMS, "terms." + number);
            }
        }
    }

    private void author(Paragraphs text, Wanted wanted) {
        List<String> words = new ArrayList<>(List.of(
                wanted.author().title(),
                wanted.author().vendor(),
                wanted.author().description()));
        words.add(wanted.statement(language));
        text.addAuthors(words);
    }

    /** The language in which this text has that digest; empty if it has it in none. */
    static Optional<Language> languageOf(Wanted wanted, InstrumentRule instruments, String digest) {
        for (Language language : Language.values()) {
            if (Paragraphs.isDigestOf(in(language).text(wanted, instruments), digest)) {
                return Optional.of(language);
            }
        }
        return Optional.empty();
    }
}
