package org.benchconnect.consent.grant;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.NumberFormat;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.benchconnect.core.consent.ConsentRequest;
import org.benchconnect.core.consent.Paragraph;
import org.benchconnect.core.consent.Paragraph.Part;
import org.benchconnect.core.feature.FeaturePlan;
import org.benchconnect.core.feature.FeatureSigner;
import org.benchconnect.core.feature.ModuleChange;
import org.benchconnect.core.feature.Privilege;
import org.benchconnect.core.text.Language;
import org.benchconnect.core.text.Texts;

/**
 * The whole text of a question, in one language: a pure function of what is asked, the instrument and the language. Everything but the last part is in our own
 * words; the author's stand below, marked, and cannot look like ours.
 */
final class Wording {
    /** The feature whose consent is the acceptance of the IT requirements and terms. */
    static final String REMOTE_SUPPORT = "org.benchconnect.remote-support";

    private static final Map<Language, Wording> ALL = read();
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z]{1,20})\\}");
    private static final int SHOWN_LIST = 20; // names in one paragraph
    private static final int TERMS = 9;

    private final Language language;
    private final Texts texts;

    private Wording(Language language, Texts texts) {
        this.language = language;
        this.texts = texts;
    }

    /** That of a language. */
    static Wording in(Language language) {
        Wording wording = ALL.get(language);
        if (wording == null) {
            throw new IllegalStateException("no texts in " + language);
        }
        return wording;
    }

    private static Map<Language, Wording> read() {
        Map<Language, Wording> all = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            try (InputStream in = Wording.class.getClassLoader().getResourceAsStream(language.file())) {
                if (in == null) {
                    throw new IllegalStateException("the bundle lacks " + language.file());
                }
                all.put(language, new Wording(language, Texts.read(language, in)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return all;
    }

    /** Everything that is shown, in order. */
    List<Paragraph> text(Wanted wanted, InstrumentRule instruments) {
        Paragraphs text = new Paragraphs();
        question(text, wanted);
        privileges(text, wanted);
        warnings(text, wanted, instruments);
        wanted.plan().ifPresent(plan -> changes(text, plan));
        facts(text, wanted, instruments);
        terms(text, wanted);
        author(text, wanted);
        return text.all;
    }

    private void question(Paragraphs text, Wanted wanted) {
        String key = wanted.plan().isPresent() ? "install" : "run";
        text.add(Part.QUESTION, "question." + key, Map.of("name", name(wanted.feature()), "version", wanted.version()));
    }

    /** How people call it: our own name for what is ours, its exact name for everything else. */
    private String name(String feature) {
        String known = "consent.name." + feature;
        return texts.byKey().containsKey(known) ? texts.get(known) : feature;
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
                    Map.of("names", list(plan.needs().stream().map(this::name).toList())));
        }
        if (!plan.tolerated().isEmpty()) {
            text.add(Part.WARNING, "warning.tolerated");
        }
    }

    private void changes(Paragraphs text, FeaturePlan plan) {
        for (ModuleChange.Kind kind : ModuleChange.Kind.values()) {
            List<String> names = plan.changes().stream()
                    .filter(change -> change.kind() == kind)
                    .map(Wording::module)
                    .toList();
            if (!names.isEmpty()) {
                text.add(Part.CHANGE, "change." + kind, Map.of("names", list(names)));
            }
        }
        if (!plan.stops().isEmpty()) {
            text.add(Part.CHANGE, "change.stops", Map.of("names", list(plan.stops())));
        }
        NumberFormat size = NumberFormat.getNumberInstance(language.locale());
        size.setMaximumFractionDigits(1);
        text.add(Part.CHANGE, "change.bytes", Map.of("size", size.format(plan.bytes() / 1000.0)));
    }

    private static String module(ModuleChange change) {
        String versions = change.from().isPresent() && change.to().isPresent()
                ? change.from().get() + " \u2192 " + change.to().get()
                : change.from().or(change::to).orElse("");
        return change.symbolicName() + " " + versions;
    }

    private void facts(Paragraphs text, Wanted wanted, InstrumentRule instruments) {
        text.add(
                Part.FACT,
                instruments.labels().isEmpty() ? "fact.noInstrument" : "fact.instrument",
                Map.of("names", list(instruments.labels())));
        wanted.plan().ifPresent(plan -> signed(text, plan));
        text.add(
                Part.FACT,
                "fact.bytes",
                Map.of(
                        "document",
                        shortened(wanted.document()),
                        "modules",
                        list(wanted.modules().stream().map(Wording::shortened).toList())));
        text.add(Part.FACT, "fact.role." + wanted.role());
        text.add(Part.FACT, "fact.withdraw");
    }

    private void signed(Paragraphs text, FeaturePlan plan) {
        FeatureSigner signer = plan.signer();
        String date = new DateTimeFormatterBuilder()
                .appendLocalized(FormatStyle.LONG, null)
                .toFormatter(language.locale())
                .withZone(ZoneOffset.UTC)
                .format(signer.signedAt());
        text.add(
                Part.FACT,
                "fact.signer",
                Map.of("organisation", signer.organisation(), "name", signer.name(), "date", date));
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
        List<String> lines = words.stream()
                .flatMap(AuthorsWords::lines)
                .distinct()
                .limit(AuthorsWords.MOST_LINES)
                .toList();
        if (!lines.isEmpty()) {
            text.add(Part.AUTHOR_MARK, "author");
            lines.forEach(line -> text.all.add(new Paragraph(Part.AUTHOR, line)));
        }
    }

    private static String list(List<String> names) {
        String shown =
                names.stream().map(AuthorsWords::inLine).limit(SHOWN_LIST).collect(Collectors.joining(", "));
        return names.size() > SHOWN_LIST ? shown + ", \u2026 (" + names.size() + ")" : shown;
    }

    private static String shortened(String sha256) {
        return sha256.substring(0, Math.min(12, sha256.length()));
    }

    /** The language in which this text has that digest; empty if it has it in none. */
    static Optional<Language> languageOf(Wanted wanted, InstrumentRule instruments, String digest) {
        for (Language language : Language.values()) {
            if (ConsentRequest.textDigest(in(language).text(wanted, instruments))
                    .equals(digest)) {
                return Optional.of(language);
            }
        }
        return Optional.empty();
    }

    /** How the ledger writes a language. */
    static String tag(Language language) {
        return language.name().toLowerCase(Locale.ROOT);
    }

    /** The paragraphs so far. */
    private final class Paragraphs {
        private final List<Paragraph> all = new ArrayList<>();

        void add(Part part, String key) {
            add(part, key, Map.of());
        }

        void add(Part part, String key, Map<String, String> values) {
            Matcher placeholder = PLACEHOLDER.matcher(texts.get("consent." + key));
            all.add(new Paragraph(
                    part,
                    placeholder.replaceAll(found -> Matcher.quoteReplacement(
                            AuthorsWords.inLine(values.getOrDefault(found.group(1), "\u2013"))))));
        }
    }
}
