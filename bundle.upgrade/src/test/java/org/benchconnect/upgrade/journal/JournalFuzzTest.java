package org.benchconnect.upgrade.journal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;

class JournalFuzzTest {
    @FuzzTest(maxDuration = "1s")
    void readsOrCuts(byte[] bytes) {
        JournalReader.Read read = JournalReader.read(bytes);

        assertTrue(read.length() <= bytes.length);
        String again = read.entries().stream()
                .map(entry -> JournalLine.of(entry) + "\n")
                .collect(Collectors.joining());
        assertArrayEquals(Arrays.copyOf(bytes, read.length()), again.getBytes(StandardCharsets.ISO_8859_1));
        assertTrue(Records.of(read.entries()).size() <= read.entries().size());
    }
}
