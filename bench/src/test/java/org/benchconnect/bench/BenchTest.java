package org.benchconnect.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchTest {
    @Test
    void aTableSaysMedianSpreadAndRatio() {
        Table table = new Table("Speed", "slow", "a second");
        for (double result : new double[] {3, 1, 2}) {
            table.add("slow", result);
            table.add("fast", result * 100);
        }

        assertEquals(2, table.median("slow", 0));
        assertEquals(
                """

                **Speed**

                |  | a second | ratio |
                |---|---|---|
                | slow | 2.00 (1.00 to 3.00) | 1.000 |
                | fast | 200 (100 to 300) | 100.000 |
                """,
                table.toString());
    }

    @Test
    void readingIsMeasured(@TempDir Path folder) throws Exception {
        Table table = new ReadingBench(folder.resolve("files"), 3, 100).measure(1);

        assertTrue(table.median("header and text, decoded", 0) > 0);
    }

    @Test
    void noticesAreMeasured(@TempDir Path folder) throws Exception {
        Table table = new NoticesBench(folder.resolve("home"), 20, 5).measure(1);

        assertTrue(table.median("notices, many under way", 0) > 0);
    }

    @Test
    void stagingIsMeasured(@TempDir Path folder) throws Exception {
        Table table = new StagingBench(folder, 2, 100_000, 0).measure(1);

        assertTrue(table.median("verified and staged, from a folder", 0) > 0);
    }
}
