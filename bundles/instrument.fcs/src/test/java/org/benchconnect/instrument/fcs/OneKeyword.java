package org.benchconnect.instrument.fcs;

/** A file in which one keyword says what a test wants. */
final class OneKeyword {
    private OneKeyword() {}

    /** The keywords as the reader has them. */
    static Keywords with(String key, String value) {
        return ByteArrayChannel.read(SyntheticFcs.of("FCS3.1").with(key, value).bytes())
                .datasets()
                .get(0)
                .text();
    }
}
