package org.benchconnect.ledger;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.benchconnect.launcher.storage.Storage;

/** Files in memory, and a disk that can be full. */
final class MemoryStorage implements Storage {
    final Map<Path, byte[]> files = new TreeMap<>();
    /** Whether nothing more fits. */
    boolean full;
    /** Of an append to a full disk, so many bytes arrive. */
    int partial;
    /** How often somebody wrote. */
    int appends;

    MemoryStorage() {}

    MemoryStorage(MemoryStorage other) {
        files.putAll(other.files);
    }

    @Override
    public Optional<byte[]> read(Path file, int most) throws IOException {
        byte[] content = files.get(file);
        if (content != null && content.length > most) {
            throw new IOException("too long");
        }
        return Optional.ofNullable(content);
    }

    @Override
    public void create(Path file, byte[] content) throws IOException {
        if (full) {
            throw new IOException("No space left on device");
        }
        files.put(file, content.clone());
    }

    @Override
    public void append(Path file, byte[] content) throws IOException {
        appends++;
        byte[] old = files.getOrDefault(file, new byte[0]);
        int takes = full ? Math.min(partial, content.length) : content.length;
        byte[] more = Arrays.copyOf(old, old.length + takes);
        System.arraycopy(content, 0, more, old.length, takes);
        files.put(file, more);
        if (full) {
            throw new IOException("No space left on device");
        }
    }

    @Override
    public void truncate(Path file, long length) throws IOException {
        if (length(file) < length) {
            throw new IOException("shorter");
        }
        files.put(file, Arrays.copyOf(existing(file), (int) length));
    }

    @Override
    public void force(Path file) throws IOException {
        existing(file);
    }

    @Override
    public void forceFolder(Path folder) {
        // all is in memory
    }

    @Override
    public void rename(Path from, Path to) throws IOException {
        files.put(to, existing(from));
        files.remove(from);
    }

    @Override
    public void delete(Path file) {
        files.remove(file);
    }

    @Override
    public void makeFolder(Path folder) {
        // a folder is there when something is in it
    }

    @Override
    public List<String> names(Path folder) {
        return files.keySet().stream()
                .filter(file -> folder.equals(file.getParent()))
                .map(file -> file.getFileName().toString())
                .toList();
    }

    @Override
    public long length(Path file) {
        byte[] content = files.get(file);
        return content == null ? 0 : content.length;
    }

    private byte[] existing(Path file) throws IOException {
        byte[] content = files.get(file);
        if (content == null) {
            throw new NoSuchFileException(file.toString());
        }
        return content;
    }
}
