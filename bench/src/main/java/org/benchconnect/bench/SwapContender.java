package org.benchconnect.bench;

import java.io.IOException;
import java.nio.file.Path;

/** A framework whose bundles are upgraded. One process at a time; the bundles stay as they are from one process to the next. */
interface SwapContender {
    /** In the table. */
    String name();

    /** Where its probe writes. */
    Path events();

    /** How it starts; ready when every service of the comparison is there. */
    Contender contender();

    /**
     * Prepares what a command needs, before the time counts: the new file lies on the PC.
     *
     * @param number of the new version
     * @return the line for its standard input
     */
    String stage(SwapBundles.Changed changed, int number, Path jar) throws IOException;
}
