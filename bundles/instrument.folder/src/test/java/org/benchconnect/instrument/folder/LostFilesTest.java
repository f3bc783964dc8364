package org.benchconnect.instrument.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.benchconnect.core.instrument.Memory;
import org.benchconnect.core.instrument.Observation;
import org.benchconnect.core.signal.Condition;
import org.benchconnect.core.signal.Facts;
import org.benchconnect.core.testing.InMemoryStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How long people see that a file was lost. */
class LostFilesTest {
    @TempDir
    Path folder = Path.of("");

    private static final class FailingOnTwo extends NumberAdapter {
        @Override
        public Observation observe(SeekableByteChannel file, Memory memory) throws IOException {
            Observation observation = super.observe(file, memory);
            if (last(observation) == 2) {
                throw new IllegalStateException("told to fail");
            }
            return observation;
        }
    }

    @Test
    void whatIsSaidOfALostFileStandsForTenMinutesAndThenClearsWithTheNextGoodFile() throws Exception {
        Watching watching = new Watching(folder, new InMemoryStore(), new FailingOnTwo());
        watching.pass(AdapterCall.STANDS);
        watching.file("a.num", 1);
        watching.passSeconds(2);
        watching.file("b.num", 2);
        watching.passSeconds(2);
        watching.file("c.num", 3);
        watching.pass(AdapterCall.STANDS);
        watching.file("d.num", 4);
        watching.passSeconds(2);

        List<Observation> recorded = watching.recorded.observations();
        assertEquals(List.of(true, false, false, true), cleared(recorded, FolderCode.ADAPTER_FAILED));
        assertEquals(List.of(true, false, true, true), cleared(recorded, FolderCode.FILE_TOO_LARGE));
    }

    @Test
    void afterARestartWhatIsSaidOfALostFileStandsForTenMinutesAnew() throws Exception {
        Watching watching = Watching.of(folder);
        Files.write(folder.resolve("a.num"), new byte[(int) FolderSettings.MEGABYTE + 1]);
        watching.passSeconds(2);
        Watching after = watching.again().passSeconds(1);
        after.file("b.num", 2);
        after.passSeconds(2);
        after.pass(AdapterCall.STANDS);
        after.file("c.num", 3);
        after.passSeconds(2);

        assertEquals(List.of(false, true), cleared(after.recorded.observations(), FolderCode.FILE_TOO_LARGE));
    }

    /** Of each observation, whether it says that this is well. */
    private static List<Boolean> cleared(List<Observation> recorded, FolderCode code) {
        return recorded.stream()
                .map(seen -> seen.healthy().contains(Condition.of(code, Facts.none())))
                .toList();
    }
}
