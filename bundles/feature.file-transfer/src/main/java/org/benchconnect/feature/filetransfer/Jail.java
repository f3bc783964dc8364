package org.benchconnect.feature.filetransfer;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.List;
import org.benchconnect.teamviewerbridge.files.TransferRefusedException;

/**
 * One folder, held open: everything is reached from it by a plain name, and no link is followed, on the way to it neither. For one thread.
 */
interface Jail extends AutoCloseable {
    /** More names than that are no folder for transfers. */
    int MOST_NAMES = 10_000;

    /**
     * Holds a folder.
     *
     * @param folder absolute
     * @throws TransferRefusedException if it is missing, no folder, or a link leads to it
     */
    static Jail hold(Path folder) throws TransferRefusedException {
        return LinkFreeFolder.works() ? LinkFreeFolder.hold(folder) : HeldFolder.hold(folder);
    }

    /** A folder in it, which is made if it is missing. */
    Jail inner(String name) throws IOException, TransferRefusedException;

    /** The names in it, at most {@link #MOST_NAMES}. */
    List<String> names() throws IOException, TransferRefusedException;

    /**
     * Opens a plain file to be read. Waits for nothing: a pipe is refused.
     *
     * @throws TransferRefusedException if it is not there, no plain file, or one that has another name too
     */
    FileChannel read(String name) throws IOException, TransferRefusedException;

    /** Makes a file that was not there, which nobody can execute, to be written. */
    FileChannel create(String name) throws IOException;

    /** Gives a file in it the name of another one in it, which goes. */
    void replace(String from, String to) throws IOException;

    /** Deletes a file in it; one that is not there is left alone. */
    void delete(String name) throws IOException;

    /** The names reach the disk, where the system can do that. */
    void force() throws IOException;

    /** How much room its disk has, in bytes. */
    long room() throws IOException;

    @Override
    void close();
}
