package org.benchconnect.instrument.folder;

import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * How a file looks from outside. Two equal stamps some time apart: nobody writes it any more.
 *
 * @param size in bytes
 * @param modified last modification, in whole milliseconds as it is stored
 */
record Stamp(long size, Instant modified) {
    static Stamp of(BasicFileAttributes attributes) {
        return new Stamp(
                attributes.size(), attributes.lastModifiedTime().toInstant().truncatedTo(ChronoUnit.MILLIS));
    }
}
