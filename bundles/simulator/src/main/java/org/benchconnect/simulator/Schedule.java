package org.benchconnect.simulator;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** In which order things go wrong. The one place that says so; each list begins again at its end. */
public enum Schedule {
    /** What a newcomer sees: a healthy run, a laser fault as the second, and what follows. */
    DEMO(
            Trouble.HEALTHY,
            Trouble.RED_LASER_WEAK,
            Trouble.RED_LASER_WEAK,
            Trouble.HEALTHY,
            Trouble.FEW_EVENTS,
            Trouble.HEALTHY,
            Trouble.BLUE_LASER_SAGS,
            Trouble.STOPPED_BY_HAND,
            Trouble.HEALTHY,
            Trouble.FILE_TRUNCATED,
            Trouble.HEALTHY,
            Trouble.HEALTHY),
    /** Nothing goes wrong. */
    HEALTHY(Trouble.HEALTHY),
    /** Everything, one after the other. */
    FAULTS(Trouble.values());

    private final List<Trouble> troubles;

    Schedule(Trouble... troubles) {
        this.troubles = List.of(troubles);
    }

    /** What is wrong with the run of an index, counted from 0. */
    public Trouble at(long index) {
        return troubles.get((int) (index % troubles.size()));
    }

    /** After how many runs it begins again. */
    public int length() {
        return troubles.size();
    }

    /** The schedule of a name as the command line writes it: {@code demo}. */
    static Optional<Schedule> named(String word) {
        return Arrays.stream(values())
                .filter(each -> each.name().equalsIgnoreCase(word))
                .findFirst();
    }
}
