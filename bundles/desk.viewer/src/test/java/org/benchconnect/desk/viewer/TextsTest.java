package org.benchconnect.desk.viewer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the page says. */
class TextsTest {
    private static final Pattern SAID =
            Pattern.compile("(?:data-say=|say\\(|trouble\\(|\\? |: )\"([a-zA-Z]+\\.[a-zA-Z.]+)\"");
    private static final Pattern REASON = Pattern.compile("(?:IdentityError\\(|reason = )\"([a-z]+)\"");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{[a-zA-Z]+\\}");

    @ParameterizedTest
    @ValueSource(strings = {"en", "it", "es"})
    void everythingThatThePageSaysHasItsText(String language) throws IOException {
        Properties texts = texts(language);
        Set<String> wanted = new TreeSet<>();
        for (String file : new String[] {"index.html", "main.js", "view.js"}) {
            Matcher said = SAID.matcher(resource("page/" + file));
            while (said.find()) {
                wanted.add(said.group(1));
            }
        }
        for (String file : new String[] {"identity.js", "der.js", "main.js"}) {
            Matcher reason = REASON.matcher(resource("page/" + file));
            while (reason.find()) {
                wanted.add("identity." + reason.group(1));
            }
        }
        for (String reason : new String[] {"signature", "form", "old", "absent"}) {
            wanted.add("registry." + reason);
        }
        for (String permission : new String[] {
            "view-screen", "control-input", "share-clipboard-in", "share-clipboard-out", "transfer-files"
        }) {
            wanted.addAll(Set.of("permission." + permission, "ask." + permission));
        }
        for (String state : new String[] {"none", "asked", "given", "refused", "ended"}) {
            wanted.addAll(Set.of("state." + state, "state." + state + ".short"));
        }
        for (String state : new String[] {"asked", "sending", "sent", "kept", "lost", "refused"}) {
            wanted.add("file.state." + state);
        }
        wanted.addAll(Set.of("way.joining", "way.checking", "way.proving"));
        assertTrue(wanted.size() > 70, wanted.size() + " texts are looked for");

        wanted.removeAll(texts.stringPropertyNames());

        assertEquals(Set.of(), wanted);
    }

    @Test
    void theThreeLanguagesHaveTheSameKeysAndPlaceholders() throws IOException {
        Properties english = texts("en");
        for (String language : new String[] {"it", "es"}) {
            Properties other = texts(language);
            assertEquals(english.stringPropertyNames(), other.stringPropertyNames(), language);
            for (String key : english.stringPropertyNames()) {
                assertEquals(
                        placeholders(english.getProperty(key)),
                        placeholders(other.getProperty(key)),
                        language + " " + key);
            }
        }
    }

    private static Set<String> placeholders(String text) {
        Set<String> found = new TreeSet<>();
        Matcher matcher = PLACEHOLDER.matcher(text);
        while (matcher.find()) {
            found.add(matcher.group());
        }
        return found;
    }

    private static Properties texts(String language) throws IOException {
        Properties texts = new Properties();
        try (InputStream in = stream("/OSGI-INF/l10n/texts_" + language + ".properties")) {
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        return texts;
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = stream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static InputStream stream(String name) {
        return Objects.requireNonNull(Page.class.getResourceAsStream(name), name);
    }
}
