package org.benchconnect.tests.powerloss;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.benchconnect.launcher.storage.Storage;

/** Says that bytes and names are on the disk when they are not, once it has begun to lie: with it the campaigns must fail. */
final class LyingStorage implements Storage {
    private final Storage storage;
    private boolean lies;

    LyingStorage(Storage storage) {
        this.storage = storage;
    }

    void lie() {
        lies = true;
    }

    @Override
    public void forceFolder(Path folder) throws IOException {
        if (!lies) {
            storage.forceFolder(folder);
        }
    }

    @Override
    public Optional<byte[]> read(Path file, int most) throws IOException {
        return storage.read(file, most);
    }

    @Override
    public void create(Path file, byte[] content) throws IOException {
        storage.create(file, content);
    }

    @Override
    public void append(Path file, byte[] content) throws IOException {
        storage.append(file, content);
    }

    @Override
    public void truncate(Path file, long length) throws IOException {
        storage.truncate(file, length);
    }

    @Override
    public void force(Path file) throws IOException {
        if (!lies) {
            storage.force(file);
        }
    }

    @Override
    public void rename(Path from, Path to) throws IOException {
        storage.rename(from, to);
    }

    @Override
    public void delete(Path file) throws IOException {
        storage.delete(file);
    }

    @Override
    public void makeFolder(Path folder) throws IOException {
        storage.makeFolder(folder);
    }

    @Override
    public List<String> names(Path folder) throws IOException {
        return storage.names(folder);
    }

    @Override
    public long length(Path file) throws IOException {
        return storage.length(file);
    }
}
