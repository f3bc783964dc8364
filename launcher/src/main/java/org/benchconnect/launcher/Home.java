package org.benchconnect.launcher;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The home folder: everything that this agent writes. Held by an operating system lock while the agent runs, which a crash
 * releases: there is no stale PID file.
 */
final class Home implements AutoCloseable {
    private static final String CACHE = "run/felix-cache";
    private static final List<String> PRIVATE = List.of(
            "config", "consent", "data", "generations", "grants", "identity", "ledger", "log", "modules", "trust");

    private final Path folder;
    private final FileChannel channel;

    private Home(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    /** Makes the folder if it is missing, closes it to others, and takes it. */
    static Home take(Path folder) throws IOException, StartRefusedException {
        FileChannel channel;
        try {
            makePrivate(folder, "rwxr-x---");
            for (String name : PRIVATE) {
                refuseLink(folder.resolve(name));
                makePrivate(folder.resolve(name), "rwx------");
            }
            refuseLink(folder.resolve("run"));
            makePrivate(folder.resolve("run"), "rwxr-x---"); // the local group finds the API there
            channel = FileChannel.open(
                    folder.resolve("data/agent.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (FileSystemException e) {
            throw new StartRefusedException("the home folder " + folder + " cannot be used: " + e.getFile() + " "
                    + (e instanceof FileAlreadyExistsException ? "is no folder" : "cannot be made or written")
                    + ". Choose another one with --home, or mend its rights.");
        }
        if (lock(channel) == null) {
            channel.close();
            throw new StartRefusedException(
                    "another agent is running with the home folder " + folder
                            + ". There is one agent for each home folder: stop that one, or give this one its own with --home.");
        }
        RunFolder.clear(folder.resolve("run"));
        if (Files.isSymbolicLink(folder.resolve(CACHE))) {
            Files.delete(folder.resolve(CACHE)); // wiping it would wipe what it points to
        }
        return new Home(folder, channel);
    }

    /** The home folder itself may be a link; what it leads to is somebody's choice, and what lies in it is the agent's own. */
    private static void refuseLink(Path folder) throws StartRefusedException {
        if (Files.isSymbolicLink(folder)) {
            throw new StartRefusedException(
                    folder + " is a link to another folder, which the agent would close to others"
                            + " and write into. Nothing was started. Remove the link; to keep the home folder elsewhere, use --home.");
        }
    }

    private static void makePrivate(Path folder, String rights) throws IOException {
        Files.createDirectories(folder);
        if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString(rights));
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
        return folder.resolve(CACHE);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
