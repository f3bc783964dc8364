package org.benchconnect.console;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.LinkedHashMap;
import java.util.Map;
import org.benchconnect.console.http.Json;
import org.benchconnect.console.http.Secret;

/**
 * {@code run/api} in the home folder: where the API listens, and the token with which a program of this PC calls it. Whoever
 * can read the file may use the API: the service account and its group. On Windows the home folder's access list decides.
 */
final class ApiFile {
    private final Path file;
    private final String url;
    private final Secret token;

    private ApiFile(Path file, String url, Secret token) {
        this.file = file;
        this.url = url;
        this.token = token;
    }

    /** Writes the file, whole or not at all. */
    static ApiFile write(Path home, String url, Secret token) throws IOException {
        Path folder = Files.createDirectories(home.resolve("run"), mode("rwxr-x---"));
        Path file = folder.resolve("api");
        Path next = folder.resolve("api.next");
        Files.deleteIfExists(next);
        Files.createFile(next, mode("rw-r-----"));
        if (isPosix()) {
            Files.setPosixFilePermissions(
                    next, PosixFilePermissions.fromString("rw-r-----")); // whatever the umask took away
        }
        Files.write(next, content(url, token));
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return new ApiFile(file, url, token);
    }

    /** Takes the file away, unless it is another console's by now. */
    void remove() throws IOException {
        byte[] own = content(url, token);
        if (Files.isRegularFile(file)
                && Files.size(file) == own.length
                && MessageDigest.isEqual(own, Files.readAllBytes(file))) {
            Files.deleteIfExists(file);
        }
    }

    private static byte[] content(String url, Secret token) {
        Map<String, String> members = new LinkedHashMap<>();
        members.put("url", url);
        members.put("token", token.reveal());
        return (Json.text(members) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static boolean isPosix() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    }

    private static FileAttribute<?>[] mode(String permissions) {
        if (!isPosix()) {
            return new FileAttribute<?>[0];
        }
        return new FileAttribute<?>[] {
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        };
    }
}
