package org.benchconnect.upgrade.feature;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * How much a jar's list of entries takes, before anybody reads it: the Java platform and the framework keep the whole list in
 * memory, with comments and extra fields. Section numbers are those of PKWARE's APPNOTE 6.3.10.
 */
final class JarDirectory {
    /** The longest list of entries, in bytes. */
    static final int MAX_BYTES = 4 * 1024 * 1024;
    /** The most entries. */
    static final int MAX_ENTRIES = 50_000;

    private static final int END = 0x06054b50;
    private static final int END_LENGTH = 22;
    private static final int MAX_COMMENT = 0xffff;
    private static final long ALL_ONES = 0xffffffffL;

    private JarDirectory() {}

    /**
     * Reads no more than the last 64 KiB.
     *
     * @throws MalformedModuleException if the file has no end record of a zip file, a list that is too long, or anything before
     *     or behind it that belongs to no entry
     */
    static void check(Path jar) throws IOException, MalformedModuleException {
        try (FileChannel channel = FileChannel.open(jar, StandardOpenOption.READ)) {
            int length = (int) Math.min(channel.size(), END_LENGTH + MAX_COMMENT);
            ByteBuffer tail = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
            long from = channel.size() - length;
            while (tail.hasRemaining() && channel.read(tail, from + tail.position()) >= 0) {
                // a file may be read in pieces
            }
            for (int at = length - END_LENGTH; at >= 0; at--) { // 4.3.16: the last one counts
                if (tail.getInt(at) == END) {
                    check(tail, at, from + at);
                    return;
                }
            }
        }
        throw new MalformedModuleException("a jar", "a file that is none");
    }

    private static void check(ByteBuffer tail, int at, long position) throws MalformedModuleException {
        int comment = tail.getShort(at + 20) & MAX_COMMENT;
        int entries = tail.getShort(at + 10) & MAX_COMMENT;
        long length = tail.getInt(at + 12) & ALL_ONES;
        long start = tail.getInt(at + 16) & ALL_ONES;
        if (at + END_LENGTH + comment != tail.limit() || length != ALL_ONES && start + length != position) {
            throw new MalformedModuleException("a jar of entries and their list", "something besides");
        }
        if (entries > MAX_ENTRIES || length > MAX_BYTES) { // and none in the form of Zip64, 4.4.1.4
            throw new MalformedModuleException(
                    "a list of at most " + MAX_ENTRIES + " entries and " + MAX_BYTES + " bytes", "a longer one");
        }
    }
}
