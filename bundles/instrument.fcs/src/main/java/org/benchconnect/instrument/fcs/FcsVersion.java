package org.benchconnect.instrument.fcs;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The version of the FCS standard that a dataset's first six bytes declare. */
public enum FcsVersion {
    /** Of 1984. */
    FCS1_0,
    /** Of 1990; the first dataset of an LMD file. */
    FCS2_0,
    /** Of 1997; the second dataset of an LMD file. */
    FCS3_0,
    /** Of 2010. */
    FCS3_1,
    /** Of 2021. */
    FCS3_2;

    private final byte[] magic = label().getBytes(StandardCharsets.US_ASCII);

    /** As the file writes it: {@code FCS3.1}. */
    public String label() {
        return name().replace('_', '.');
    }

    static @Nullable FcsVersion at(byte[] header) {
        return Arrays.stream(values())
                .filter(version ->
                        Arrays.equals(header, 0, version.magic.length, version.magic, 0, version.magic.length))
                .findFirst()
                .orElse(null);
    }
}
