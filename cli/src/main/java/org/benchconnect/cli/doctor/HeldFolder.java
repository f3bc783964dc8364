package org.benchconnect.cli.doctor;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileOwnerAttributeView;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.UserPrincipal;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One file, from a folder that is held open while it is looked at (openat of POSIX), so that no folder on the way can become a link meanwhile. Where the system has no
 * such thing (Windows), by its path, whose real one is compared.
 */
final class HeldFolder implements AutoCloseable {
    private static final Set<OpenOption> READ = Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);

    private final Path path;
    private final UserPrincipal owner;
    private final @Nullable SecureDirectoryStream<Path> held;

    private HeldFolder(Path path, UserPrincipal owner, @Nullable SecureDirectoryStream<Path> held) {
        this.path = path;
        this.owner = owner;
        this.held = held;
    }

    /**
     * What the file was at a moment.
     *
     * @param isOrdinary no link, pipe, device or folder
     * @param owner of the file itself
     * @param key which file it is; null where the system does not tell
     */
    record Seen(boolean isOrdinary, UserPrincipal owner, @Nullable Object key) {}

    /** A file by its path, links on the way included: for a caller whose own file it is. */
    static HeldFolder ofPath(Path file) throws IOException {
        return new HeldFolder(file, Files.getOwner(file, LinkOption.NOFOLLOW_LINKS), null);
    }

    /**
     * A file below a folder, without a link on the way.
     *
     * @param below one name or more, without dots
     */
    static HeldFolder within(Path root, Path below) throws IOException {
        DirectoryStream<Path> opened = Files.newDirectoryStream(root);
        if (opened instanceof SecureDirectoryStream<Path> secure) {
            return descend(secure, below);
        }
        opened.close();
        Path file = root.resolve(below);
        if (!file.toRealPath().equals(root.toRealPath().resolve(below))) {
            throw new FileSystemException(file.toString());
        }
        return new HeldFolder(file, Files.getOwner(root), null);
    }

    private static HeldFolder descend(SecureDirectoryStream<Path> root, Path below) throws IOException {
        SecureDirectoryStream<Path> here = root;
        try {
            UserPrincipal owner =
                    root.getFileAttributeView(FileOwnerAttributeView.class).getOwner();
            for (int i = 0; i < below.getNameCount() - 1; i++) {
                SecureDirectoryStream<Path> next = here.newDirectoryStream(below.getName(i), LinkOption.NOFOLLOW_LINKS);
                here.close();
                here = next;
            }
            return new HeldFolder(below.getFileName(), owner, here);
        } catch (IOException e) {
            here.close();
            throw e;
        }
    }

    /** Whose the folder is in which the way began. */
    UserPrincipal owner() {
        return owner;
    }

    /** What the file is now. */
    Seen look() throws IOException {
        if (held != null) {
            return seen(held.getFileAttributeView(path, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
                    .readAttributes());
        }
        BasicFileAttributes there = Files.getFileAttributeView(
                        path, BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
                .readAttributes();
        return new Seen(there.isRegularFile(), Files.getOwner(path, LinkOption.NOFOLLOW_LINKS), there.fileKey());
    }

    private static Seen seen(PosixFileAttributes there) {
        return new Seen(there.isRegularFile(), there.owner(), there.fileKey());
    }

    /** The file, not by a link. */
    SeekableByteChannel open() throws IOException {
        return held != null ? held.newByteChannel(path, READ) : Files.newByteChannel(path, READ);
    }

    @Override
    public void close() throws IOException {
        if (held != null) {
            held.close();
        }
    }
}
