package org.benchconnect.upgrade.repository;

import static org.benchconnect.upgrade.repository.ZipDirectory.u16;
import static org.benchconnect.upgrade.repository.ZipDirectory.u32;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * What the central directory says of one entry (APPNOTE 4.3.12), and the comparison with the entry's own header (4.3.7) and data
 * descriptor (4.3.9).
 */
final class ZipHeader {
    private static final int CENTRAL = 0x02014b50;
    private static final int CENTRAL_LENGTH = 46;
    private static final int LOCAL = 0x04034b50;
    private static final int LOCAL_LENGTH = 30;
    private static final int DESCRIPTOR = 0x08074b50;
    private static final int MAX_NAME = 1024;

    private static final int FLAG_ENCRYPTED = 1;
    private static final int FLAG_DESCRIPTOR = 1 << 3;
    private static final int FLAG_UTF8 = 1 << 11;
    /** Also how hard the compressor tried (4.4.4, bits 1 and 2). */
    private static final int KNOWN_FLAGS = FLAG_DESCRIPTOR | FLAG_UTF8 | 0b110;

    private static final int STORED = 0;
    private static final int DEFLATED = 8;

    private static final int UNIX_TYPE = 0xf000;
    private static final int UNIX_FILE = 0x8000;
    private static final int UNIX_FOLDER = 0x4000;

    private final byte[] rawName;
    private final String name;
    private final boolean folder;
    private final int flags;
    private final int method;
    private final long crc;
    private final long packed;
    private final long length;
    private final long position;

    private ZipHeader(ByteBuffer fixed, byte[] rawName) throws ArchiveException {
        this.rawName = rawName;
        this.flags = u16(fixed, 8);
        this.method = u16(fixed, 10);
        this.crc = u32(fixed, 16);
        this.packed = u32(fixed, 20);
        this.length = u32(fixed, 24);
        this.position = u32(fixed, 42);
        String full = decode(rawName, (flags & FLAG_UTF8) != 0);
        this.folder = full.endsWith("/");
        this.name = folder ? full.substring(0, full.length() - 1) : full;
        checkForm();
        checkType((int) (u32(fixed, 38) >>> 16));
    }

    /** The next one of the directory. */
    static ZipHeader read(ByteBuffer directory) throws ArchiveException {
        int at = directory.position();
        if (directory.remaining() < CENTRAL_LENGTH || directory.getInt(at) != CENTRAL) {
            throw new ArchiveException(ZipFlaw.BROKEN_DIRECTORY, "");
        }
        ByteBuffer fixed = directory.slice(at, CENTRAL_LENGTH).order(ByteOrder.LITTLE_ENDIAN);
        int nameLength = u16(fixed, 28);
        int extraLength = u16(fixed, 30);
        int commentLength = u16(fixed, 32);
        if (nameLength == 0
                || nameLength > MAX_NAME
                || directory.remaining() < CENTRAL_LENGTH + nameLength + extraLength + commentLength) {
            throw new ArchiveException(ZipFlaw.BROKEN_DIRECTORY, "");
        }
        byte[] rawName = new byte[nameLength];
        directory.get(at + CENTRAL_LENGTH, rawName);
        ZipHeader header = new ZipHeader(fixed, rawName);
        if (u16(fixed, 34) != 0) {
            throw new ArchiveException(ZipFlaw.SPANNED, header.name);
        }
        ZipExtra.check(directory.slice(at + CENTRAL_LENGTH + nameLength, extraLength), header.name);
        directory.position(at + CENTRAL_LENGTH + nameLength + extraLength + commentLength);
        return header;
    }

    private static String decode(byte[] raw, boolean utf8) throws ArchiveException {
        try {
            return (utf8 ? StandardCharsets.UTF_8 : StandardCharsets.US_ASCII) // other code pages mean several things
                    .newDecoder()
                    .decode(ByteBuffer.wrap(raw))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new ArchiveException(ZipFlaw.UNSAFE_NAME, new String(raw, StandardCharsets.ISO_8859_1));
        }
    }

    private void checkForm() throws ArchiveException {
        if ((flags & FLAG_ENCRYPTED) != 0) {
            throw new ArchiveException(ZipFlaw.ENCRYPTED, name);
        }
        if ((flags & ~KNOWN_FLAGS) != 0 || method != STORED && method != DEFLATED) {
            throw new ArchiveException(ZipFlaw.UNKNOWN_METHOD, name);
        }
        if (packed == 0xffffffffL || length == 0xffffffffL || position == 0xffffffffL) {
            throw new ArchiveException(ZipFlaw.ZIP64, name);
        }
        if (method == STORED && packed != length || folder && length != 0) {
            throw new ArchiveException(ZipFlaw.WRONG_CONTENT, name);
        }
    }

    /** The upper half of the external attributes (4.4.15), where those who pack links say so, whatever system they name. */
    private void checkType(int unixMode) throws ArchiveException {
        int type = unixMode & UNIX_TYPE;
        if (type != 0 && type != (folder ? UNIX_FOLDER : UNIX_FILE)) {
            throw new ArchiveException(ZipFlaw.SPECIAL_FILE, name);
        }
    }

    /**
     * Compares it with the entry itself.
     *
     * @param next where the entry after it begins
     */
    ZipMember confirmedBy(RandomBytes file, long next) throws IOException {
        ByteBuffer local = file.slice(position, LOCAL_LENGTH);
        int nameLength = u16(local, 26);
        int extraLength = u16(local, 28);
        boolean later = (flags & FLAG_DESCRIPTOR) != 0;
        if (local.getInt(0) != LOCAL
                || u16(local, 6) != flags
                || u16(local, 8) != method
                || !says(local, 14, later)
                || nameLength != rawName.length
                || !Arrays.equals(
                        file.slice(position + LOCAL_LENGTH, nameLength).array(), rawName)) {
            throw new ArchiveException(ZipFlaw.TWO_STORIES, name);
        }
        ZipExtra.check(file.slice(position + LOCAL_LENGTH + nameLength, extraLength), name);
        long content = position + LOCAL_LENGTH + nameLength + extraLength;
        checkEnd(file, content + packed, next, later);
        return new ZipMember(name, method == DEFLATED, crc, length, packed, content);
    }

    /** Checksum and lengths, or three times zero where they follow behind the content. */
    private boolean says(ByteBuffer local, int at, boolean later) {
        boolean same = u32(local, at) == crc && u32(local, at + 4) == packed && u32(local, at + 8) == length;
        return same || later && u32(local, at) == 0 && u32(local, at + 4) == 0 && u32(local, at + 8) == 0;
    }

    /** The content must end where the next entry begins, with the descriptor between them if there is one. */
    private void checkEnd(RandomBytes file, long end, long next, boolean later) throws IOException {
        long between = next - end;
        if (!later) {
            if (between != 0) {
                throw new ArchiveException(ZipFlaw.HIDDEN_DATA, name);
            }
            return;
        }
        if (between != 12 && between != 16) {
            throw new ArchiveException(ZipFlaw.HIDDEN_DATA, name);
        }
        ByteBuffer descriptor = file.slice(end, (int) between);
        boolean signed = between == 16;
        if (signed && descriptor.getInt(0) != DESCRIPTOR || !says(descriptor, signed ? 4 : 0, false)) {
            throw new ArchiveException(ZipFlaw.TWO_STORIES, name);
        }
    }

    /** Without the slash of a folder; not yet checked. */
    String name() {
        return name;
    }

    boolean isFolder() {
        return folder;
    }

    long packed() {
        return packed;
    }

    long length() {
        return length;
    }

    long position() {
        return position;
    }
}
