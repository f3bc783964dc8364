package org.benchconnect.upgrade.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class JournalLineTest {
    @Test
    void everyKindOfStepIsReadAsItWasWritten() throws Exception {
        for (Step step : Steps.all()) {
            Entry entry = new Entry(Steps.AT, step);

            String line = JournalLine.of(entry);

            assertEquals(entry, JournalLine.parse(line), line);
        }
    }

    @Test
    void aLineIsWhatTheFormatSays() {
        String line =
                JournalLine.of(new Entry(Instant.parse("2027-03-01T08:00:00Z"), new Step.WentBack(6, 5, "CRASHED")));

        assertEquals("0e7e7163 2027-03-01T08:00:00Z WENT_BACK generation=6 to=5 reason=CRASHED", line);
    }

    @Test
    void everyChangedByteIsFoundOut() {
        String line = JournalLine.of(new Entry(Steps.AT, Steps.switched(5, 4, java.util.Optional.of(Steps.PLAN))));

        for (int i = 0; i < line.length(); i++) {
            char other = line.charAt(i) == '0' ? '1' : '0';
            String changed = line.substring(0, i) + other + line.substring(i + 1);
            assertThrows(MalformedLineException.class, () -> JournalLine.parse(changed));
        }
    }

    @Test
    void whatHasAnotherFormIsRefusedAlsoWithARightChecksum() {
        for (String text : List.of(
                "",
                "2027-03-01T08:00:00Z",
                "2027-03-01T08:00:00Z HEALTHY",
                "2027-03-01T08:00:00Z HEALTHY generation=0",
                "2027-03-01T08:00:00Z HEALTHY generation=1000000000",
                "2027-03-01T08:00:00Z HEALTHY  generation=1",
                "2027-03-01T08:00:00Z HEALTHY generation=1 ",
                "2027-03-01T08:00:00Z HEALTHY generation=1 generation=1",
                "2027-03-01T08:00:00Z HEALTHY generation=1 more=1",
                "2027-03-01T08:00:00.000Z HEALTHY generation=1",
                "yesterday HEALTHY generation=1",
                "2027-03-01T08:00:00Z UNWELL generation=1",
                "2027-03-01T08:00:00Z REFUSED plan=ab reason=PERSON",
                "2027-03-01T08:00:00Z WENT_BACK generation=2 to=1 reason=because",
                "2027-03-01T08:00:00Z VERIFIED plan=" + Steps.PLAN + " documents=")) {
            java.util.zip.CRC32C crc = new java.util.zip.CRC32C();
            crc.update(text.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            String line = java.util.HexFormat.of().toHexDigits(crc.getValue(), 8) + " " + text;

            assertThrows(MalformedLineException.class, () -> JournalLine.parse(line), line);
        }
    }
}
