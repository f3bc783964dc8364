package org.benchconnect.companion;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;

/**
 * The companion's folder in the user's own files: the choice to mute, and a lock file for each desktop session of this user. Nothing else is ever written, but
 * for {@link org.benchconnect.companion.desktop.RedirectPages}, and nothing of a notice.
 */
record UserFolder(Path folder, String session) {
    /** The folder of the user with this environment, made where it is missing: {@code ~/.local/state/benchconnect}, on Windows in {@code %LOCALAPPDATA%}. */
    static UserFolder of(Map<String, String> environment, String userHome) throws IOException {
        String base = environment.getOrDefault("LOCALAPPDATA", environment.getOrDefault("XDG_STATE_HOME", ""));
        Path folder = (base.isEmpty() ? Path.of(userHome, ".local", "state") : Path.of(base)).resolve("benchconnect");
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder);
            if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
            }
        }
        return new UserFolder(folder, session(environment));
    }

    private static String session(Map<String, String> environment) {
        for (String name : new String[] {"SESSIONNAME", "WAYLAND_DISPLAY", "DISPLAY"}) {
            String value = environment.getOrDefault(name, "");
            if (!value.isEmpty()) {
                return value.replaceAll("[^A-Za-z0-9._-]", "_");
            }
        }
        return "session";
    }

    Path sound() {
        return folder.resolve("companion-sound");
    }

    /** Held as long as this program runs; empty: another companion of this session holds it. */
    Optional<FileLock> only() throws IOException {
        FileChannel channel = FileChannel.open(
                folder.resolve("companion-" + session + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return Optional.of(lock);
            }
        } catch (OverlappingFileLockException e) {
            // held within this very process
        }
        channel.close();
        return Optional.empty();
    }
}
