package org.benchconnect.instrument.fcs;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.util.Arrays;

/**
 * A file from which exactly what is asked for is read. There is no reading ahead, so what this reader must never see, such as
 * supplemental TEXT, is not in memory even by accident.
 */
final class ByteSource {
    private final SeekableByteChannel channel;
    private final long size;

    ByteSource(SeekableByteChannel channel) throws IOException {
        this.channel = channel;
        this.size = channel.size();
    }

    /** The size of the file in bytes when reading began. */
    long size() {
        return size;
    }

    /** The bytes from {@code offset} on; fewer if the file ends before. */
    byte[] read(long offset, int length) throws IOException {
        if (offset < 0 || offset >= size) {
            return new byte[0];
        }
        ByteBuffer bytes = ByteBuffer.allocate((int) Math.min(length, size - offset));
        channel.position(offset);
        while (bytes.hasRemaining() && channel.read(bytes) > 0) {
            // a channel may give less than it is asked for
        }
        return bytes.hasRemaining() ? Arrays.copyOf(bytes.array(), bytes.position()) : bytes.array();
    }
}
