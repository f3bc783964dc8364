package org.benchconnect.upgrade.repository;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Writes no more bytes than were promised, and hashes them on the way. */
final class HashedOutput extends OutputStream {
    /** The JDK keeps a buffer outside of the heap as long as the longest write. */
    private static final int PIECE = 64 * 1024;

    private final @Nullable WritableByteChannel to;
    private final long length;
    private final MessageDigest digest;
    private long written;

    /**
     * For one file.
     *
     * @param to null to hash only
     */
    HashedOutput(@Nullable WritableByteChannel to, long length) {
        this.to = to;
        this.length = length;
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int count) throws IOException {
        written += count;
        if (written > length) {
            throw new ModuleBytesException(length + " bytes", written + " bytes or more");
        }
        digest.update(bytes, offset, count);
        if (to == null) {
            return;
        }
        for (int done = 0; done < count; done += PIECE) {
            ByteBuffer piece = ByteBuffer.wrap(bytes, offset + done, Math.min(PIECE, count - done));
            while (piece.hasRemaining()) {
                to.write(piece);
            }
        }
    }

    /** Once, at the end. */
    void check(String sha256) throws ModuleBytesException {
        if (written != length) {
            throw new ModuleBytesException(length + " bytes", written + " bytes");
        }
        String found = HexFormat.of().formatHex(digest.digest());
        if (!found.equals(sha256)) {
            throw new ModuleBytesException("the SHA-256 " + sha256, found);
        }
    }
}
