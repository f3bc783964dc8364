package org.benchconnect.tests.privacy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.benchconnect.core.instrument.InstrumentAdapter;
import org.benchconnect.simulator.Invented;
import org.benchconnect.simulator.LmdWriter;
import org.benchconnect.simulator.Run;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The positive control: what an adapter leaks is caught, by the canaries or by comparing two files. */
class LeakyAdapterTest {
    private static final Run RUN = Run.healthy().withEvents(200);

    private final Canaries canaries = Canaries.of(Invented.values(RUN));

    @TempDir
    private Path folder;

    private Path file = Path.of("");

    @BeforeEach
    void aFile() throws IOException {
        file = Files.write(folder.resolve(Invented.fileName(RUN)), LmdWriter.bytes(RUN));
    }

    private byte[] outputOf(Class<? extends InstrumentAdapter> adapter, Path input) throws IOException {
        return Outlet.scan(adapter, folder, input);
    }

    /** Whether files that differ in denied values alone give different output. */
    private boolean tellsOnePatientFromAnother(Class<? extends InstrumentAdapter> adapter) throws IOException {
        byte[] output = outputOf(adapter, file);
        for (int which = 1; which <= 9; which++) {
            Path other = Files.write(folder.resolve("other"), OtherPatient.in(Files.readAllBytes(file), RUN, which));
            if (!Arrays.equals(output, outputOf(adapter, other))) {
                return true;
            }
        }
        return false;
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                LeakyAdapters.Logs.class,
                LeakyAdapters.LogsBase64.class,
                LeakyAdapters.PrintsCompressed.class,
                LeakyAdapters.SaysASerialNumber.class
            })
    void aLeakyAdapterIsCaught(Class<? extends InstrumentAdapter> adapter) throws IOException {
        assertFalse(canaries.in(outputOf(adapter, file)).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(classes = {LeakyAdapters.SaysNumbers.class, LeakyAdapters.SaysABit.class})
    void whatNoSearchCouldFindIsCaughtByComparing(Class<? extends InstrumentAdapter> adapter) throws IOException {
        assertEquals(Set.of(), canaries.in(outputOf(adapter, file)));
        assertTrue(tellsOnePatientFromAnother(adapter));
    }

    @Test
    void theMessageOfAFailureIsNotShown() throws IOException {
        byte[] output = outputOf(LeakyAdapters.Throws.class, file);

        assertEquals(Set.of(), canaries.in(output));
        assertTrue(new String(output, StandardCharsets.UTF_8).contains("ADAPTER_FAILED"));
        assertFalse(tellsOnePatientFromAnother(LeakyAdapters.Throws.class));
    }

    @Test
    void theSearchKnowsWhatTheFileHolds() throws IOException {
        Set<String> found = canaries.in(Files.readAllBytes(file));

        assertEquals(
                canaries.size(),
                found.stream().map(leak -> leak.split(":")[0]).distinct().count());
        assertEquals(List.of(), canaries.skipped());
    }
}
