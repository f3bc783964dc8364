package org.benchconnect.upgrade.tuf;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;

/** A pattern and a path, one a line: matching ends, text without sets matches itself, and a name becomes one segment. */
class PathPatternFuzzTest {
    @FuzzTest(maxDuration = "1s")
    void matches(byte[] bytes) {
        String[] parts = new String(bytes, StandardCharsets.UTF_8).split("\n", 2);
        String path = parts.length > 1 ? parts[1] : parts[0];

        boolean itself = new PathPattern(parts[0]).matches(path);

        if (!itself && parts[0].equals(path) && path.indexOf('[') < 0) {
            throw new AssertionError("a pattern does not match itself");
        }
        if (TargetPath.encoded(path).indexOf('/') >= 0) {
            throw new AssertionError("a role's name became more than one segment");
        }
    }
}
