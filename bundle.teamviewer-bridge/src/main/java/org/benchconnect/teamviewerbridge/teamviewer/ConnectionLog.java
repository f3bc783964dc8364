package org.benchconnect.teamviewerbridge.teamviewer;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.benchconnect.launcher.storage.DurableFiles;
import org.benchconnect.launcher.storage.Storage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads what the client adds to its log, and keeps how far. What was there before this agent first looked is not read. A line may be told twice after a loss of power,
 * never left out; only what is rotated away between two looks is missed. Reads only. One thread.
 */
final class ConnectionLog {
    private static final Logger LOG = LoggerFactory.getLogger(ConnectionLog.class);
    private static final int PIECE = 64 * 1024; // bytes in one look
    static final String NAME = "teamviewer-log";

    private final Path log;
    private final Storage storage;
    private final DurableFiles durable;
    private final Path folder;
    private Optional<LogPosition> position;
    private boolean read;

    /**
     * Of one log.
     *
     * @param log the client's
     * @param folder the agent's own, where the position is kept
     */
    ConnectionLog(Path log, Storage storage, Path folder) {
        this.log = log;
        this.storage = storage;
        this.durable = new DurableFiles(storage);
        this.folder = folder;
        this.position = kept();
    }

    private Optional<LogPosition> kept() {
        try {
            Optional<byte[]> bytes = storage.read(folder.resolve(NAME), LogPosition.LONGEST);
            return bytes.map(one -> LogPosition.read(one).orElse(LogPosition.BEGINNING)); // broken: all of it again
        } catch (IOException e) {
            LOG.warn("how far TeamViewer's log was read is not known: it is read from its beginning", e);
            return Optional.of(LogPosition.BEGINNING);
        }
    }

    /** What is new since {@link #done}; nothing while there is no log. */
    Optional<New> look() {
        try (SeekableByteChannel channel =
                Files.newByteChannel(log, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS))) {
            long length = channel.size();
            byte[] beginning = read(channel, 0, LogPosition.HEAD);
            LogPosition from = position.orElseGet(() -> LogPosition.at(length, beginning));
            from = from.isOf(length, beginning) ? from : LogPosition.BEGINNING;
            LogLines lines = LogLines.of(read(channel, from.offset(), PIECE));
            read = true;
            return Optional.of(new New(lines, LogPosition.at(from.offset() + lines.taken(), beginning)));
        } catch (NoSuchFileException e) {
            position = Optional.of(position.orElse(LogPosition.BEGINNING)); // what comes is new
            read = Files.isReadable(folderOfLog());
            return Optional.empty();
        } catch (IOException e) {
            if (read) {
                LOG.warn("TeamViewer's log cannot be read", e);
            }
            read = false;
            return Optional.empty();
        }
    }

    private Path folderOfLog() {
        Path parent = log.toAbsolutePath().getParent();
        return parent == null ? log : parent;
    }

    private static byte[] read(SeekableByteChannel channel, long from, int most) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(most);
        channel.position(from);
        int got = 0;
        while (got >= 0 && bytes.hasRemaining()) {
            got = channel.read(bytes);
        }
        return Arrays.copyOf(bytes.array(), bytes.position());
    }

    /** What was new is in the ledger: the next look begins behind it. */
    void done(New what) {
        if (position.filter(what.until()::equals).isPresent()) {
            return;
        }
        position = Optional.of(what.until());
        try {
            durable.makeFolder(folder);
            durable.write(folder.resolve(NAME), what.until().write());
        } catch (IOException e) {
            LOG.warn("the disk did not take how far TeamViewer's log was read", e);
        }
    }

    /** Whether the last look could read it, or would have if there were one. */
    boolean isReadable() {
        return read;
    }

    /**
     * What a look found.
     *
     * @param lines the new ones
     * @param until where the next look begins
     */
    record New(LogLines lines, LogPosition until) {}
}
