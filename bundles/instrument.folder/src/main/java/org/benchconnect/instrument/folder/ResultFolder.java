package org.benchconnect.instrument.folder;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The folder of one instrument's results, as a watch uses it. Every call may block on a network share. */
interface ResultFolder {
    /**
     * The regular files of the adapter's pattern, by {@link ListedName}. Symbolic links and subfolders are not among them.
     *
     * @param known what the listing before showed
     * @throws IOException if the folder cannot be listed to its end: then nothing is known of any file
     */
    Map<String, Stamp> list(Known known) throws IOException;

    /** How many files of the pattern the listings have shown for a while without any being able to say what they are. */
    long hidden();

    /** What is known of the folder, to spare the file system. */
    interface Known {
        /** Every name that the listing before showed; none if it failed. */
        Stream<String> names();

        /** The stamp of a file that need not be asked for again, or null: then the file system is asked. */
        @Nullable
        Stamp settled(String name);
    }

    /**
     * How this file is now, asked of the file itself: on Windows a folder's listing can be behind while a file is open.
     *
     * @return null if it is no longer there, or no regular file
     */
    @Nullable
    Stamp stamp(String name) throws IOException;

    /** The file, for reading alone, without a lock: the instrument may go on writing, renaming and deleting. */
    SeekableByteChannel open(String name) throws IOException;

    /** More files than a watch keeps in memory. */
    final class TooManyFiles extends IOException {
        private static final long serialVersionUID = 1L;
    }
}
