package org.benchconnect.bench;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerBenchTest {
    @Test
    void appendsAreMeasured(@TempDir Path folder) throws Exception {
        Table table = new LedgerBench(folder.resolve("home"), 70).measure(1);

        assertTrue(table.median("entry of the ledger", 0) > 0);
    }
}
