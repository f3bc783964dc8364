package org.benchconnect.simulator;

import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Optional;

/** Which instrument is simulated. The order in which things go wrong on a Navios is its {@link Schedule}'s; on the others each trouble comes in turn. */
public enum Maker {
    /** A Navios with three lasers. */
    NAVIOS {
        @Override
        Piece piece(Schedule schedule, long index, int events, LocalDateTime started) {
            Trouble trouble = schedule.at(index);
            Run run = trouble.in(
                    Run.healthy().withEvents(events).withStarted(started).withSeed(index + 1));
            return new Piece(trouble.name(), Invented.fileName(run), LmdWriter.bytes(run));
        }
    },
    /** A DxFLEX, by the files that CytExpert exports. */
    DXFLEX {
        @Override
        Piece piece(Schedule schedule, long index, int events, LocalDateTime started) {
            FlexTrouble trouble = FlexTrouble.values()[turn(schedule, index, FlexTrouble.values().length)];
            FlexRun run = trouble.in(FlexRun.healthy()
                    .withEvents(events, events / 100, 0)
                    .withStarted(started)
                    .withSeed(index + 1));
            return new Piece(trouble.name(), CytExpertWriter.fileName(run), CytExpertWriter.bytes(run));
        }
    },
    /** An AQUIOS. */
    AQUIOS {
        @Override
        Piece piece(Schedule schedule, long index, int events, LocalDateTime started) {
            AquiosTrouble trouble = AquiosTrouble.values()[turn(schedule, index, AquiosTrouble.values().length)];
            AquiosRun run = trouble.in(
                    AquiosRun.healthy().withEvents(events).withStarted(started).withSeed(index + 1));
            return new Piece(trouble.name(), AquiosWriter.fileName(run), AquiosWriter.bytes(run));
        }
    };

    /** The file of the run of an index, counted from 0. */
    abstract Piece piece(Schedule schedule, long index, int events, LocalDateTime started);

    /** Three healthy runs between two troubles, so that what is usual can be learned. */
    private static int turn(Schedule schedule, long index, int troubles) {
        boolean healthy = schedule == Schedule.HEALTHY || index % 4 != 3;
        return healthy ? 0 : (int) (index / 4 % (troubles - 1)) + 1;
    }

    /** The instrument of a name as the command line writes it: {@code dxflex}. */
    static Optional<Maker> named(String word) {
        return Arrays.stream(values())
                .filter(each -> each.name().equalsIgnoreCase(word))
                .findFirst();
    }
}
