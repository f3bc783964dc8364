package org.benchconnect.instrument.folder;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
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
 * <p>Cheap with many files: a full listing asks for every file's attributes (20 000 files: about 50 ms), so a large folder
 * gets one every two seconds. In between, its names are listed (6 ms) if its own modification time says that some came or
 * went, and only files that are new or not yet settled are asked for. What that can miss for two seconds is an old file
 * that is written again, and new ones on a system that does not keep a folder's modification time.
 *
 * <p>Beside each name the path is kept that the system listed: not every name leads back to one. What is wrong with one file
 * is not wrong with the folder: it is left out, and counted as {@link #hidden} if it stays so.
 */
final class NioFolder implements ResultFolder {
    /** More files than an instrument leaves in one folder; about 30 MB in memory. */
    static final int MOST_FILES = 50_000;
    /** Folders with fewer files are listed fully each time. */
    static final int FEW_FILES = 500;

    private static final long FULL_LISTING_NANOS = Duration.ofSeconds(2).toNanos();
    /** A file that is being deleted may hide for a while. */
    private static final long HIDDEN_NANOS = Duration.ofSeconds(10).toNanos();

    private final Path folder;
    private final PathMatcher pattern;
    private final LongSupplier nanoTime;
    private @Nullable Path real;
    private long fullListing;
    private int files;
    private @Nullable FileTime changed;
    private boolean calm;
    /** The last elements of the listed paths, by name. */
    private Map<String, Path> paths = Map.of();
    /** Files that were listed and could not be asked, and since when. */
    private Map<String, Long> hidden = Map.of();

    NioFolder(Path folder, String glob, LongSupplier nanoTime) {
        this.folder = folder;
        this.pattern = folder.getFileSystem().getPathMatcher("glob:" + glob);
        this.nanoTime = nanoTime;
    }

    @Override
    public Map<String, Stamp> list(Known known) throws IOException {
        try {
            Path root = root();
            // asked before the listing, so that what comes in between is seen as a change the next time
            boolean unchanged = unchanged(root);
            Listing listing = new Listing(root);
            if (files < FEW_FILES || nanoTime.getAsLong() - fullListing >= FULL_LISTING_NANOS) {
                Files.walkFileTree(root, EnumSet.noneOf(FileVisitOption.class), 1, listing);
                fullListing = nanoTime.getAsLong();
            } else {
                // only a full listing tells that a hidden file is gone
                listing.unseen.putAll(hidden);
                if (unchanged) {
                    for (String name : (Iterable<String>) known.names()::iterator) {
                        listing.look(name, known);
                    }
                } else {
                    names(root, known, listing);
                }
            }
            files = listing.stamps.size();
            paths = listing.listed;
            hidden = listing.unseen;
            return listing.stamps;
        } catch (IOException unreadable) {
            // the next time everything is looked at afresh, where the folder's link then leads
            real = null;
            files = 0;
            throw unreadable;
        }
    }

    @Override
    public long hidden() {
        long now = nanoTime.getAsLong();
        return hidden.values().stream()
                .filter(since -> now - since >= HIDDEN_NANOS)
                .count();
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

    private static void names(Path root, Known known, Listing listing) throws IOException {
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(root)) {
            for (Path path : stream) {
                listing.look(path, known);
            }
        } catch (DirectoryIteratorException broken) {
            throw broken.getCause();
        }
    }

    /** Where the file was listed. */
    private Path path(Path root, String name) throws IOException {
        Path listed = paths.get(name);
        try {
            return listed == null ? root.resolve(name) : root.resolve(listed);
        } catch (InvalidPathException unlisted) {
            throw new NoSuchFileException("");
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

    @Override
    public @Nullable Stamp stamp(String name) throws IOException {
        try {
            return ask(path(root(), name));
        } catch (NoSuchFileException gone) {
            return null;
        }
    }

    /**
     * The file for reading. Asked once more just before what it is: to open a FIFO would block until somebody writes to it.
     * Who swaps the file within these microseconds stops this watch, which then tells no activity; no other is held up.
     */
    @Override
    public SeekableByteChannel open(String name) throws IOException {
        Path path = path(root(), name);
        if (ask(path) == null) {
            throw new NoSuchFileException("");
        }
        return Files.newByteChannel(path, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS));
    }

    /** One look. Reads each file's attributes once; where the system gives them with the listing, it is not asked again. */
    private final class Listing extends SimpleFileVisitor<Path> {
        final Map<String, Stamp> stamps = new HashMap<>(Math.max(16, files * 2));
        final Map<String, Path> listed = new HashMap<>(Math.max(16, files * 2));
        final Map<String, Long> unseen = new HashMap<>();
        private final Path root;

        Listing(Path root) {
            this.root = root;
        }

        void look(String name, Known known) throws IOException {
            Stamp settled = known.settled(name);
            Path last = paths.get(name);
            if (settled != null && last != null) {
                put(name, last, settled);
                return;
            }
            try {
                look(name, path(root, name), known);
            } catch (NoSuchFileException gone) {
                // then it is not in the listing
            }
        }

        void look(Path path, Known known) throws IOException {
            try {
                look(ListedName.of(path), path, known);
            } catch (RuntimeException unusable) {
                hide(path);
            }
        }

        /** On Windows a file that is being deleted denies access; one such file must not hide the others. */
        private void look(String name, Path path, Known known) throws IOException {
            Stamp before = known.settled(name);
            try {
                Stamp now = before != null ? before : ask(path);
                if (now != null) {
                    put(name, path.getFileName(), now);
                }
            } catch (AccessDeniedException | RuntimeException unusable) {
                hide(path);
            }
        }

        private void put(String name, Path last, Stamp stamp) throws IOException {
            if (stamps.size() >= MOST_FILES) {
                throw new TooManyFiles();
            }
            stamps.put(name, stamp);
            listed.put(name, last);
        }

        private void hide(Path path) {
            String shown = path.getFileName().toString();
            if (pattern.matches(path.getFileName()) && unseen.size() < MOST_FILES) {
                unseen.put(shown, hidden.getOrDefault(shown, nanoTime.getAsLong()));
            }
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            if (file.equals(root)) {
                throw new NotDirectoryException("");
            }
            try {
                // one object for all: it decodes its bytes once
                Path last = file.getFileName();
                if (attributes.isRegularFile() && pattern.matches(last)) {
                    put(ListedName.of(last), last, Stamp.of(attributes));
                }
            } catch (RuntimeException unusable) {
                hide(file);
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException reason) throws IOException {
            boolean denied = reason instanceof AccessDeniedException;
            if (file.equals(root) || !(denied || reason instanceof NoSuchFileException)) {
                throw reason;
            }
            // what is listed again and again is not gone, whatever the system says of it
            hide(file);
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
