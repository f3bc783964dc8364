package org.benchconnect.crypto.secret;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Objects;

/**
 * Seals what is written. Only {@link #finish()} writes the last chunk: a stream that was closed without it, because something failed on the
 * way, never opens as a whole. Closing does not close the stream beneath. One thread.
 */
public final class SealedOutput extends OutputStream {
    private final OutputStream sealed;
    private final Chunks chunks;
    private final byte[] plain = new byte[Chunks.PLAIN];
    private final byte[] chunk = new byte[Chunks.SEALED];
    private int length;
    private boolean ended;

    SealedOutput(OutputStream sealed, Chunks chunks) throws IOException {
        this.sealed = sealed;
        this.chunks = chunks;
        sealed.write(chunks.header());
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
        Objects.checkFromIndexSize(from, count, bytes.length);
        requireOpen();
        int at = from;
        int left = count;
        while (left > 0) {
            if (length == plain.length) {
                writeChunk(false); // only now it is known not to be the last
            }
            int part = Math.min(left, plain.length - length);
            System.arraycopy(bytes, at, plain, length, part);
            length += part;
            at += part;
            left -= part;
        }
    }

    /** Writes the last chunk: the stream is whole. Nothing can be written after it. */
    public void finish() throws IOException {
        requireOpen();
        writeChunk(true);
        sealed.flush();
        close();
    }

    /** Does nothing: a chunk is written when it is full. */
    @Override
    public void flush() {
        // see above
    }

    /** Ends it; without {@link #finish()} before, what was written never opens. */
    @Override
    public void close() {
        ended = true;
        Arrays.fill(plain, (byte) 0);
    }

    private void writeChunk(boolean last) throws IOException {
        sealed.write(chunk, 0, chunks.seal(plain, length, last, chunk));
        length = 0;
    }

    private void requireOpen() throws IOException {
        if (ended) {
            throw new IOException("the sealed stream has ended");
        }
    }
}
