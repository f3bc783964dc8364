package org.benchconnect.upgrade.repository;

import static org.benchconnect.upgrade.repository.ZipDirectory.u16;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The extra fields of an entry (APPNOTE 4.5): times and owners are ignored, a second name or length is not. */
final class ZipExtra {
    private static final int ZIP64 = 0x0001;
    /** Info-ZIP's Unicode path (4.6.9). */
    private static final int UNICODE_PATH = 0x7075;

    private ZipExtra() {}

    static void check(ByteBuffer extra, String entry) throws ArchiveException {
        ByteBuffer fields = extra.order(ByteOrder.LITTLE_ENDIAN);
        int at = 0;
        while (at < fields.limit()) {
            if (fields.limit() - at < 4 || fields.limit() - at - 4 < u16(fields, at + 2)) {
                throw new ArchiveException(ZipFlaw.BROKEN_DIRECTORY, entry);
            }
            int id = u16(fields, at);
            if (id == ZIP64) {
                throw new ArchiveException(ZipFlaw.ZIP64, entry);
            }
            if (id == UNICODE_PATH) {
                throw new ArchiveException(ZipFlaw.TWO_STORIES, entry);
            }
            at += 4 + u16(fields, at + 2);
        }
    }
}
