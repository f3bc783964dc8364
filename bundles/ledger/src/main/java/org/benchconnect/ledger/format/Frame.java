package org.benchconnect.ledger.format;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/**
 * One record of the file: length of the payload (4 bytes, big-endian), checksum (4), type (1), payload. The checksum is CRC-32C over the checksum of the
 * record before it, the length, the type and the payload, so that no record can be taken out, doubled or moved by accident without being seen.
 */
final class Frame {
    /** Length, checksum and type. In bytes. */
    static final int PREFIX = 9;

    static final byte ENTRY = 'E';
    static final byte HEAD = 'H';
    /** What one append writes at most: an entry and a head. In bytes. */
    static final int MAX_WRITE = 2 * PREFIX + Kept.MAX_BYTES + Heads.MAX_BYTES;

    final byte type;
    final byte[] payload;
    final long position;
    /** Of the frame before it. */
    final int before;

    final int check;

    Frame(byte type, byte[] payload, long position, int before) {
        this.type = type;
        this.payload = payload;
        this.position = position;
        this.before = before;
        CRC32C crc = new CRC32C();
        crc.update(ByteBuffer.allocate(PREFIX)
                .putInt(before)
                .putInt(payload.length)
                .put(type)
                .flip());
        crc.update(payload);
        this.check = (int) crc.getValue();
    }

    /** Behind its last byte. */
    long end() {
        return position + PREFIX + payload.length;
    }

    byte[] bytes() {
        return ByteBuffer.allocate(PREFIX + payload.length)
                .putInt(payload.length)
                .putInt(check)
                .put(type)
                .put(payload)
                .array();
    }

    /** Whether a frame can be of this type and length. */
    static boolean isPossible(byte type, int length) {
        return length > 0 && (type == ENTRY && length <= Kept.MAX_BYTES || type == HEAD && length <= Heads.MAX_BYTES);
    }
}
