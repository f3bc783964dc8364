package org.benchconnect.instrument.folder;

import java.util.ArrayList;
import java.util.List;
import org.benchconnect.core.instrument.Memory;
import org.benchconnect.core.instrument.Observation;
import org.benchconnect.core.signal.FactName;
import org.benchconnect.core.signal.Facts;
import org.benchconnect.core.signal.Severity;
import org.benchconnect.core.signal.Signal;

/**
 * What a watch adds to an observation by which the adapter refuses the file and says nothing of it itself: people must hear
 * that a run may be lost. One such file is a warning, several in a row are a fault. The row is counted in the memory that the
 * observation carries, so the count is as durable as the notice; it takes one of {@link Memory#MAX_ROWS}. A file of which
 * the adapter has a signal, or which it failed on, is neither counted nor does it end the row.
 */
final class RefusedFiles {
    /** So many in a row are a fault: it is no longer one bad file. */
    static final int FAULT_FROM = 3;

    /** A row goes no further: nothing is told apart beyond. */
    private static final double LARGEST_COUNT = 1_000_000;

    /** A name that no adapter gives a row of its own. */
    enum Row implements FactName {
        WATCH_REFUSED_FILES
    }

    private RefusedFiles() {}

    /** A file was refused. */
    static Observation refused(Observation seen, Memory before) {
        if (!seen.signals().isEmpty() || !(seen.reading().reason() instanceof Enum<?> reason)) {
            return seen;
        }
        double inARow = Math.min(count(before) + 1, LARGEST_COUNT);
        Facts facts = Facts.none().with(FolderFact.REASON, reason).with(FolderFact.FILES_IN_A_ROW, inARow);
        List<Signal> signals = new ArrayList<>(seen.signals());
        signals.add(
                new Signal(FolderCode.FILE_REFUSED, inARow >= FAULT_FROM ? Severity.FAULT : Severity.WARNING, facts));
        return new Observation(seen.reading(), signals, seen.healthy(), counting(seen.memory(), inARow));
    }

    /** A file was read: what the next observation is made with. */
    static Memory over(Memory memory) {
        return count(memory) == 0 ? memory : counting(memory, 0);
    }

    private static double count(Memory memory) {
        List<Double> row = memory.row(Row.WATCH_REFUSED_FILES);
        return row.isEmpty() ? 0 : row.get(0);
    }

    private static Memory counting(Memory memory, double count) {
        try {
            return memory.with(Row.WATCH_REFUSED_FILES, List.of(count));
        } catch (IllegalArgumentException full) {
            // an adapter that fills its memory leaves no room: each refused file is then the first
            return memory;
        }
    }
}
