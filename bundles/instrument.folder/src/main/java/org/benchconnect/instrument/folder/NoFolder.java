package org.benchconnect.instrument.folder;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.NoSuchFileException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A folder whose configured name cannot be one: never there. */
final class NoFolder implements ResultFolder {
    @Override
    public Map<String, Stamp> list(Known known) throws IOException {
        throw new NoSuchFileException("");
    }

    @Override
    public long hidden() {
        return 0;
    }

    @Override
    public @Nullable Stamp stamp(String name) {
        return null;
    }

    @Override
    public SeekableByteChannel open(String name) throws IOException {
        throw new NoSuchFileException("");
    }
}
