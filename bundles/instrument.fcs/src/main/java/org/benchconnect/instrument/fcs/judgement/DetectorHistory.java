package org.benchconnect.instrument.fcs.judgement;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.benchconnect.core.instrument.Memory;

/**
 * The detectors' settings in the last runs of one protocol. As a row of memory: how many numbers a run has, then the numbers of
 * each run, oldest first.
 *
 * @param runs each with equally many numbers, {@link #UNKNOWN} where the file did not tell
 */
record DetectorHistory(List<List<Double>> runs) {
    /** No voltage or gain is negative. */
    static final double UNKNOWN = -1;

    /** Copies the runs. */
    DetectorHistory {
        runs = List.copyOf(runs);
    }

    /** Reads a row of memory; one that is not understood, from another version of this adapter, is no history. */
    static DetectorHistory read(List<Double> row) {
        int width = row.isEmpty() ? 0 : row.get(0).intValue();
        if (width < 1 || (row.size() - 1) % width != 0) {
            return new DetectorHistory(List.of());
        }
        List<List<Double>> runs = new ArrayList<>();
        for (int start = 1; start < row.size(); start += width) {
            runs.add(List.copyOf(row.subList(start, start + width)));
        }
        return new DetectorHistory(runs);
    }

    List<Double> row() {
        List<Double> row = new ArrayList<>();
        row.add((double) width());
        runs.forEach(row::addAll);
        return row;
    }

    /** How many numbers a run has. */
    int width() {
        return runs.isEmpty() ? 0 : runs.get(0).size();
    }

    /** What is usual at an index: the median of the runs, of two middle ones the smaller; empty if no run told. */
    OptionalDouble usual(int index) {
        double[] known = runs.stream()
                .mapToDouble(run -> run.get(index))
                .filter(number -> number != UNKNOWN)
                .sorted()
                .toArray();
        return known.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(known[(known.length - 1) / 2]);
    }

    /** This history and another run, of which the last {@code window} are kept. */
    DetectorHistory and(List<Double> run, int window) {
        List<List<Double>> longer = new ArrayList<>(runs);
        longer.add(List.copyOf(run));
        int fitting = (Memory.MAX_NUMBERS - 1) / run.size();
        int kept = Math.min(longer.size(), Math.max(1, Math.min(window, fitting)));
        return new DetectorHistory(longer.subList(longer.size() - kept, longer.size()));
    }
}
