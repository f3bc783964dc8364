package org.benchconnect.engine.rfb.desktop;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;

/** What the desktop server of one session has on the disk: a folder that only this account may enter, and in it whose it is. */
record SessionFolder(Path path) {
    static final String PREFIX = "bc-rfb-";
    static final String PERMISSIONS = "rwx------";

    private static final int LONGEST_MARK = 256; // bytes
    private static final List<String> NAMES =
            List.of("password", "authority", "rfb", "server", "agent"); // the agent last

    /** A new one, of this agent. */
    static SessionFolder create() throws IOException {
        SessionFolder folder = new SessionFolder(Files.createTempDirectory(
                PREFIX, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(PERMISSIONS))));
        folder.mark("agent", ProcessHandle.current().pid());
        return folder;
    }

    Path socket() {
        return path.resolve("rfb");
    }

    Path password() {
        return path.resolve("password");
    }

    Path authority() {
        return path.resolve("authority");
    }

    /** For this account alone; it must not be there yet. */
    void write(Path file, byte[] bytes) throws IOException {
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.write(file, bytes);
    }

    /** The server that was started. */
    void serves(long pid) throws IOException {
        mark("server", pid);
    }

    private void mark(String name, long pid) throws IOException {
        Optional<ProcessMark> mark = ProcessMark.of(pid);
        if (mark.isPresent()) { // else it has ended already
            write(path.resolve(name), mark.get().text().getBytes(StandardCharsets.US_ASCII));
        }
    }

    Optional<ProcessMark> agent() throws IOException {
        return marked("agent");
    }

    Optional<ProcessMark> server() throws IOException {
        return marked("server");
    }

    private Optional<ProcessMark> marked(String name) throws IOException {
        Path file = path.resolve(name);
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            return ProcessMark.read(new String(in.readNBytes(LONGEST_MARK), StandardCharsets.US_ASCII));
        }
    }

    /** With what this class puts into it, and nothing else. */
    void remove() throws IOException {
        for (String name : NAMES) {
            Files.deleteIfExists(path.resolve(name));
        }
        Files.deleteIfExists(path);
    }
}
