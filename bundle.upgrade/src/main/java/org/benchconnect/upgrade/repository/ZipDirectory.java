package org.benchconnect.upgrade.repository;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Reads the list of a zip file's entries so strictly that no two programs can read two different things out of it: the list
 * must end where the file ends, agree with each entry's own header, and account for every byte. Whatever is unusual is
 * refused. Section numbers are those of PKWARE's APPNOTE 6.3.10.
 */
final class ZipDirectory {
    static final int MAX_ENTRIES = 4096;
    static final int MAX_RATIO = 200;

    private static final int END = 0x06054b50;
    private static final int END_LENGTH = 22;
    private static final int MAX_DIRECTORY = 4 * 1024 * 1024;
    private static final int ALL_ONES_16 = 0xffff;
    private static final long ALL_ONES_32 = 0xffffffffL;

    private final RandomBytes file;
    private final Caps caps;

    private ZipDirectory(RandomBytes file, Caps caps) {
        this.file = file;
        this.caps = caps;
    }

    /**
     * The files in it, by name; folders are left out.
     *
     * @throws ArchiveException if any rule is broken
     * @throws OversizedException if they unpack to more than the caps allow together
     */
    static Map<String, ZipMember> read(RandomBytes file, Caps caps) throws IOException {
        if (file.size() > caps.totalBytes()) {
            throw new OversizedException("A zip file", caps.totalBytes(), file.size());
        }
        try {
            return new ZipDirectory(file, caps).read();
        } catch (EOFException e) {
            throw new ArchiveException(ZipFlaw.BROKEN_DIRECTORY, "");
        }
    }

    private Map<String, ZipMember> read() throws IOException {
        long endPosition = file.size() - END_LENGTH;
        if (endPosition < 0) {
            throw new ArchiveException(ZipFlaw.NO_END, "");
        }
        ByteBuffer end = file.slice(endPosition, END_LENGTH); // 4.3.16
        if (end.getInt(0) != END || end.getShort(20) != 0) { // a comment could hide a second end record
            throw new ArchiveException(ZipFlaw.NO_END, "");
        }
        int count = u16(end, 10);
        long length = u32(end, 12);
        long position = u32(end, 16);
        if (count == ALL_ONES_16 || length == ALL_ONES_32 || position == ALL_ONES_32) { // 4.4.1.4
            throw new ArchiveException(ZipFlaw.ZIP64, "");
        }
        if (u16(end, 4) != 0 || u16(end, 6) != 0 || u16(end, 8) != count) {
            throw new ArchiveException(ZipFlaw.SPANNED, "");
        }
        if (count > MAX_ENTRIES) {
            throw new ArchiveException(ZipFlaw.TOO_MANY_ENTRIES, "");
        }
        if (length > MAX_DIRECTORY || position + length != endPosition) {
            throw new ArchiveException(ZipFlaw.BROKEN_DIRECTORY, "");
        }
        return members(headers(file.slice(position, (int) length), count), position);
    }

    private static List<ZipHeader> headers(ByteBuffer directory, int count) throws ArchiveException {
        List<ZipHeader> headers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            headers.add(ZipHeader.read(directory));
        }
        if (directory.hasRemaining()) {
            throw new ArchiveException(ZipFlaw.BROKEN_DIRECTORY, "");
        }
        return headers;
    }

    private Map<String, ZipMember> members(List<ZipHeader> headers, long directory) throws IOException {
        checkNames(headers);
        checkLengths(headers);
        List<ZipHeader> byPosition = new ArrayList<>(headers);
        byPosition.sort((a, b) -> Long.compare(a.position(), b.position()));
        Map<String, ZipMember> members = new LinkedHashMap<>();
        long position = 0;
        for (int i = 0; i < byPosition.size(); i++) {
            ZipHeader header = byPosition.get(i);
            long next = i + 1 < byPosition.size() ? byPosition.get(i + 1).position() : directory;
            if (header.position() != position) {
                throw new ArchiveException(ZipFlaw.HIDDEN_DATA, header.name());
            }
            ZipMember member = header.confirmedBy(file, next);
            if (!header.isFolder()) {
                members.put(header.name(), member);
            }
            position = next;
        }
        if (position != directory) {
            throw new ArchiveException(ZipFlaw.HIDDEN_DATA, "");
        }
        return members;
    }

    /** No two names that a file system somewhere takes for one. */
    private static void checkNames(List<ZipHeader> headers) throws ArchiveException {
        Set<String> seen = new HashSet<>();
        for (ZipHeader header : headers) {
            try {
                RepositoryPath.of(header.name());
            } catch (UnsafePathException e) {
                throw new ArchiveException(ZipFlaw.UNSAFE_NAME, header.name());
            }
            String folded = Normalizer.normalize(header.name(), Normalizer.Form.NFKC)
                    .toUpperCase(Locale.ROOT)
                    .toLowerCase(Locale.ROOT);
            if (!seen.add(Normalizer.normalize(folded, Normalizer.Form.NFKC))) {
                throw new ArchiveException(ZipFlaw.EQUAL_NAMES, header.name());
            }
        }
    }

    private void checkLengths(List<ZipHeader> headers) throws IOException {
        long total = 0;
        for (ZipHeader header : headers) {
            if (header.length() > header.packed() * MAX_RATIO) {
                throw new ArchiveException(ZipFlaw.BOMB, header.name());
            }
            total += header.length();
        }
        if (total > caps.totalBytes()) {
            throw new OversizedException("What a zip file unpacks to", caps.totalBytes(), total);
        }
    }

    static int u16(ByteBuffer bytes, int at) {
        return bytes.getShort(at) & 0xffff;
    }

    static long u32(ByteBuffer bytes, int at) {
        return bytes.getInt(at) & 0xffffffffL;
    }
}
