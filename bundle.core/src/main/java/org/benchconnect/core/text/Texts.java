package org.benchconnect.core.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.text.NumberFormat;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.benchconnect.core.signal.Fact;
import org.benchconnect.core.signal.Facts;

/**
 * The texts of one language. Keys: {@code code.<CODE>.title}, {@code .detail} and {@code .remedy} for what a signal says,
 * {@code token.<TOKEN>} for what a fact's token says, {@code status.<SUBJECT>} for a status. Placeholders are the names of
 * facts as JSON writes them: {@code {measuredMilliwatt}}. Immutable.
 */
public final class Texts {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-zA-Z0-9]{1,40})\\}");

    private final Language language;
    private final Map<String, String> byKey;

    private Texts(Language language, Map<String, String> byKey) {
        this.language = language;
        this.byKey = Map.copyOf(byKey);
    }

    /** One bundle's texts. Closes the stream. */
    public static Texts read(Language language, InputStream utf8) throws IOException {
        Properties properties = new Properties();
        try (InputStreamReader reader = new InputStreamReader(utf8, StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        Map<String, String> byKey = new HashMap<>();
        properties.stringPropertyNames().forEach(key -> byKey.put(key, properties.getProperty(key)));
        return new Texts(language, byKey);
    }

    /** The texts of several bundles as one; of two with the same key the first stands. */
    public static Texts all(Language language, Collection<Texts> parts) {
        Map<String, String> byKey = new HashMap<>();
        parts.forEach(part -> part.byKey.forEach(byKey::putIfAbsent));
        return new Texts(language, byKey);
    }

    /** Every key with its text. */
    public Map<String, String> byKey() {
        return byKey;
    }

    /** The text of a key; the key itself if there is none, so that a gap is seen and nothing fails. */
    public String get(String key) {
        return byKey.getOrDefault(key, key);
    }

    /** The text of a key with its placeholders filled: numbers as this language writes them, tokens by their own texts. */
    public String get(String key, Facts facts) {
        Map<String, String> said = new HashMap<>();
        facts.forEach((name, fact) -> said.put(name, say(fact)));
        Matcher placeholder = PLACEHOLDER.matcher(get(key));
        return placeholder.replaceAll(found -> Matcher.quoteReplacement(said.getOrDefault(found.group(1), "–")));
    }

    /** A fact as this language says it. */
    public String say(Fact fact) {
        if (fact instanceof Fact.Quantity quantity) {
            NumberFormat format = NumberFormat.getNumberInstance(language.locale());
            format.setMaximumFractionDigits(3);
            return format.format(quantity.value());
        } else if (fact instanceof Fact.Flag flag) {
            return get(flag.value() ? "token.YES" : "token.NO");
        } else if (fact instanceof Fact.Token token) {
            return byKey.getOrDefault("token." + token, token.toString());
        }
        return fact.plain().toString();
    }
}
