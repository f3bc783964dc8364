package org.benchconnect.consent.wording;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.NumberFormat;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.Collection;
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
import org.benchconnect.core.feature.FeatureSigner;
import org.benchconnect.core.feature.ModuleChange;
import org.benchconnect.core.text.Language;
import org.benchconnect.core.text.Texts;

/**
 * The text of one question in one language, paragraph by paragraph, from this bundle's own texts ({@code consent.<key>}). What comes from elsewhere fills
 * placeholders as one line each. For one thread.
 */
public final class Paragraphs {
    private static final Map<Language, Texts> ALL = read();
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z]{1,20})\\}");
    private static final int SHOWN_LIST = 20; // names in one paragraph
    private static final int SHOWN_DIGITS = 12; // of a digest

    private final Language language;
    private final Texts texts;
    private final List<Paragraph> all = new ArrayList<>();

    /** Of a text that begins now. */
    public Paragraphs(Language language) {
        this.language = language;
        this.texts = Optional.ofNullable(ALL.get(language))
                .orElseThrow(() -> new IllegalStateException("no texts in " + language));
    }

    private static Map<Language, Texts> read() {
        Map<Language, Texts> all = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            try (InputStream in = Paragraphs.class.getClassLoader().getResourceAsStream(language.file())) {
                if (in == null) {
                    throw new IllegalStateException("the bundle lacks " + language.file());
                }
                all.put(language, Texts.read(language, in));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return all;
    }

    /** So far, in order. */
    public List<Paragraph> all() {
        return List.copyOf(all);
    }

    /** One more, without anything to fill in. */
    public void add(Part part, String key) {
        add(part, key, Map.of());
    }

    /** One more; a placeholder without a value is a dash. */
    public void add(Part part, String key, Map<String, String> values) {
        Matcher placeholder = PLACEHOLDER.matcher(texts.get("consent." + key));
        all.add(new Paragraph(
                part,
                placeholder.replaceAll(found ->
                        Matcher.quoteReplacement(AuthorsWords.inLine(values.getOrDefault(found.group(1), "\u2013"))))));
    }

    /** The authors' words, marked as theirs; nothing if they say nothing. */
    public void addAuthors(Collection<String> words) {
        List<String> lines = words.stream()
                .flatMap(AuthorsWords::lines)
                .distinct()
                .limit(AuthorsWords.MOST_LINES)
                .toList();
        if (!lines.isEmpty()) {
            add(Part.AUTHOR_MARK, "author");
            lines.forEach(line -> all.add(new Paragraph(Part.AUTHOR, line)));
        }
    }

    /** What happens to modules, and which stop although they do not change. */
    public void addChanges(List<ModuleChange> changes, List<String> stops) {
        for (ModuleChange.Kind kind : ModuleChange.Kind.values()) {
            List<String> names = changes.stream()
                    .filter(change -> change.kind() == kind)
                    .map(Paragraphs::module)
                    .toList();
            if (!names.isEmpty()) {
                add(Part.CHANGE, "change." + kind, Map.of("names", list(names)));
            }
        }
        if (!stops.isEmpty()) {
            add(Part.CHANGE, "change.stops", Map.of("names", list(stops)));
        }
    }

    private static String module(ModuleChange change) {
        String versions = change.from().isPresent() && change.to().isPresent()
                ? change.from().get() + " \u2192 " + change.to().get()
                : change.from().or(change::to).orElse("");
        return change.symbolicName() + " " + versions;
    }

    /** Who signed it. */
    public void addSigner(FeatureSigner signer) {
        String date = new DateTimeFormatterBuilder()
                .appendLocalized(FormatStyle.LONG, null)
                .toFormatter(language.locale())
                .withZone(ZoneOffset.UTC)
                .format(signer.signedAt());
        add(
                Part.FACT,
                "fact.signer",
                Map.of("organisation", signer.organisation(), "name", signer.name(), "date", date));
    }

    /** How people call a feature: our own name for what is ours, its exact name for everything else. */
    public String name(String feature) {
        String known = "consent.name." + feature;
        return texts.byKey().containsKey(known) ? texts.get(known) : feature;
    }

    /** Thousands of bytes as this language writes them. */
    public String kilobytes(long bytes) {
        NumberFormat size = NumberFormat.getNumberInstance(language.locale());
        size.setMaximumFractionDigits(1);
        return size.format(bytes / 1000.0);
    }

    /** Names one after the other, the first 20. */
    public static String list(Collection<String> names) {
        String shown =
                names.stream().map(AuthorsWords::inLine).limit(SHOWN_LIST).collect(Collectors.joining(", "));
        return names.size() > SHOWN_LIST ? shown + ", \u2026 (" + names.size() + ")" : shown;
    }

    /** The beginning of a digest, as people compare it. */
    public static String shortened(String sha256) {
        return sha256.substring(0, Math.min(SHOWN_DIGITS, sha256.length()));
    }

    /** Whether this is the digest of that text, to which an answer is bound. */
    public static boolean isDigestOf(List<Paragraph> text, String digest) {
        return ConsentRequest.textDigest(text).equals(digest);
    }

    /** How the ledger writes a language. */
    public static String tag(Language language) {
        return language.name().toLowerCase(Locale.ROOT);
    }
}
