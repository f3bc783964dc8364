package org.benchconnect.instrument.folder;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A folder of the file system.
 *
 * <p>Polled. {@code WatchService} is not used: on network shares it hears nothing of what another computer writes or loses
 * events without saying so, on a full buffer it gives up, and a folder that was away and comes back is another folder to
 * it. A listing is right every time.
 *
 * <p>Cheap with many files: a full listing asks for every file's attributes (20 000 files: about 35 ms), so a large folder
 * gets one every two seconds. In between, its names are listed (6 ms) if its own modification time says that some came or
 * went, and only files that are new or not yet settled are asked for. What that can miss for two seconds is an old file
 * that is written again, and new ones on a system that does not keep a folder's modification time.
 */
final class NioFolder implements ResultFolder {
    /** More files than an instrument leaves in one folder; about 20 MB in memory. */
    static final int MOST_FILES = 50_000;
    /** Folders with fewer files are listed fully each time. */
    static final int FEW_FILES = 500;

    private static final long FULL_LISTING_NANOS = Duration.ofSeconds(2).toNanos();

    private final Path folder;
    private final PathMatcher pattern;
    private final LongSupplier nanoTime;
    private @Nullable Path real;
    private long fullListing;
    private int files;
    private @Nullable FileTime changed;
    private boolean calm;

    NioFolder(Path folder, String glob, LongSupplier nanoTime) {
        this.folder = folder;
        this.pattern = folder.getFileSystem().getPathMatcher("glob:" + glob);
        this.nanoTime = nanoTime;
    }

    @Override
    public Map<String, Stamp> list(Known known) throws IOException {
        try {
            Path root = root();
            Map<String, Stamp> listing = new HashMap<>(Math.max(16, files * 2));
            // asked before the listing, so that what comes in between is seen as a change the next time
            boolean unchanged = unchanged(root);
            if (files < FEW_FILES || nanoTime.getAsLong() - fullListing >= FULL_LISTING_NANOS) {
                Files.walkFileTree(root, EnumSet.noneOf(FileVisitOption.class), 1, new Collector(root, listing));
                fullListing = nanoTime.getAsLong();
            } else if (unchanged) {
                for (String name : (Iterable<String>) known.names()::iterator) {
                    look(root, name, known, listing);
                }
            } else {
                names(root, known, listing);
            }
            files = listing.size();
            return listing;
        } catch (IOException unreadable) {
            // the next time everything is looked at afresh, where the folder's link then leads
            real = null;
            files = 0;
            throw unreadable;
        }
    }

    private Path root() throws IOException {
        Path known = real;
        if (known == null) {
            known = folder.toRealPath();
            real = known;
        }
        return known;
    }

    /** Two calls must see the same time: a change within the clock's grain of the first one could look like none. */
    private boolean unchanged(Path root) throws IOException {
        FileTime now = Files.getLastModifiedTime(root);
        boolean same = now.equals(changed);
        boolean twice = same && calm;
        changed = now;
        calm = same;
        return twice;
    }

    private void names(Path root, Known known, Map<String, Stamp> listing) throws IOException {
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(root)) {
            for (Path path : stream) {
                look(root, path.getFileName().toString(), known, listing);
            }
        } catch (DirectoryIteratorException broken) {
            throw broken.getCause();
        }
    }

    private void look(Path root, String name, Known known, Map<String, Stamp> listing) throws IOException {
        Stamp before = known.settled(name);
        Stamp now = before != null ? before : askUnlessDenied(root.resolve(name));
        if (now != null) {
            put(listing, name, now);
        }
    }

    /** On Windows a file that is being deleted denies access; one such file must not hide the others. */
    private @Nullable Stamp askUnlessDenied(Path path) throws IOException {
        try {
            return ask(path);
        } catch (AccessDeniedException denied) {
            return null;
        }
    }

    private @Nullable Stamp ask(Path path) throws IOException {
        if (!pattern.matches(path.getFileName())) {
            return null;
        }
        try {
            BasicFileAttributes attributes =
                    Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            return attributes.isRegularFile() ? Stamp.of(attributes) : null;
        } catch (NoSuchFileException gone) {
            return null;
        }
    }

    private static void put(Map<String, Stamp> listing, String name, Stamp stamp) throws IOException {
        if (listing.size() >= MOST_FILES) {
            throw new TooManyFiles();
        }
        listing.put(name, stamp);
    }

    @Override
    public @Nullable Stamp stamp(String name) throws IOException {
        return ask(root().resolve(name));
    }

    @Override
    public SeekableByteChannel open(String name) throws IOException {
        return Files.newByteChannel(root().resolve(name), Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS));
    }

    /** Reads each file's attributes once; where the system gives them with the listing, it is not asked again. */
    private final class Collector extends SimpleFileVisitor<Path> {
        private final Path root;
        private final Map<String, Stamp> listing;

        Collector(Path root, Map<String, Stamp> listing) {
            this.root = root;
            this.listing = listing;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            if (file.equals(root)) {
                throw new NotDirectoryException("");
            }
            if (attributes.isRegularFile() && pattern.matches(file.getFileName())) {
                put(listing, file.getFileName().toString(), Stamp.of(attributes));
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException reason) throws IOException {
            boolean lost = reason instanceof NoSuchFileException || reason instanceof AccessDeniedException;
            if (file.equals(root) || !lost) {
                throw reason;
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException broken) throws IOException {
            if (broken != null) {
                throw broken;
            }
            return FileVisitResult.CONTINUE;
        }
    }
}
