package org.benchconnect.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The example that people copy into the settings file. */
class ReadmeTest {
    @Test
    void theExampleIsAWholeFileWithRealSettingsThatTheLinkTakes() throws IOException, RefusedSettingException {
        JsonObject file = JsonParser.parseString(example()).getAsJsonObject();
        JsonObject link = file.getAsJsonObject("link");
        Settings said = new Settings();
        link.keySet()
                .forEach(key -> said.say(key.replace('-', '_'), link.get(key).getAsString()));

        assertEquals(Set.of("link", "tls", "streams"), file.keySet());
        assertEquals(Set.of(), without(link.keySet(), names(LinkConfiguration.class)));
        assertEquals(
                Set.of(),
                without(file.getAsJsonObject("streams").keySet(), names(ConfiguredStreams.Configuration.class)));
        LinkSettings settings = LinkSettings.of(said.section(), Path.of("")).orElseThrow();
        assertTrue(settings.broker().login() != null && settings.proxy() != null);
    }

    private static String example() throws IOException {
        return Files.readString(Path.of("README.md")).split("```(json)?", 3)[1];
    }

    private static Set<String> without(Set<String> said, Set<String> known) {
        Set<String> left = new TreeSet<>(said);
        left.removeAll(known);
        return left;
    }

    /** As the settings file writes them. */
    private static Set<String> names(Class<?> configuration) {
        return Arrays.stream(configuration.getDeclaredMethods())
                .map(Method::getName)
                .map(name -> name.replace('_', '-'))
                .collect(Collectors.toSet());
    }
}
