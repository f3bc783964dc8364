package org.benchconnect.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Map;

/** Whatever stands in the file: no exception, a place inside the file, and no value outside its range. */
class SettingsFileFuzzTest {
    private static final Map<String, Schema> SCHEMAS = Schemas.byPid();

    @FuzzTest(maxDuration = "1s")
    void anyBytesAreSettingsOrAProblem(byte[] bytes) {
        SettingsFile file = SettingsFile.parse(bytes);
        Outcome outcome = Outcome.of(file, SCHEMAS);

        assertEquals(file.problem() == null, outcome.understood());
        for (Problem problem : outcome.problems()) {
            assertTrue(problem.at().line() >= 0 && problem.at().line() <= bytes.length + 1);
            assertTrue(problem.at().column() >= 0 && problem.at().column() <= bytes.length + 2);
            assertTrue(problem.toString().chars().allMatch(c -> c >= ' ' && c < 0x7f));
        }
        Map<String, Object> thing = outcome.properties().getOrDefault(Schemas.PID, Map.of());
        int percent = (int) thing.getOrDefault("laser.warning.percent", 5);
        double ratio = (double) thing.getOrDefault("ratio", 0.5);
        assertTrue(percent >= 1 && percent <= 50 && ratio >= 0 && ratio <= 1);
    }
}
