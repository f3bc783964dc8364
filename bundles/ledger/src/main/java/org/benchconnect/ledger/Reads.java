package org.benchconnect.ledger;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Set;
import org.benchconnect.launcher.storage.Storage;
import org.benchconnect.ledger.format.Bytes;

/** Reads parts of long files, which {@link Storage} reads whole only. Reading decides nothing of what a loss of power leaves. */
@FunctionalInterface
public interface Reads {
    /** A file's bytes, read anew at each call; none if there is no file. */
    Bytes of(Path file);

    /** From the disk of this PC; a link is no file. */
    static Reads fromDisk() {
        return file -> (position, most) -> read(file, position, most);
    }

    /** Through a storage, whole each time: for small files, in tests. */
    static Reads through(Storage storage) {
        return file -> (position, most) -> Bytes.of(
                        storage.read(file, Integer.MAX_VALUE - 64).orElse(new byte[0]))
                .read(position, most);
    }

    private static byte[] read(Path file, long position, int most) throws IOException {
        try (FileChannel channel = FileChannel.open(file, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS))) {
            ByteBuffer bytes = ByteBuffer.allocate((int) Math.max(0, Math.min(most, channel.size() - position)));
            while (bytes.hasRemaining() && channel.read(bytes, position + bytes.position()) >= 0) {
                // until it is full, or the file was cut meanwhile
            }
            return bytes.hasRemaining() ? Arrays.copyOf(bytes.array(), bytes.position()) : bytes.array();
        }
    }
}
