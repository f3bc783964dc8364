package org.benchconnect.console;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.benchconnect.console.http.Json;
import org.benchconnect.console.http.Sessions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What an open page needs to find the next console: the port, and which sessions there are. {@code data/console} in the home folder, which only the service account
 * reads; on Windows the home folder's access list decides. It holds digests of cookies, so whoever reads it can sign in with none. A file that cannot be read as a whole
 * counts as none: then every page signs in again.
 */
final class PageMemory {
    private static final Logger LOG = LoggerFactory.getLogger(PageMemory.class);
    private static final int LONGEST = 32 << 10; // bytes; 64 sessions take 11 KiB
    private static final String FOLDER = "data";
    private static final String DIGEST = "[0-9a-f]{64}";

    private final Path home;
    private final Path file;
    private final int port;
    private final List<Sessions.Kept> sessions;

    private PageMemory(Path home, int port, List<Sessions.Kept> sessions) {
        this.home = home;
        this.file = file(home);
        this.port = port;
        this.sessions = List.copyOf(sessions);
    }

    /** What the console before left. */
    static PageMemory of(Path home) {
        Path file = file(home);
        try {
            return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                    ? parse(home, bytes(file))
                    : new PageMemory(home, 0, List.of());
        } catch (IOException | RuntimeException e) {
            LOG.warn("What open pages need cannot be read: they have to sign in again", e);
            return new PageMemory(home, 0, List.of());
        }
    }

    private static Path file(Path home) {
        return home.resolve(FOLDER).resolve("console");
    }

    private static byte[] bytes(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            byte[] bytes = in.readNBytes(LONGEST + 1);
            if (bytes.length > LONGEST) {
                throw new IOException("longer than " + LONGEST + " bytes");
            }
            return bytes;
        }
    }

    private static PageMemory parse(Path home, byte[] bytes) {
        JsonObject all = JsonParser.parseString(new String(bytes, StandardCharsets.UTF_8))
                .getAsJsonObject();
        int port = all.get("port").getAsInt();
        if (port < 1 || port > 65535) {
            throw new IllegalArgumentException("no port: " + port);
        }
        JsonArray each = all.getAsJsonArray("sessions");
        List<Sessions.Kept> sessions = new ArrayList<>();
        for (JsonElement one : each) {
            sessions.add(session(one.getAsJsonObject()));
        }
        return new PageMemory(home, port, sessions);
    }

    private static Sessions.Kept session(JsonObject one) {
        String cookie = one.get("cookie").getAsString();
        if (!cookie.matches(DIGEST)) {
            throw new IllegalArgumentException("no digest");
        }
        return new Sessions.Kept(
                cookie,
                Instant.parse(one.get("began").getAsString()),
                Instant.parse(one.get("lastUse").getAsString()));
    }

    /** Where the console before listened; 0 if that is not known. */
    int port() {
        return port;
    }

    /**
     * The sessions of a console on this port. On another port there are none: somebody else listens where it was, and browsers send a cookie to whoever
     * listens on this PC.
     */
    List<Sessions.Kept> sessions(int now) {
        return now == port ? sessions : List.of();
    }

    /** Keeps them, whole or not at all; if that fails nothing is kept, so that no session that ended comes back. */
    void keep(int now, List<Sessions.Kept> open) {
        try {
            write(now, open);
        } catch (IOException e) {
            LOG.warn("What open pages need cannot be kept: after a restart they have to sign in again", e);
            try {
                Files.deleteIfExists(file);
            } catch (IOException again) {
                LOG.error("An old file of sessions stays: sessions that ended may come back after a restart", again);
            }
        }
    }

    private void write(int now, List<Sessions.Kept> open) throws IOException {
        Files.createDirectories(home.resolve(FOLDER), only("rwx------"));
        Path next = file.resolveSibling("console.next");
        Files.deleteIfExists(next);
        Files.createFile(next, only("rw-------"));
        try (FileChannel out = FileChannel.open(next, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(Json.text(content(now, open)).getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
            out.force(true);
        }
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static Map<String, Object> content(int now, List<Sessions.Kept> open) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("port", now);
        content.put("sessions", open);
        return content;
    }

    private static FileAttribute<?>[] only(String permissions) {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
