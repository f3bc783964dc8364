package org.benchconnect.upgrade.repository;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** Tells a file that is something else altogether from a zip file that somebody broke. */
final class NoZip {
    private static final int START = 4;

    private NoZip() {}

    /** The refusal of a file: that it is no zip file, if it neither begins nor ends like one; else the one given. */
    static IOException orElse(IOException refusal, FileChannel file) throws IOException {
        if (!(refusal instanceof ArchiveException broken) || broken.flaw() != ZipFlaw.NO_END) {
            return refusal;
        }
        ByteBuffer start = ByteBuffer.allocate(START);
        while (start.hasRemaining() && file.read(start, start.position()) > 0) {
            // until it is full or the file ends
        }
        boolean begins = start.get(0) == 'P' && start.get(1) == 'K';
        return begins ? refusal : new NoRepositoryException("a file that is no zip file");
    }
}
