package org.benchconnect.companion;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;

/** The companion's own few sentences, in the language of the user's session. Everything else comes from the agent, in the same language. */
final class Texts {
    /** What there is; the first where the session speaks another. */
    static final List<String> LANGUAGES = List.of("en", "it", "es");

    private final String language;
    private final Properties sentences = new Properties();

    private Texts(String language) {
        this.language = language;
        try (InputStream in = Texts.class.getResourceAsStream("texts_" + language + ".properties")) {
            if (in == null) {
                throw new IllegalStateException("no texts in " + language);
            }
            Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8);
            sentences.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The texts for a session.
     *
     * @param session its language as the environment names it: {@code it_IT.UTF-8}, {@code es}, {@code C}
     */
    static Texts forSession(String session) {
        String word = session.split("[^A-Za-z]", 2)[0].toLowerCase(java.util.Locale.ROOT);
        return new Texts(LANGUAGES.contains(word) ? word : LANGUAGES.get(0));
    }

    String language() {
        return language;
    }

    /** The sentence of this key; {0} and {1} are put in as they are, so that a text of the agent's cannot become a pattern. */
    String of(String key, Object... values) {
        String sentence = sentences.getProperty(key);
        if (sentence == null) {
            throw new IllegalArgumentException("no sentence " + key);
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < sentence.length(); i++) {
            int value = i + 2 < sentence.length() && sentence.charAt(i) == '{' && sentence.charAt(i + 2) == '}'
                    ? sentence.charAt(i + 1) - '0'
                    : -1;
            if (value >= 0 && value < values.length) {
                text.append(values[value]);
                i += 2;
            } else {
                text.append(sentence.charAt(i));
            }
        }
        return text.toString();
    }
}
