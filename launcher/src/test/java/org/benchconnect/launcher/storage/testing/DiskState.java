package org.benchconnect.launcher.storage.testing;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is on a disk: folders, and files with their bytes. Compared by value; printed as a person reads it. */
public final class DiskState {
    private static final int SHOWN = 60; // bytes of a file in toString()

    private final SortedSet<Path> folders;
    private final SortedMap<Path, Content> files;
    private final int hash;

    DiskState(Set<Path> folders, Map<Path, Content> files) {
        this.folders = folders.stream().map(Tree::whole).collect(Collectors.toCollection(TreeSet::new));
        this.files = new TreeMap<>(files);
        this.hash = 31 * this.folders.hashCode() + this.files.hashCode();
    }

    /** The folders, without those above them that hold nothing else. */
    public SortedSet<Path> folders() {
        return Collections.unmodifiableSortedSet(folders);
    }

    /** The paths of the files. */
    public Set<Path> files() {
        return Collections.unmodifiableSet(files.keySet());
    }

    /** A file's bytes; empty if there is none. */
    public Optional<byte[]> bytes(Path file) {
        return Optional.ofNullable(files.get(Tree.whole(file))).map(Content::bytes);
    }

    /** A file's bytes as text in UTF-8; empty if there is none. */
    public Optional<String> text(Path file) {
        return bytes(file).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    /** A disk that has this, all of it forced: the PC after it got its power back. */
    public FaultyStorage storage() {
        return new FaultyStorage(this);
    }

    SortedMap<Path, Content> contents() {
        return files;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof DiskState state
                && hash == state.hash
                && folders.equals(state.folders)
                && files.equals(state.files);
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public String toString() {
        return files.entrySet().stream()
                .map(file -> "  " + file.getKey() + " (" + file.getValue().length() + " bytes) "
                        + shown(file.getValue().bytes()))
                .collect(Collectors.joining("\n", "folders " + folders + "\n", "\n"));
    }

    private static String shown(byte[] bytes) {
        String text = new String(bytes, 0, Math.min(SHOWN, bytes.length), StandardCharsets.ISO_8859_1);
        return text.replaceAll("[^ -~]", ".") + (bytes.length > SHOWN ? "..." : "");
    }
}
