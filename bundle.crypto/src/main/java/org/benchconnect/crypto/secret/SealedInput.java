package org.benchconnect.crypto.secret;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Objects;

/**
 * Opens a sealed stream chunk by chunk; a byte comes out only after its chunk proved genuine. The end comes only after the last chunk:
 * a stream that was cut throws instead. Closing does not close the stream beneath. One thread.
 */
public final class SealedInput extends InputStream {
    private final InputStream sealed;
    private final Chunks chunks;
    /** One byte more than a chunk, which tells whether another follows. */
    private final byte[] chunk = new byte[Chunks.SEALED + 1];

    private final byte[] plain = new byte[Chunks.PLAIN];
    private int ahead;
    private int position;
    private int length;
    private boolean last;
    private boolean broken;

    SealedInput(InputStream sealed, Chunks chunks) {
        this.sealed = sealed;
        this.chunks = chunks;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int from, int count) throws IOException {
        Objects.checkFromIndexSize(from, count, bytes.length);
        if (count == 0) {
            return 0;
        }
        while (position == length) {
            if (last) {
                return -1;
            }
            openChunk();
        }
        int part = Math.min(count, length - position);
        System.arraycopy(plain, position, bytes, from, part);
        position += part;
        return part;
    }

    private void openChunk() throws IOException {
        if (broken) {
            throw new SealBrokenException("the sealed stream is closed or broke before", chunks.index());
        }
        broken = true; // until the chunk proves right
        int read = ahead + sealed.readNBytes(chunk, ahead, chunk.length - ahead);
        boolean end = read < chunk.length;
        int size = end ? read : Chunks.SEALED;
        if (size < Chunks.TAG) {
            throw new SealBrokenException("the sealed stream ends before its last chunk", chunks.index());
        }
        length = chunks.open(chunk, size, end, plain);
        position = 0;
        last = end;
        chunk[0] = chunk[Chunks.SEALED];
        ahead = end ? 0 : 1;
        broken = false;
    }

    /** Wipes what was opened. */
    @Override
    public void close() {
        broken = true;
        last = false;
        position = length;
        Arrays.fill(plain, (byte) 0);
    }
}
