package org.benchconnect.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.benchconnect.core.instrument.Reading;
import org.benchconnect.instrument.fcs.FcsDataset;
import org.benchconnect.instrument.fcs.FcsFile;
import org.benchconnect.instrument.fcs.FcsModel;
import org.benchconnect.instrument.fcs.FcsRefusal;
import org.benchconnect.instrument.fcs.Trailer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What is written is read with the values that were meant. */
class ReaderTest {
    @TempDir
    Path folder = Path.of("");

    private FcsFile read(Run run) throws IOException {
        Path file = Files.write(folder.resolve("run"), LmdWriter.bytes(run));
        try (FileChannel channel = FileChannel.open(file)) {
            return FcsFile.read(channel);
        }
    }

    @ParameterizedTest
    @CsvSource({"Navios, NAVIOS", "Navios EX, NAVIOS_EX", "Gallios, GALLIOS"})
    void modelAndSerialAreRecognised(String written, FcsModel expected) throws IOException {
        FcsFile file = read(Run.healthy().withModel(written).withSerial("SIM4711"));

        assertEquals(Reading.Outcome.READ, file.reading().outcome());
        assertEquals("FCS2.0+FCS3.0", file.reading().format());
        assertEquals(2, file.reading().datasets());
        assertEquals(expected, file.model());
        assertEquals("SIM4711", file.serial().orElseThrow().toString());
        assertEquals(Trailer.PRESENT, file.trailer());
    }

    @ParameterizedTest
    @EnumSource
    void everyTroubleIsReadAsItWasMeant(Trouble trouble) throws IOException {
        Run run = trouble.in(Run.healthy());
        FcsFile file = read(run);

        FcsDataset first = file.datasets().get(0);
        assertEquals(run.events(), first.text().number("$TOT").orElseThrow());
        assertEquals(
                run.build(), first.text().version("@BUILDNUMBER").orElseThrow().toString());
        assertEquals(run.detectors().get(2).volts(), first.text().number("$P3V").orElseThrow());
        assertEquals(run.serial(), file.serial().orElseThrow().toString());
        for (Laser laser : run.lasers()) {
            String name = "@" + laser.colour();
            assertEquals(
                    laser.targetMilliwatt(),
                    first.text().number(name + "TARGETPOWER", "mW").orElseThrow());
            assertEquals(
                    laser.startMilliwatt(),
                    first.text().number(name + "LASERPOWER_START", "mW").orElseThrow());
            assertEquals(
                    laser.endMilliwatt(),
                    first.text().number(name + "LASERPOWER_END", "mW").orElseThrow());
        }
        Set<Trouble> incomplete = Set.of(Trouble.FILE_TRUNCATED);
        assertEquals(
                incomplete.contains(trouble) ? Reading.Outcome.PARTIAL : Reading.Outcome.READ,
                file.reading().outcome());
        assertEquals(run.trailer() && !run.truncated(), file.trailer() == Trailer.PRESENT);
    }

    @Test
    void aTruncatedFileIsRecognisedAsOne() throws IOException {
        Object reason = read(Run.healthy().withTruncated(true)).reading().reason();

        assertEquals(true, reason instanceof FcsRefusal refusal && refusal.isTruncation());
    }
}
