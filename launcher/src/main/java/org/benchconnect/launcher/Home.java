package org.benchconnect.launcher;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/**
 * The home folder: everything that this agent writes. Held by an operating system lock while the agent runs, which a crash
 * releases: there is no stale PID file.
 */
final class Home implements AutoCloseable {
    private final Path folder;
    private final FileChannel channel;

    private Home(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    /** Makes the folder if it is missing, and takes it. */
    static Home take(Path folder) throws IOException, StartRefusedException {
        try {
            makePrivate(folder);
            for (String name : new String[] {"config", "modules", "generations", "data", "run", "log"}) {
                Files.createDirectories(folder.resolve(name));
            }
        } catch (AccessDeniedException e) {
            throw new StartRefusedException("the home folder " + folder
                    + " cannot be written. Choose another one with --home, or mend its rights.");
        }
        FileChannel channel =
                FileChannel.open(folder.resolve("run/lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (lock(channel) == null) {
            channel.close();
            throw new StartRefusedException(
                    "another agent is running with the home folder " + folder
                            + ". There is one agent for each home folder: stop that one, or give this one its own with --home.");
        }
        Files.deleteIfExists(folder.resolve("run/api")); // of an agent that was killed
        return new Home(folder, channel);
    }

    private static void makePrivate(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        Files.createDirectories(folder);
        if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-x---"));
        }
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldByThisProcess) {
            return null;
        }
    }

    Path folder() {
        return folder;
    }

    Path log() {
        return folder.resolve("log");
    }

    /** Felix's cache: nothing of value, wiped at every start. */
    Path cache() {
        return folder.resolve("run/felix-cache");
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
