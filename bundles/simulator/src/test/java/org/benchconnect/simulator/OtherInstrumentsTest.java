package org.benchconnect.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What DxFLEX and AQUIOS write. */
class OtherInstrumentsTest {
    @TempDir
    Path folder = Path.of("");

    private List<Piece> run(Maker maker, Schedule schedule, int runs) throws IOException, InterruptedException {
        List<Piece> written = new ArrayList<>();
        Simulator.Options options = new Simulator.Options(schedule, Duration.ZERO, runs, 40, Duration.ZERO);
        try (Simulator simulator = new Simulator(folder, options, Clock.systemUTC())) {
            simulator.run(maker, written::add);
        }
        return written;
    }

    @ParameterizedTest
    @EnumSource
    void everyFileLiesWholeInTheFolder(Maker maker) throws IOException, InterruptedException {
        for (Piece piece : run(maker, Schedule.HEALTHY, 3)) {
            assertEquals("HEALTHY", piece.trouble());
            assertEquals(
                    -1,
                    Files.mismatch(folder.resolve(piece.name()), Files.write(folder.resolve("copy"), piece.bytes())));
        }
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(4, files.count());
        }
    }

    @Test
    void everyTroubleOfADxflexComesWithHealthyRunsBetween() throws IOException, InterruptedException {
        List<Piece> written = run(Maker.DXFLEX, Schedule.DEMO, 4 * (FlexTrouble.values().length - 1));

        Set<String> seen = new HashSet<>();
        written.forEach(piece -> seen.add(piece.trouble()));
        assertEquals(FlexTrouble.values().length, seen.size());
        assertEquals("HEALTHY", written.get(2).trouble());
        assertNotEquals("HEALTHY", written.get(3).trouble());
    }

    @Test
    void everyTroubleChangesTheRun() {
        for (FlexTrouble trouble : EnumSet.complementOf(EnumSet.of(FlexTrouble.HEALTHY))) {
            assertNotEquals(FlexRun.healthy(), trouble.in(FlexRun.healthy()), trouble.name());
        }
        for (AquiosTrouble trouble : EnumSet.complementOf(EnumSet.of(AquiosTrouble.HEALTHY))) {
            assertNotEquals(AquiosRun.healthy(), trouble.in(AquiosRun.healthy()), trouble.name());
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyFileAndItsNameHoldWhatIsInventedOfAPatient(Maker maker) throws IOException, InterruptedException {
        Piece piece = run(maker, Schedule.HEALTHY, 1).get(0);

        assertTrue(piece.name().contains(Invented.MARK));
        assertTrue(new String(piece.bytes(), StandardCharsets.ISO_8859_1).contains("INVENTED-PATIENT Zebedee Quux"));
    }

    @Test
    void aFileOfAnAquiosBeginsItsTextBehindTheHeader() {
        String file = new String(AquiosWriter.bytes(AquiosRun.healthy().withEvents(3)), StandardCharsets.ISO_8859_1);

        assertEquals("FCS2.0", file.substring(0, 6));
        assertEquals("58", file.substring(10, 18).strip());
        assertTrue(file.contains("$CYTSN\\SIMAQ001 \\"));
    }
}
