package org.benchconnect.upgrade.repository;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.time.Duration;

/** Any bytes as a zip file: read whole within the caps, or refused with one of our own exceptions. */
class ZipSourceFuzzTest {
    private static final long TOTAL = 1_000_000;
    private static final Caps CAPS = new Caps(
            Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofSeconds(1), 1, Duration.ofSeconds(1), TOTAL);

    @FuzzTest(maxDuration = "1s")
    void anyBytesAreAZipFileOrRefused(byte[] bytes) throws IOException {
        byte[] buffer = new byte[4096];
        long total = 0;
        try (ZipSource source = ZipSource.of(bytes, new Meter(CAPS, () -> 0))) {
            for (String name : source.names()) {
                RepositoryPath.of(name);
                int slash = name.indexOf("metadata/");
                if (slash < 0) {
                    continue;
                }
                try (InputStream in = source.metadata(name.substring(slash + "metadata/".length()))) {
                    for (int count = in.read(buffer); count > 0; count = in.read(buffer)) {
                        total += count;
                    }
                }
            }
        } catch (SourceRefusedException | NoSuchFileException refused) {
            // refused is right
        }
        if (total > TOTAL) {
            throw new AssertionError(total + " bytes came out");
        }
    }
}
