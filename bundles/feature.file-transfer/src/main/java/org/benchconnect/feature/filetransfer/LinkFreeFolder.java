package org.benchconnect.feature.filetransfer;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;
import static org.benchconnect.teamviewerbridge.files.TransferRefusedException.Reason.NOT_THERE;
import static org.benchconnect.teamviewerbridge.files.TransferRefusedException.Reason.NO_FOLDER;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.benchconnect.teamviewerbridge.files.TransferRefusedException;

/**
 * A folder held by its handle ({@code openat}), where the system has that: each step of the way from the root, and each file, is opened from the folder before,
 * without following a link, so that nothing that is renamed or swapped meanwhile leads elsewhere. (To be sent, a file must not be a second name of another
 * one; whoever may give a file of this agent's account a second name, and swaps at the right moment, has that account's rights already.)
 */
final class LinkFreeFolder implements Jail {
    private static final Path ITSELF = Path.of(".");

    private final Path path;
    private final SecureDirectoryStream<Path> folder;

    private LinkFreeFolder(Path path, SecureDirectoryStream<Path> folder) {
        this.path = path;
        this.folder = folder;
    }

    /** Whether this system has such handles. */
    static boolean works() {
        try (DirectoryStream<Path> root =
                Files.newDirectoryStream(Path.of("").toAbsolutePath().getRoot())) {
            return root instanceof SecureDirectoryStream;
        } catch (IOException e) {
            return false;
        }
    }

    static Jail hold(Path path) throws TransferRefusedException {
        try {
            SecureDirectoryStream<Path> at = secure(Files.newDirectoryStream(path.getRoot()));
            for (Path step : path) {
                at = step(at, step);
            }
            return new LinkFreeFolder(path, at);
        } catch (IOException | RuntimeException e) { // its message would have the path
            throw noFolder();
        }
    }

    private static SecureDirectoryStream<Path> step(SecureDirectoryStream<Path> from, Path name) throws IOException {
        try (from) {
            return from.newDirectoryStream(name, NOFOLLOW_LINKS);
        }
    }

    @SuppressWarnings("unchecked")
    private static SecureDirectoryStream<Path> secure(DirectoryStream<Path> stream) throws TransferRefusedException {
        if (stream instanceof SecureDirectoryStream<?> secure) {
            return (SecureDirectoryStream<Path>) secure;
        }
        throw noFolder();
    }

    private static TransferRefusedException noFolder() {
        return new TransferRefusedException(NO_FOLDER, "the folder is missing, or no folder, or a link leads to it");
    }

    @Override
    public Jail inner(String name) throws IOException, TransferRefusedException {
        if (!names().contains(name)) {
            makeFolder(name);
        }
        try {
            return new LinkFreeFolder(path.resolve(name), folder.newDirectoryStream(Path.of(name), NOFOLLOW_LINKS));
        } catch (IOException e) {
            throw noFolder();
        }
    }

    /** By its path, as Java makes none from a handle; whatever that met, the handle then opens the right one or none. */
    private void makeFolder(String name) throws IOException {
        try {
            Files.createDirectory(
                    path.resolve(name),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-x---")));
        } catch (FileAlreadyExistsException meanwhile) {
            // the handle tells what it is
        }
    }

    @Override
    public List<String> names() throws IOException, TransferRefusedException {
        List<String> names = new ArrayList<>();
        try (SecureDirectoryStream<Path> again = folder.newDirectoryStream(ITSELF, NOFOLLOW_LINKS)) {
            for (Path each : again) {
                if (names.size() == MOST_NAMES) {
                    throw new TransferRefusedException(NO_FOLDER, "the folder has too many files");
                }
                names.add(String.valueOf(each.getFileName()));
            }
        }
        return names;
    }

    @Override
    public FileChannel read(String name) throws IOException, TransferRefusedException {
        Path file = Path.of(name);
        BasicFileAttributes before = PlainFile.require(attributes(file));
        PlainFile.requireOneName(path.resolve(name));
        SecureDirectoryStream<Path> own = folder.newDirectoryStream(ITSELF, NOFOLLOW_LINKS);
        FileChannel channel = BoundedOpen.of(
                () -> open(own, file, Set.of(READ, NOFOLLOW_LINKS)), () -> release(file), () -> close(own));
        try {
            PlainFile.requireSame(before, attributes(file));
            return channel;
        } catch (IOException | TransferRefusedException e) {
            channel.close();
            throw e;
        }
    }

    private BasicFileAttributes attributes(Path file) throws IOException, TransferRefusedException {
        try {
            return folder.getFileAttributeView(file, BasicFileAttributeView.class, NOFOLLOW_LINKS)
                    .readAttributes();
        } catch (NoSuchFileException e) {
            throw new TransferRefusedException(NOT_THERE, "there is no such file in the folder");
        }
    }

    /** A pipe that is open at both ends lets go of who waits for it. */
    private void release(Path file) throws IOException, TransferRefusedException {
        if (attributes(file).isOther()) {
            open(folder, file, Set.of(READ, WRITE, NOFOLLOW_LINKS)).close();
        }
    }

    private static FileChannel open(
            SecureDirectoryStream<Path> from, Path file, Set<? extends java.nio.file.OpenOption> options)
            throws IOException {
        return channel(from.newByteChannel(file, options));
    }

    private static FileChannel channel(SeekableByteChannel opened) throws IOException {
        if (opened instanceof FileChannel channel) {
            return channel;
        }
        opened.close();
        throw new IOException("no channel of a file");
    }

    @Override
    public FileChannel create(String name) throws IOException {
        return channel(folder.newByteChannel(
                Path.of(name),
                Set.of(CREATE_NEW, WRITE, NOFOLLOW_LINKS),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-r-----"))));
    }

    @Override
    public void replace(String from, String to) throws IOException {
        folder.move(Path.of(from), folder, Path.of(to));
    }

    @Override
    public void delete(String name) throws IOException {
        try {
            folder.deleteFile(Path.of(name));
        } catch (NoSuchFileException gone) {
            // as wanted
        }
    }

    /** By its path: forcing another folder does no harm. */
    @Override
    public void force() throws IOException {
        try (FileChannel itself = FileChannel.open(path, READ, NOFOLLOW_LINKS)) {
            itself.force(true);
        }
    }

    @Override
    public long room() throws IOException {
        return Files.getFileStore(path).getUsableSpace();
    }

    @Override
    public void close() {
        close(folder);
    }

    private static void close(SecureDirectoryStream<Path> handle) {
        try {
            handle.close();
        } catch (IOException e) {
            // a handle that was only read from
        }
    }
}
