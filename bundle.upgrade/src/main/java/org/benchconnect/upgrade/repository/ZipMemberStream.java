package org.benchconnect.upgrade.repository;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Objects;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** The content of one entry. Its end comes only if length, checksum and compressed length were right to the byte. */
final class ZipMemberStream extends InputStream {
    private static final int BUFFER = 64 * 1024;

    private final RandomBytes file;
    private final ZipMember member;
    private final Inflater inflater = new Inflater(true);
    private final ByteBuffer packed = ByteBuffer.allocate(BUFFER);
    private final CRC32 crc = new CRC32();
    private long packedLeft;
    private long left;
    private boolean closed;

    ZipMemberStream(RandomBytes file, ZipMember member) {
        this.file = file;
        this.member = member;
        this.packedLeft = member.packed();
        this.left = member.length();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, bytes.length);
        if (closed) {
            throw new IOException("the stream is closed");
        }
        if (length == 0) {
            return 0;
        }
        if (left == 0) {
            checkEnd();
            return -1;
        }
        int wanted = (int) Math.min(length, left);
        int count = member.deflated() ? inflate(bytes, offset, wanted) : copy(bytes, offset, wanted);
        crc.update(bytes, offset, count);
        left -= count;
        return count;
    }

    private int copy(byte[] bytes, int offset, int wanted) throws IOException {
        int count = file.read(ByteBuffer.wrap(bytes, offset, wanted), member.position() + member.packed() - packedLeft);
        if (count < 0) {
            throw new EOFException("the zip file became shorter");
        }
        packedLeft -= count;
        return count;
    }

    private int inflate(byte[] bytes, int offset, int wanted) throws IOException {
        try {
            int count;
            while ((count = inflater.inflate(bytes, offset, wanted)) == 0) {
                if (inflater.finished() || inflater.needsDictionary() || !refill()) {
                    throw wrong();
                }
            }
            return count;
        } catch (DataFormatException e) {
            throw wrong();
        }
    }

    private boolean refill() throws IOException {
        if (packedLeft == 0) {
            return false;
        }
        packed.clear().limit((int) Math.min(BUFFER, packedLeft));
        if (file.read(packed, member.position() + member.packed() - packedLeft) < 0) {
            throw new EOFException("the zip file became shorter");
        }
        packed.flip();
        packedLeft -= packed.remaining();
        inflater.setInput(packed);
        return true;
    }

    private void checkEnd() throws IOException {
        if (member.deflated() && !inflater.finished()) {
            byte[] more = new byte[1];
            try {
                while (!inflater.finished()) {
                    if (inflater.inflate(more) > 0 || inflater.needsDictionary()) {
                        throw wrong();
                    }
                    if (inflater.needsInput() && !inflater.finished() && !refill()) {
                        throw wrong();
                    }
                }
            } catch (DataFormatException e) {
                throw wrong();
            }
        }
        if (packedLeft != 0 || inflater.getRemaining() != 0 || crc.getValue() != member.crc()) {
            throw wrong();
        }
    }

    private ArchiveException wrong() {
        return new ArchiveException(ZipFlaw.WRONG_CONTENT, member.name());
    }

    @Override
    public void close() {
        closed = true;
        inflater.end();
    }
}
