package org.benchconnect.instrument.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.benchconnect.core.instrument.Instrument;
import org.benchconnect.core.instrument.Memory;
import org.benchconnect.core.instrument.Observation;
import org.benchconnect.core.instrument.Reading;
import org.benchconnect.core.instrument.Refusal;
import org.benchconnect.core.signal.FactName;
import org.benchconnect.core.signal.Facts;
import org.benchconnect.core.signal.Kind;
import org.benchconnect.core.signal.SerialNumber;
import org.benchconnect.core.signal.Severity;
import org.benchconnect.core.signal.Signal;
import org.benchconnect.core.signal.SignalCode;
import org.benchconnect.core.testing.InMemoryStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RefusedFilesTest {
    private static final int BAD = 100;
    private static final int CUT = 200;
    private static final int FOREIGN = 300;
    private static final int BREAKS = 400;

    @TempDir
    Path folder = Path.of("");

    private Watching watching = Watching.of(folder);
    private int files;

    enum Reason implements Refusal {
        NOT_A_NUMBER,
        NOT_WHOLE,
        NOT_THIS_SERIAL
    }

    enum Code implements SignalCode {
        OTHER_INSTRUMENT;

        @Override
        public Kind kind() {
            return Kind.CONFIGURATION;
        }
    }

    enum Filler implements FactName {
        F0,
        F1,
        F2,
        F3,
        F4,
        F5,
        F6,
        F7,
        F8,
        F9,
        F10,
        F11,
        F12,
        F13,
        F14,
        F15,
        F16,
        F17,
        F18,
        F19,
        F20,
        F21,
        F22,
        F23,
        F24,
        F25,
        F26,
        F27,
        F28,
        F29,
        F30,
        F31
    }

    /** Refuses 100 and more, reads 200 and more in part, takes 300 and more for another instrument's, breaks on 400. */
    private static final class Choosy extends NumberAdapter {
        @Override
        public Observation observe(SeekableByteChannel file, Memory memory) throws IOException {
            Observation seen = super.observe(file, memory);
            double number = last(seen);
            if (number >= BREAKS) {
                throw new IllegalStateException("told to fail");
            } else if (number >= FOREIGN) {
                Instrument other = new Instrument(
                        TestModel.COUNTER, SerialNumber.parse("T2").orElseThrow());
                Reading refused = new Reading(Reading.Outcome.REFUSED, Reason.NOT_THIS_SERIAL, "N", 1, other);
                Signal own = new Signal(Code.OTHER_INSTRUMENT, Severity.WARNING, Facts.none());
                return new Observation(refused, List.of(own), Set.of(), memory);
            } else if (number >= CUT) {
                Reading part = new Reading(
                        Reading.Outcome.PARTIAL,
                        Reason.NOT_WHOLE,
                        "N",
                        1,
                        seen.reading().instrument());
                return new Observation(part, List.of(), Set.of(), seen.memory());
            } else if (number >= BAD) {
                return Observation.only(Reading.refused(Reason.NOT_A_NUMBER), memory);
            }
            return seen;
        }
    }

    @BeforeEach
    void watch() throws InterruptedException {
        watching = new Watching(folder, new InMemoryStore(), new Choosy()).passSeconds(1);
    }

    private Observation put(int number) throws IOException, InterruptedException {
        watching.file("f" + files++ + ".num", number);
        watching.passSeconds(2);
        List<Observation> recorded = watching.recorded.observations();
        return recorded.get(recorded.size() - 1);
    }

    /** What was said of refused files, in the observation that is recorded with the file. */
    private static String said(Observation seen) {
        if (seen.healthy().stream().anyMatch(condition -> condition.code().equals("FILE_REFUSED"))) {
            return "healthy";
        }
        return seen.signals().stream()
                .filter(signal -> signal.code() == FolderCode.FILE_REFUSED)
                .map(signal -> signal.severity() + " " + signal.facts().encode())
                .findFirst()
                .orElse("nothing");
    }

    @Test
    void aRefusedFileIsAWarningWithItsReason() throws Exception {
        Observation seen = put(BAD);

        assertEquals(Reading.Outcome.REFUSED, seen.reading().outcome());
        assertEquals("WARNING REASON=tNOT_A_NUMBER;FILES_IN_A_ROW=n1", said(seen));
    }

    @Test
    void fromTheThirdRefusedFileInARowOnItIsAFault() throws Exception {
        put(BAD);

        assertEquals("WARNING REASON=tNOT_A_NUMBER;FILES_IN_A_ROW=n2", said(put(BAD)));
        assertEquals("FAULT REASON=tNOT_A_NUMBER;FILES_IN_A_ROW=n3", said(put(BAD)));
        assertEquals("FAULT REASON=tNOT_A_NUMBER;FILES_IN_A_ROW=n4", said(put(BAD)));
    }

    @Test
    void theNextFileThatIsReadClearsAndTheCountBeginsAnew() throws Exception {
        put(BAD);
        put(BAD);

        assertEquals("healthy", said(put(1)));
        assertEquals("WARNING REASON=tNOT_A_NUMBER;FILES_IN_A_ROW=n1", said(put(BAD)));
    }

    @Test
    void aFileThatIsReadInPartClearsToo() throws Exception {
        put(BAD);

        assertEquals("healthy", said(put(CUT)));
    }

    @Test
    void theCountOutlivesARestart() throws Exception {
        put(BAD);
        put(BAD);
        watching = new Watching(folder, watching.store, new Choosy()).passSeconds(1);

        assertEquals("FAULT REASON=tNOT_A_NUMBER;FILES_IN_A_ROW=n3", said(put(BAD)));
    }

    @Test
    void whatTheAdapterRemembersStays() throws Exception {
        put(1);
        put(BAD);
        put(2);

        assertEquals(List.of(1, 2), watching.remembered());
    }

    @Test
    void aRefusalThatTheAdapterItselfExplainsIsNotSaidTwiceAndNeitherCountsNorClears() throws Exception {
        put(BAD);

        Observation explained = put(FOREIGN);

        assertEquals("nothing", said(explained));
        assertEquals(1, explained.signals().size());
        assertEquals(Set.of(), explained.healthy());
        assertEquals("WARNING REASON=tNOT_A_NUMBER;FILES_IN_A_ROW=n2", said(put(BAD)));
    }

    @Test
    void aFileOnWhichTheAdapterFailsNeitherCountsNorClears() throws Exception {
        put(BAD);

        assertEquals("nothing", said(put(BREAKS)));
        assertEquals("WARNING REASON=tNOT_A_NUMBER;FILES_IN_A_ROW=n2", said(put(BAD)));
    }

    @Test
    void aRefusedFileDoesNotClearWhatWasSaidOfTheOneBefore() throws Exception {
        put(BREAKS);

        watching.pass(AdapterCall.STANDS);
        assertEquals(Set.of(), put(BAD).healthy());
        assertTrue(
                put(1).healthy().stream().anyMatch(condition -> condition.code().equals("ADAPTER_FAILED")));
    }

    @Test
    void theTimeOfTheLastFileAdvancesOnlyWithFilesThatAreRead() throws Exception {
        for (int refused : new int[] {BAD, FOREIGN, BREAKS}) {
            put(refused);
            assertNull(watching.watch.state().lastFile());
        }

        put(CUT);
        Instant inPart = watching.watch.state().lastFile();
        assertNotNull(inPart);
        put(BAD);
        assertEquals(inPart, watching.watch.state().lastFile());
        put(1);
        assertTrue(inPart.isBefore(watching.watch.state().lastFile()));
    }

    @Test
    void anotherInstrumentsFileDoesNotChangeWhichInstrumentThisIs() throws Exception {
        put(FOREIGN);
        assertNull(watching.watch.state().model());
        assertNull(watching.watch.state().serial());

        put(1);
        put(FOREIGN);

        assertEquals("T1", String.valueOf(watching.watch.state().serial()));
    }

    @Test
    void afterARestartTheNewestFileThatIsNotRefusedTellsWhichInstrumentItIs() throws Exception {
        watching.file("a.num", 1, Duration.ofMinutes(3));
        watching.file("b.num", FOREIGN, Duration.ofMinutes(2));
        watching.file("c.num", BAD, Duration.ofMinutes(1));
        watching.passSeconds(2);

        Watching after = new Watching(folder, watching.store, new Choosy()).passSeconds(2);

        assertEquals("T1", String.valueOf(after.watch.state().serial()));
        assertEquals(List.of(), after.recorded.observations());
    }

    @Test
    void anAdapterThatFillsItsMemoryStillHasItsRefusedFilesSaid() {
        Memory full = Memory.blank();
        for (Filler row : Filler.values()) {
            full = full.with(row, List.of(1.0));
        }
        assertEquals(Memory.MAX_ROWS, Filler.values().length);

        Observation seen = RefusedFiles.refused(Observation.only(Reading.refused(Reason.NOT_A_NUMBER), full), full);

        assertEquals("WARNING REASON=tNOT_A_NUMBER;FILES_IN_A_ROW=n1", said(seen));
        assertEquals(full, seen.memory());
    }
}
