package org.benchconnect.desk.viewer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The files of the page and what goes with them. */
class PageTest {
    private static final Pattern IMPORT = Pattern.compile("(?m)^(?:import|export)\\b[^;]*?from\\s*['\"]([^'\"]+)['\"]");

    private final Page page =
            new Page("wss://relay.example", Base64.getEncoder().encodeToString(new byte[32]));

    @Test
    void everyModuleThatOneImportsIsThere() throws IOException {
        Set<String> seen = new HashSet<>();
        Deque<String> next = new ArrayDeque<>(Set.of("/main.js"));
        while (!next.isEmpty()) {
            String path = next.remove();
            if (seen.add(path)) {
                String source = text(path);
                Matcher imports = IMPORT.matcher(source);
                while (imports.find()) {
                    next.add(URI.create(path).resolve(imports.group(1)).getPath());
                }
            }
        }

        assertTrue(seen.size() > 55, seen.size() + " modules");
        assertTrue(seen.contains("/novnc/vendor/pako/lib/zlib/inflate.js"));
    }

    @Test
    void nothingComesFromElsewhere() throws IOException {
        String index = text("/");

        assertFalse(index.contains("://"), "an address of another place");
        assertFalse(Pattern.compile("<script(?! type=\"module\" src=\"/)|<style| on[a-z]+=| style=")
                .matcher(index)
                .find());
        for (String file : new String[] {"main", "view", "session", "screen", "relay", "settings", "words"}) {
            String source = text("/" + file + ".js");
            assertFalse(
                    source.contains("innerHTML") || source.contains("insertAdjacentHTML") || source.contains("eval("),
                    file);
            assertFalse(source.contains("http://") || source.contains("https://"), file);
        }
    }

    @Test
    void thePolicyNamesTheRelayAndNothingElse() {
        String policy = page.headers().get("Content-Security-Policy");

        assertEquals(
                "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self' wss://relay.example;"
                        + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
                policy);
        assertEquals("no-referrer", page.headers().get("Referrer-Policy"));
        assertEquals("nosniff", page.headers().get("X-Content-Type-Options"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/nothing.js",
                "/../Page.class",
                "/page/main.js",
                "/novnc/package.json",
                "/novnc/core/../../page/main.js",
                "/novnc/LICENSE.txt",
                "/texts/fr.json",
                "/texts_en.properties",
                "/OSGI-INF/l10n/texts_en.properties",
                "/META-INF/MANIFEST.MF",
                "//main.js",
                "/main.js/",
                "/Main.js",
                ""
            })
    void whatIsNoFileOfThePageIsNotThere(String path) throws IOException {
        assertEquals(Optional.empty(), page.file(path));
    }

    @Test
    void theClientLibrarysLicencesAreInTheBundle() {
        for (String file : new String[] {"LICENSE.txt", "AUTHORS", "docs/LICENSE.MPL-2.0", "vendor/pako/LICENSE"}) {
            assertTrue(Page.class.getResource("novnc/" + file) != null, file);
        }
    }

    private String text(String path) throws IOException {
        return new String(
                page.file(path)
                        .orElseThrow(() -> new AssertionError("missing: " + path))
                        .body(),
                StandardCharsets.UTF_8);
    }
}
