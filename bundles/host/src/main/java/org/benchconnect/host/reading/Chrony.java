package org.benchconnect.host.reading;

import java.util.Optional;
import java.util.OptionalDouble;

/** The answer of {@code chronyc -c tracking}: 14 cells in a line, of which the fifth is the offset in seconds and the last the leap status. */
final class Chrony {
    private static final int CELLS = 14;
    private static final int OFFSET = 4;

    private Chrony() {}

    static Optional<ClockState> read(String answer) {
        String[] cells = answer.strip().split(",", -1);
        if (cells.length != CELLS) {
            return Optional.empty();
        }
        try {
            boolean synchronised = !cells[CELLS - 1].equals("Not synchronised");
            double offset = Double.parseDouble(cells[OFFSET]);
            return Optional.of(new ClockState(
                    synchronised,
                    synchronised && Double.isFinite(offset)
                            ? OptionalDouble.of(Math.abs(offset))
                            : OptionalDouble.empty()));
        } catch (NumberFormatException none) {
            return Optional.empty();
        }
    }
}
