package org.benchconnect.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The table of operating systems as it is shipped, for slips of whoever writes into it. */
class SupportTableTest {
    private static List<String[]> lines() throws IOException {
        try (InputStream file = Objects.requireNonNull(SupportTable.class.getResourceAsStream("os-support.csv"))) {
            return new String(file.readAllBytes(), StandardCharsets.US_ASCII)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split(",", -1))
                    .toList();
        }
    }

    @Test
    void windowsGetsItsLastUpdateOnASecondTuesday() throws IOException {
        List<LocalDate> days = lines().stream()
                .filter(line -> line[0].startsWith("WINDOWS"))
                .map(line -> LocalDate.parse(line[3]))
                .toList();

        assertTrue(days.size() > 30);
        for (LocalDate day : days) {
            assertEquals(DayOfWeek.TUESDAY, day.getDayOfWeek(), day::toString);
            assertEquals(2, (day.getDayOfMonth() + 6) / 7, day::toString);
        }
    }

    @Test
    void eachReleaseAndEditionHasOneLine() throws IOException {
        Set<String> seen = new HashSet<>();

        for (String[] line : lines()) {
            assertTrue(seen.add(line[0] + " " + line[1] + " " + line[2]), line[0] + " " + line[1] + " " + line[2]);
        }
    }
}
