package org.benchconnect.desk.teamviewer;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;

/** The token of the Web API. It never prints itself; it comes out only through {@link #exposeHeader()}. */
public final class ApiToken {
    private static final int LONGEST = 4096;
    private static final Set<PosixFilePermission> OTHERS = Set.of(
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE);

    private final String token;

    private ApiToken(String token) {
        this.token = token;
    }

    /**
     * From a text of printable ASCII without spaces.
     *
     * @throws IllegalArgumentException if it is none; the message does not repeat it
     */
    public static ApiToken of(String text) {
        String token = text.strip();
        if (!token.matches("[\\x21-\\x7e]{8," + LONGEST + "}")) {
            throw new IllegalArgumentException("a token is 8 to " + LONGEST + " printable characters without spaces");
        }
        return new ApiToken(token);
    }

    /**
     * From a file that nobody but its owner may read or write, where the system knows such a thing.
     *
     * @throws IOException if it is not such a file
     */
    public static ApiToken read(Path file) throws IOException {
        if (Files.getFileStore(file).supportsFileAttributeView("posix")
                && Files.getPosixFilePermissions(file, LinkOption.NOFOLLOW_LINKS).stream()
                        .anyMatch(OTHERS::contains)) {
            throw new IOException("the file of the token may be read or written by others: make it 0600");
        }
        try (InputStream in = Files.newInputStream(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)) {
            return of(new String(in.readNBytes(LONGEST + 2), StandardCharsets.US_ASCII));
        } catch (IllegalArgumentException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    /** The way out: what the header {@code Authorization} says. */
    String exposeHeader() {
        return "Bearer " + token;
    }

    @Override
    public String toString() {
        return "a token";
    }
}
