package org.benchconnect.instrument.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.ArrayList;
import java.util.List;

/** Any bytes as a log, in any encoding. */
class LineFuzzTest {
    @FuzzTest(maxDuration = "1s")
    void cutsAnything(byte[] bytes) {
        int pick = bytes.length == 0 ? 0 : bytes[0] & 0x7F;
        LogEncoding encoding =
                LogEncoding.values()[pick % LogEncoding.values().length].of(bytes, Math.min(bytes.length, 64));
        List<String> whole = lines(bytes, encoding, bytes.length);

        List<String> halves = lines(bytes, encoding, Math.max(2, bytes.length / 2 / 2 * 2));

        assertEquals(whole, halves, "what is read in parts is what is read at once");
        assertTrue(whole.stream().allMatch(line -> line.length() <= LineCutter.LONGEST));
        assertTrue(encoding.unit() == 2 || whole.stream().noneMatch(line -> line.indexOf('\n') >= 0));
    }

    /** Read in parts of so many bytes, as a file that grows is. */
    private static List<String> lines(byte[] bytes, LogEncoding encoding, int part) {
        List<String> lines = new ArrayList<>();
        LineCutter cutter = new LineCutter(encoding, false);
        int from = 0;
        for (int to = Math.min(part, bytes.length); ; to = Math.min(to + part, bytes.length)) {
            from = cutter.cut(bytes, from, to, to == bytes.length, line -> lines.add(line.text()));
            if (to == bytes.length) {
                return lines;
            }
        }
    }
}
