package org.benchconnect.launcher.storage;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The disk of this PC. On POSIX systems what it makes is for its owner only (0600, folders 0700) or, from {@link #readableByAll}, for others to read (0644,
 * 0755); on Windows a file has the rights of its folder. Each operation opens and closes the file anew, so nothing is held open between them. Whoever may
 * exchange the folders above a file can lead it elsewhere: those belong to the owner too. A link in place of a folder is followed.
 */
public final class Disk implements Storage {
    private static final boolean FOLDERS_SYNC =
            !System.getProperty("os.name").startsWith("Windows"); // which cannot; NTFS journals names

    private final String files;
    private final String folders;

    private final boolean forAll;

    private Disk(boolean forAll) {
        this.forAll = forAll;
        this.files = forAll ? "rw-r--r--" : "rw-------";
        this.folders = forAll ? "rwxr-xr-x" : "rwx------";
    }

    /** Makes files that only their owner can read. */
    public static Storage forOwner() {
        return new Disk(false);
    }

    /** Makes files that everybody on this PC can read, whatever the umask: public keys and lists in the installation. Folders are made as the umask says. */
    public static Storage readableByAll() {
        return new Disk(true);
    }

    @Override
    public Optional<byte[]> read(Path file, int most) throws IOException {
        if (!isFile(file)) {
            return Optional.empty();
        }
        try (FileChannel channel = FileChannel.open(file, Set.of(READ, NOFOLLOW_LINKS));
                InputStream in = Channels.newInputStream(channel)) {
            byte[] content = in.readNBytes(most);
            if (in.read() >= 0) {
                throw new FileSystemException(file.toString(), null, "is longer than " + most + " bytes");
            }
            return Optional.of(content);
        } catch (NoSuchFileException e) {
            return Optional.empty(); // deleted meanwhile
        }
    }

    @Override
    public void create(Path file, byte[] content) throws IOException {
        refuseFolder(file);
        Files.deleteIfExists(file);
        write(file, content, CREATE_NEW, WRITE);
        if (forAll && isPosix(file)) {
            Files.setPosixFilePermissions(
                    file, PosixFilePermissions.fromString(files)); // whatever the administrator's umask is
        }
    }

    @Override
    public void append(Path file, byte[] content) throws IOException {
        isFile(file);
        write(file, content, CREATE, WRITE, APPEND, NOFOLLOW_LINKS);
    }

    private void write(Path file, byte[] content, OpenOption... how) throws IOException {
        try (FileChannel channel = FileChannel.open(file, Set.of(how), permissions(file, files))) {
            ByteBuffer bytes = ByteBuffer.wrap(content);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        }
    }

    @Override
    public void truncate(Path file, long length) throws IOException {
        existing(file);
        try (FileChannel channel = FileChannel.open(file, WRITE, NOFOLLOW_LINKS)) {
            if (length < 0 || length > channel.size()) {
                throw new FileSystemException(file.toString(), null, "cannot be cut to " + length + " bytes");
            }
            channel.truncate(length);
        }
    }

    @Override
    public void force(Path file) throws IOException {
        existing(file);
        try (FileChannel channel = FileChannel.open(file, WRITE, NOFOLLOW_LINKS)) {
            channel.force(true);
        }
    }

    @Override
    public void forceFolder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw Files.exists(folder)
                    ? new NotDirectoryException(folder.toString())
                    : new NoSuchFileException(folder.toString());
        }
        if (FOLDERS_SYNC) {
            try (FileChannel channel = FileChannel.open(folder, READ)) {
                channel.force(true);
            }
        }
    }

    @Override
    public void rename(Path from, Path to) throws IOException {
        existing(from);
        refuseFolder(to);
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public void delete(Path file) throws IOException {
        Files.deleteIfExists(file);
    }

    @Override
    public void makeFolder(Path folder) throws IOException {
        Files.createDirectories(folder, permissions(folder, folders));
    }

    @Override
    public List<String> names(Path folder) throws IOException {
        List<String> names = new ArrayList<>();
        try (DirectoryStream<Path> content = Files.newDirectoryStream(folder)) {
            content.forEach(path -> names.add(path.getFileName().toString()));
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        Collections.sort(names);
        return names;
    }

    @Override
    public long length(Path file) throws IOException {
        return isFile(file) ? attributes(file).map(BasicFileAttributes::size).orElse(0L) : 0;
    }

    private static void existing(Path file) throws IOException {
        if (!isFile(file)) {
            throw new NoSuchFileException(file.toString());
        }
    }

    /** Whether there is one; anything else of that name (a link, a folder, a device, a pipe, which would block) is an error. */
    private static boolean isFile(Path file) throws IOException {
        Optional<BasicFileAttributes> found = attributes(file);
        if (found.isPresent() && !found.get().isRegularFile()) {
            throw new FileSystemException(file.toString(), null, "is not an ordinary file");
        }
        return found.isPresent();
    }

    private static void refuseFolder(Path file) throws IOException {
        if (attributes(file).filter(BasicFileAttributes::isDirectory).isPresent()) {
            throw new FileSystemException(file.toString(), null, "is a folder");
        }
    }

    private static Optional<BasicFileAttributes> attributes(Path file) throws IOException {
        try {
            return Optional.of(Files.readAttributes(file, BasicFileAttributes.class, NOFOLLOW_LINKS));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    private static FileAttribute<?>[] permissions(Path path, String permissions) {
        return isPosix(path)
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    private static boolean isPosix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
