package org.benchconnect.upgrade.tuf;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which paths a pattern matches. */
class PathPatternTest extends TufTest {
    @ParameterizedTest
    @CsvSource({
        "*, a, true",
        "*, a/b, false",
        "*/*, a/b, true",
        "a*c, abbc, true",
        "a*c, ac, true",
        "a*c, ab, false",
        "a?c, abc, true",
        "a?c, a/c, false",
        "a?c, ac, false",
        "*.tgz, targets.tgz, true",
        "*.tgz, t/a.tgz, false",
        "foo-version-?.tgz, foo-version-a.tgz, true",
        "foo-version-?.tgz, foo-version-10.tgz, false",
        "[a-c]x, bx, true",
        "[a-c]x, dx, false",
        "[!a-c]x, dx, true",
        "[!a-c]x, ax, false",
        "[]]x, ]x, true",
        "[x, [x, true",
        "[a-]x, -x, true",
        "A, a, false",
        "a, a, true",
        "**, abc, true",
        "*a*b*c*, xaxbxcx, true",
        "*a*b*c*, xaxcxbx, false",
        "a/*/c, a/b/c, true",
        "a/*/c, a/b/d/c, false",
    })
    void matchAsAShellDoesButNeverASlash(String pattern, String path, boolean matches) {
        assertEquals(matches, new PathPattern(pattern).matches(path));
    }

    @Test
    void takeNoLongTimeWhateverTheyAre() {
        String stars = "*a".repeat(500) + "b";

        assertEquals(false, new PathPattern(stars).matches("a".repeat(2000)));
    }
}
