package org.benchconnect.instrument.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The README says what can stand in {@code config/agent.json}, written as it is written there. */
class ReadmeTest {
    private static final Pattern IN_TABLE = Pattern.compile("(?m)^\\| `([a-z-.]+)` \\|");
    private static final Pattern IN_EXAMPLE = Pattern.compile("(?m)^ {4}\"([^\"]+)\": [0-9]+,?$");

    private final String readme;
    private final Set<String> keys;

    ReadmeTest() throws IOException {
        readme = Files.readString(Path.of("README.md"));
        keys = Stream.of(FolderConfiguration.class.getDeclaredMethods())
                .map(Method::getName)
                .map(name -> name.replace('_', '-'))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<String> found(Pattern pattern) {
        return pattern.matcher(readme)
                .results()
                .map((MatchResult result) -> result.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void theTableNamesEverySettingAsTheFileDoes() {
        assertEquals(keys, found(IN_TABLE));
    }

    @Test
    void theExampleHasOnlyKeysThatAreSettings() {
        Set<String> example = found(IN_EXAMPLE);

        assertEquals(2, example.size());
        assertTrue(keys.containsAll(example));
    }

    @Test
    void everyCodeIsInTheTableOfNotices() {
        for (FolderCode code : FolderCode.values()) {
            assertTrue(readme.contains("| `" + code + "` |"), code.name());
        }
    }
}
