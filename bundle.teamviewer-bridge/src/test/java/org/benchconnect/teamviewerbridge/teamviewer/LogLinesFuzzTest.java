package org.benchconnect.teamviewerbridge.teamviewer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Arrays;
import java.util.Optional;
import org.benchconnect.core.ledger.Detail;

/** Whatever the log has: lines that fit the ledger, or none. */
class LogLinesFuzzTest {
    @FuzzTest(maxDuration = "1s")
    void anyLogIsLinesAndEachFitsTheLedger(byte[] bytes) {
        LogLines lines = LogLines.of(bytes);

        assertTrue(lines.taken() >= 0 && lines.taken() <= bytes.length);
        assertEquals(
                0,
                LogLines.of(Arrays.copyOfRange(bytes, lines.taken(), bytes.length))
                        .taken());
        lines.connections().forEach(one -> {
            assertTrue(Detail.REQUEST.takes(one.id()) && !one.ends().isBefore(one.begins()));
            Entries.logged(Optional.empty(), one);
        });
    }
}
