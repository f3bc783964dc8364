package org.benchconnect.upgrade.journal;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;
import org.benchconnect.core.account.AccountId;
import org.benchconnect.core.upgrade.Approval;
import org.benchconnect.core.upgrade.UpgradeRecord.Kind;

/**
 * The form of a line: {@code <CRC-32C of all behind it, 8 hexadecimal digits> <instant> <KIND> key=value ...}, ASCII, each key once, in one order. Whatever is read
 * can be written again as the same bytes. Pure.
 */
final class JournalLine {
    /** The longest, in bytes without its end. */
    static final int MAX = 256 * 1024;

    private static final int CRC = 8;
    private static final Pattern FORM = Pattern.compile("[!-~]+( [!-~]+)*");
    private static final Pattern FIELD = Pattern.compile("[a-z]+=[A-Za-z0-9._:,/-]*");
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,8}");
    private static final Pattern ENTRY = Pattern.compile("(0|[1-9][0-9]{0,17})");
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("(?<=[a-z])(?=[A-Z])");
    private static final Pattern REASON = Pattern.compile("[A-Z_]{1,60}");

    private JournalLine() {}

    /** The line, without its end. */
    static String of(Entry entry) {
        StringBuilder text = new StringBuilder(entry.at().toString());
        text.append(' ').append(kind(entry.step()));
        fields(entry.step())
                .forEach(
                        (key, value) -> text.append(' ').append(key).append('=').append(value));
        String line = crc(text.toString()) + " " + text;
        if (line.length() > MAX) {
            throw new IllegalArgumentException("a step with more than " + MAX + " bytes");
        }
        return line;
    }

    /** Reads a line, without its end. */
    static Entry parse(String line) throws MalformedLineException {
        if (line.length() > MAX || line.length() < CRC + 2 || line.charAt(CRC) != ' ') {
            throw new MalformedLineException("a checksum and at most " + MAX + " bytes");
        }
        String text = line.substring(CRC + 1);
        if (!line.substring(0, CRC).equals(crc(text))) {
            throw new MalformedLineException("the checksum of its bytes");
        }
        if (!FORM.matcher(text).matches()) {
            throw new MalformedLineException("words with one blank between them");
        }
        try {
            String[] words = text.split(" ", -1);
            if (words.length < 2) {
                throw new MalformedLineException("a time and a kind");
            }
            Entry entry = new Entry(Instant.parse(words[0]), step(words[1], read(words)));
            if (!of(entry).equals(line)) {
                throw new MalformedLineException("its one form");
            }
            return entry;
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new MalformedLineException("values of their form");
        }
    }

    private static String crc(String text) {
        CRC32C crc = new CRC32C();
        crc.update(text.getBytes(StandardCharsets.ISO_8859_1));
        return HexFormat.of().toHexDigits(crc.getValue(), CRC);
    }

    private static String kind(Step step) {
        return BETWEEN_WORDS
                .matcher(step.getClass().getSimpleName())
                .replaceAll("_")
                .toUpperCase(Locale.ROOT);
    }

    private static Map<String, String> fields(Step step) {
        Map<String, String> fields = new LinkedHashMap<>();
        if (step instanceof Step.Verified verified) {
            fields.put("plan", digest(verified.plan()));
            fields.put(
                    "documents",
                    String.join(
                            ",",
                            new TreeSet<>(verified.documents())
                                    .stream().map(JournalLine::digest).toList()));
        } else if (step instanceof Step.Consented consented) {
            fields.put("plan", digest(consented.plan()));
            fields.put("entry", String.valueOf(consented.approval().entry()));
            fields.put("by", consented.approval().by().value());
            fields.put("at", consented.approval().at().toString());
            fields.put("when", consented.approval().when().name());
            fields.put(
                    "standing",
                    consented.approval().standing().map(String::valueOf).orElse(""));
        } else if (step instanceof Step.Staged staged) {
            fields.put("generation", number(staged.generation()));
            fields.put("before", number(staged.before()));
            fields.put("plan", staged.plan().map(JournalLine::digest).orElse(""));
        } else if (step instanceof Step.Switched switched) {
            fields.put("generation", number(switched.generation()));
            fields.put("before", number(switched.before()));
            fields.put("change", switched.kind().name());
            fields.put("plan", switched.plan().map(JournalLine::digest).orElse(""));
            fields.put("features", ChangedParts.features(switched.features()));
            fields.put("modules", ChangedParts.modules(switched.modules()));
        } else if (step instanceof Step.Healthy healthy) {
            fields.put("generation", number(healthy.generation()));
        } else if (step instanceof Step.Committed committed) {
            fields.put("generation", number(committed.generation()));
        } else if (step instanceof Step.WentBack back) {
            fields.put("generation", number(back.generation()));
            fields.put("to", number(back.to()));
            fields.put("reason", checked(REASON, back.reason()));
        } else if (step instanceof Step.NotBegun none) {
            fields.put("generation", number(none.generation()));
        } else if (step instanceof Step.Refused refused) {
            fields.put("plan", digest(refused.plan()));
            fields.put("reason", checked(REASON, refused.reason()));
        }
        return fields;
    }

    private static Map<String, String> read(String[] words) throws MalformedLineException {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String word : List.of(words).subList(2, words.length)) {
            if (!FIELD.matcher(word).matches()) {
                throw new MalformedLineException("fields of the form key=value");
            }
            int equals = word.indexOf('=');
            fields.put(word.substring(0, equals), word.substring(equals + 1));
        }
        return fields;
    }

    private static Step step(String kind, Map<String, String> fields) throws MalformedLineException {
        return switch (kind) {
            case "VERIFIED" ->
                new Step.Verified(
                        digest(get(fields, "plan")),
                        Set.of(get(fields, "documents").split(",", -1)));
            case "CONSENTED" -> new Step.Consented(digest(get(fields, "plan")), approval(fields));
            case "STAGED" ->
                new Step.Staged(generation(fields, "generation"), generation(fields, "before"), plan(fields));
            case "SWITCHED" ->
                new Step.Switched(
                        generation(fields, "generation"),
                        generation(fields, "before"),
                        Kind.valueOf(get(fields, "change")),
                        plan(fields),
                        ChangedParts.readFeatures(get(fields, "features")),
                        ChangedParts.readModules(get(fields, "modules")));
            case "HEALTHY" -> new Step.Healthy(generation(fields, "generation"));
            case "COMMITTED" -> new Step.Committed(generation(fields, "generation"));
            case "WENT_BACK" ->
                new Step.WentBack(generation(fields, "generation"), generation(fields, "to"), get(fields, "reason"));
            case "NOT_BEGUN" -> new Step.NotBegun(generation(fields, "generation"));
            case "REFUSED" -> new Step.Refused(digest(get(fields, "plan")), get(fields, "reason"));
            default -> throw new MalformedLineException("a kind of step");
        };
    }

    private static Approval approval(Map<String, String> fields) throws MalformedLineException {
        String standing = get(fields, "standing");
        return new Approval(
                Long.parseLong(checked(ENTRY, get(fields, "entry"))),
                new AccountId(get(fields, "by")),
                Instant.parse(get(fields, "at")),
                Approval.When.valueOf(get(fields, "when")),
                standing.isEmpty() ? Optional.empty() : Optional.of(Long.valueOf(checked(ENTRY, standing))));
    }

    private static String get(Map<String, String> fields, String key) throws MalformedLineException {
        String value = fields.get(key);
        if (value == null) {
            throw new MalformedLineException("all fields of its kind");
        }
        return value;
    }

    private static int generation(Map<String, String> fields, String key) throws MalformedLineException {
        return Integer.parseInt(checked(NUMBER, get(fields, key)));
    }

    private static Optional<String> plan(Map<String, String> fields) throws MalformedLineException {
        String plan = get(fields, "plan");
        return plan.isEmpty() ? Optional.empty() : Optional.of(digest(plan));
    }

    private static String number(int generation) {
        return checked(NUMBER, String.valueOf(generation));
    }

    private static String digest(String digest) {
        return checked(DIGEST, digest);
    }

    private static String checked(Pattern form, String value) {
        if (!form.matcher(value).matches()) {
            throw new IllegalArgumentException("a value of another form");
        }
        return value;
    }
}
