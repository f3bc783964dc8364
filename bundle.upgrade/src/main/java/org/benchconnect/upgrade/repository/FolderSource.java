package org.benchconnect.upgrade.repository;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import org.benchconnect.upgrade.tuf.ReleaseSource;

/**
 * A repository in a folder, of a USB stick for instance. Reads plain files in plain folders: a link, a device or a pipe
 * below the folder is refused, wherever it points. Whoever can write the folder at the same time can exchange a file after
 * it was looked at; that gains nothing, because every byte is verified by its reader.
 */
final class FolderSource implements ReleaseSource {
    static final String METADATA = "metadata";
    static final String TARGETS = "targets";
    /** How much of a folder is looked through for the repository in it. */
    private static final int MOST_NEIGHBOURS = 4096;

    private final Path folder;
    private final Meter meter;

    private FolderSource(Path folder, Meter meter) {
        this.folder = folder;
        this.meter = meter;
    }

    /** The repository in a folder, which may itself be reached by a link: a person named it. */
    static FolderSource open(Path named, Meter meter) throws IOException {
        Path real = named.toRealPath();
        return new FolderSource(hasMetadata(real) ? real : onlyRepositoryIn(real), meter);
    }

    private static boolean hasMetadata(Path folder) {
        return Files.isDirectory(folder.resolve(METADATA), LinkOption.NOFOLLOW_LINKS);
    }

    private static Path onlyRepositoryIn(Path folder) throws IOException {
        List<Path> found = new ArrayList<>();
        int looked = 0;
        try (DirectoryStream<Path> neighbours = Files.newDirectoryStream(folder)) {
            for (Path each : neighbours) {
                if (++looked > MOST_NEIGHBOURS) {
                    throw new NoRepositoryException("more than " + MOST_NEIGHBOURS + " files");
                }
                if (Files.isDirectory(each, LinkOption.NOFOLLOW_LINKS) && hasMetadata(each)) {
                    found.add(each);
                }
            }
        }
        if (found.size() != 1) {
            throw new NoRepositoryException(found.isEmpty() ? "none" : found.size() + " of them");
        }
        return found.get(0);
    }

    @Override
    public InputStream metadata(String fileName) throws IOException {
        for (RepositoryPath name : MetadataName.of(fileName)) {
            try {
                return open(name);
            } catch (NoSuchFileException e) {
                // under the other name, perhaps
            }
        }
        throw new NoSuchFileException(fileName);
    }

    @Override
    public InputStream target(String path) throws IOException {
        return open(RepositoryPath.of(TARGETS + "/" + path));
    }

    private InputStream open(RepositoryPath path) throws IOException {
        Path file = folder;
        for (int i = 0; i < path.segments().size(); i++) {
            file = inside(file, path.segments().get(i));
            check(file, i == path.segments().size() - 1, path);
        }
        return new MeteredStream(Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS), meter);
    }

    private static Path inside(Path folder, String name) throws NoSuchFileException {
        try {
            return folder.resolve(name);
        } catch (InvalidPathException e) { // this system's character set has no such name
            throw new NoSuchFileException(name);
        }
    }

    private static void check(Path file, boolean last, RepositoryPath path) throws IOException {
        BasicFileAttributes attributes =
                Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        if (last ? attributes.isRegularFile() : attributes.isDirectory()) {
            return;
        }
        String found = "a device, pipe or socket";
        if (attributes.isSymbolicLink()) {
            found = "a link";
        } else if (attributes.isDirectory()) {
            found = "a folder";
        } else if (attributes.isRegularFile()) {
            found = "a file";
        }
        throw new UnsafeFileException(path.toString(), last ? "a plain file" : "in plain folders", found);
    }

    @Override
    public void close() {
        // no file stays open
    }
}
