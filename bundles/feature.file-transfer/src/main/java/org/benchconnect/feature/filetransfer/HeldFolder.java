package org.benchconnect.feature.filetransfer;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;
import static org.benchconnect.teamviewerbridge.files.TransferRefusedException.Reason.NOT_THERE;
import static org.benchconnect.teamviewerbridge.files.TransferRefusedException.Reason.NO_FOLDER;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import org.benchconnect.teamviewerbridge.files.TransferRefusedException;

/**
 * A folder where the system has no handles to open from: Windows. It is held by a file in it that stays open: while that is so, Windows renames neither
 * the folder nor one above it, and a folder that is not empty becomes no junction. Only then is it looked at whether a link or junction leads to it.
 */
final class HeldFolder implements Jail {
    /** The file that holds it. */
    static final String HOLDER = ".held-by-benchconnect";

    private final Path path;
    private final FileChannel holder;

    private HeldFolder(Path path, FileChannel holder) {
        this.path = path;
        this.holder = holder;
    }

    static Jail hold(Path path) throws TransferRefusedException {
        if (!Files.isDirectory(path, NOFOLLOW_LINKS)) {
            throw noFolder();
        }
        try {
            FileChannel holder = FileChannel.open(path.resolve(HOLDER), CREATE, WRITE, NOFOLLOW_LINKS);
            if (leadsElsewhere(path)) {
                holder.close();
                throw noFolder();
            }
            return new HeldFolder(path, holder);
        } catch (IOException e) { // its message would have the path
            throw noFolder();
        }
    }

    /** A junction is no symbolic link for Java, but its real path is another one. */
    private static boolean leadsElsewhere(Path path) throws IOException {
        for (Path at = path; at != null; at = at.getParent()) {
            BasicFileAttributes attributes = Files.readAttributes(at, BasicFileAttributes.class, NOFOLLOW_LINKS);
            if (!attributes.isDirectory() || attributes.isSymbolicLink() || attributes.isOther()) {
                return true;
            }
        }
        return !path.toRealPath().equals(path);
    }

    private static TransferRefusedException noFolder() {
        return new TransferRefusedException(NO_FOLDER, "the folder is missing, or no folder, or a link leads to it");
    }

    @Override
    public Jail inner(String name) throws IOException, TransferRefusedException {
        try {
            Files.createDirectory(path.resolve(name));
        } catch (FileAlreadyExistsException there) {
            // looked at below
        }
        return hold(path.resolve(name));
    }

    @Override
    public List<String> names() throws IOException, TransferRefusedException {
        List<String> names = new ArrayList<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(path)) {
            for (Path each : all) {
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
        Path file = path.resolve(name);
        BasicFileAttributes before = PlainFile.require(attributes(file));
        PlainFile.requireOneName(file);
        FileChannel channel =
                BoundedOpen.of(() -> FileChannel.open(file, READ, NOFOLLOW_LINKS), () -> release(file), () -> {});
        try {
            PlainFile.requireSame(before, attributes(file));
            return channel;
        } catch (IOException | TransferRefusedException e) {
            channel.close();
            throw e;
        }
    }

    private static BasicFileAttributes attributes(Path file) throws IOException, TransferRefusedException {
        try {
            return Files.readAttributes(file, BasicFileAttributes.class, NOFOLLOW_LINKS);
        } catch (NoSuchFileException e) {
            throw new TransferRefusedException(NOT_THERE, "there is no such file in the folder");
        }
    }

    private static void release(Path file) throws IOException, TransferRefusedException {
        if (attributes(file).isOther()) {
            FileChannel.open(file, READ, WRITE, NOFOLLOW_LINKS).close();
        }
    }

    @Override
    public FileChannel create(String name) throws IOException {
        return FileChannel.open(path.resolve(name), CREATE_NEW, WRITE, NOFOLLOW_LINKS);
    }

    @Override
    public void replace(String from, String to) throws IOException {
        Files.move(path.resolve(from), path.resolve(to), StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public void delete(String name) throws IOException {
        Files.deleteIfExists(path.resolve(name));
    }

    @Override
    public void force() {
        // Windows has no such call
    }

    @Override
    public long room() throws IOException {
        return Files.getFileStore(path).getUsableSpace();
    }

    @Override
    public void close() {
        try {
            holder.close();
        } catch (IOException e) {
            // nothing was written to it
        }
    }
}
