package org.benchconnect.instrument.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.Duration;
import org.benchconnect.instrument.log.system.SystemSettings;
import org.junit.jupiter.api.Test;

/** What becomes of settings that are outside their range, or none. */
class SettingsInRangeTest {
    private static LogSettings log(String encoding, int quiet) {
        return LogSettings.of("/logs", "*.log", encoding, new String[0], "", quiet);
    }

    private static SystemSettings system(int port, int warning, int fault, int idle, int every) {
        return SystemSettings.of("", "", "", port, "", "*", warning, fault, idle, every);
    }

    @Test
    void whatIsTooLargeIsTheLargest() {
        SystemSettings most = system(70_000, 20_000, 20_000, 20_000, 20_000);

        assertEquals(65_535, most.port());
        assertEquals(Duration.ofDays(7), most.queueWarning());
        assertEquals(Duration.ofDays(7), most.queueFault());
        assertEquals(Duration.ofDays(1), most.queueIdle());
        assertEquals(Duration.ofHours(1), most.every());
        assertEquals(Duration.ofDays(1), log("AUTO", 20_000).quiet());
    }

    @Test
    void whatIsTooSmallIsTheSmallest() {
        SystemSettings least = system(-1, 0, 0, -1, 0);

        assertEquals(0, least.port());
        assertEquals(Duration.ofMinutes(1), least.queueWarning());
        assertEquals(Duration.ofMinutes(1), least.queueFault());
        assertEquals(Duration.ZERO, least.queueIdle());
        assertEquals(Duration.ofSeconds(5), least.every());
        assertFalse(log("AUTO", -1).tellsActivity());
    }

    @Test
    void anEncodingThatIsNoneIsAuto() {
        assertEquals(LogEncoding.UTF_16BE, log("UTF_16BE", 0).encoding());
        assertEquals(LogEncoding.AUTO, log("EBCDIC", 0).encoding());
    }
}
