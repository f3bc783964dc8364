package org.benchconnect.cli.doctor;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.benchconnect.core.text.Language;
import org.benchconnect.core.text.Texts;

/** What the findings are called in one language. */
public final class Words {
    private static final Pattern NAME = Pattern.compile("\\{([a-z]{1,20})\\}");

    private final Texts texts;

    private Words(Texts texts) {
        this.texts = texts;
    }

    /** Those of a class's package, file {@code texts_en.properties} and so on. */
    public static Words of(Class<?> whose, Language language) {
        String file = "texts_" + language.locale().getLanguage() + ".properties";
        try (InputStream in = whose.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("not in this jar: " + file);
            }
            return new Words(Texts.read(language, in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of the doctor. */
    public static Words of(Language language) {
        return of(Words.class, language);
    }

    /** What a finding is. */
    public String title(Finding finding) {
        return part(finding, 0);
    }

    /** What to do about it; may be empty. */
    public String remedy(Finding finding) {
        return part(finding, 1);
    }

    private String part(Finding finding, int index) {
        String[] parts = say("cause." + finding.cause(), finding.local()).split("\\|", 2);
        return index < parts.length ? parts[index].strip() : "";
    }

    /** A text with its placeholders filled. */
    public String say(String key, Map<String, String> said) {
        Matcher names = NAME.matcher(texts.get(key));
        return names.replaceAll(found -> Matcher.quoteReplacement(said.getOrDefault(found.group(1), "-")));
    }

    /** A text. */
    public String say(String key) {
        return say(key, Map.of());
    }
}
