package org.benchconnect.companion.desktop;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Files that lead a browser on to an address with a secret in it. Every account of a PC can read the command lines of all programs, so the browser gets the name of a
 * file that its user alone can read, and the address stands in there.
 *
 * <p>They lie in the user's home folder itself, under names that nobody can guess: a browser that comes as a snap sees neither hidden folders nor {@code /tmp}. Each is
 * removed once its secret is worth nothing any more, and all of them at the end. Guaranteed against other accounts; not against programs of the same user. For any
 * thread.
 */
public final class RedirectPages implements AutoCloseable {
    /** As long as a code to sign in is good. */
    private static final Duration LIFE = Duration.ofMinutes(2);

    private static final Pattern NAME = Pattern.compile("BenchConnect-[0-9a-f]{32}\\.html");
    private static final String PAGE =
            """
            <!DOCTYPE html>
            <html><head><meta charset="utf-8"><meta name="referrer" content="no-referrer"><title>BenchConnect</title>
            <meta http-equiv="refresh" content="0;url={address}"></head>
            <body><a href="{address}">BenchConnect</a></body></html>
            """;

    private final Path folder;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final Set<Path> made = ConcurrentHashMap.newKeySet();

    /** Pages in this folder of the user's. */
    public RedirectPages(Path folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    /**
     * Writes a page.
     *
     * @param address what it leads to
     * @return the file: on a POSIX file system of mode 0600 from its first moment on, elsewhere with the rights of the user's home folder
     * @throws IOException it cannot be written
     */
    Path to(URI address) throws IOException {
        byte[] name = new byte[16];
        random.nextBytes(name);
        Path page = folder.resolve("BenchConnect-" + HexFormat.of().formatHex(name) + ".html");
        made.add(page);
        try (var channel = Files.newByteChannel(
                page, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownersOnly())) {
            channel.write(StandardCharsets.UTF_8.encode(PAGE.replace("{address}", attribute(address))));
        }
        return page;
    }

    private FileAttribute<?>[] ownersOnly() {
        return folder.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    private static String attribute(URI address) {
        return address.toASCIIString()
                .replace("&", "&amp;")
                .replace("\"", "&quot;")
                .replace("<", "&lt;");
    }

    /** Removes pages whose time is over, also those of a companion that was killed. What cannot be removed now is tried again the next time. */
    public void removeOld() {
        Instant oldest = clock.instant().minus(LIFE);
        try (DirectoryStream<Path> pages = Files.newDirectoryStream(folder, "BenchConnect-*.html")) {
            for (Path page : pages) {
                if (NAME.matcher(page.getFileName().toString()).matches()
                        && Files.getLastModifiedTime(page, LinkOption.NOFOLLOW_LINKS)
                                .toInstant()
                                .isBefore(oldest)) {
                    remove(page);
                }
            }
        } catch (IOException e) {
            // the next time
        }
    }

    private void remove(Path page) {
        try {
            Files.deleteIfExists(page);
            made.remove(page);
        } catch (IOException e) {
            // the next time
        }
    }

    /** Removes every page of this companion. */
    @Override
    public void close() {
        Set.copyOf(made).forEach(this::remove);
    }
}
