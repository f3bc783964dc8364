package org.benchconnect.upgrade.feature;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.benchconnect.core.feature.FeatureRefusedException;
import org.benchconnect.core.feature.RefusedFor;

/** Whether the disk takes a feature's modules, asked before the first is fetched: a full disk would stop the agent as well. */
final class Room {
    /** What stays free for everything else on this PC: 256 MiB. */
    static final long RESERVE = 256L << 20;

    private Room() {}

    /**
     * Refuses modules that would not fit.
     *
     * @param home the folder on whose disk they would lie
     * @param bytes of the modules that are not there yet
     * @throws FeatureRefusedException for {@link RefusedFor#NO_ROOM}
     */
    static void check(Path home, long bytes) throws IOException, FeatureRefusedException {
        check(Files.getFileStore(home).getUsableSpace(), bytes);
    }

    static void check(long usable, long bytes) throws FeatureRefusedException {
        if (bytes > 0 && bytes > usable - RESERVE) {
            throw new FeatureRefusedException(
                    RefusedFor.NO_ROOM,
                    "this PC's disk has " + usable + " free bytes; the modules need " + bytes + ", and " + RESERVE
                            + " have to stay free");
        }
    }
}
