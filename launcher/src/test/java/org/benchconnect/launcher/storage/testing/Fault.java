package org.benchconnect.launcher.storage.testing;

/** How a disk fails. */
public enum Fault {
    /** Full: no byte and no folder is added; a file that was to be made is there and empty. Cutting, renaming and deleting work. */
    NO_SPACE,
    /** Full in the middle: the first half of the bytes is written, then as {@link #NO_SPACE}. */
    SHORT_WRITE,
    /** Every change and every force fails and changes nothing; reading works. What a failed force did not write may be lost for ever. */
    WRITE_ERROR,
    /** Changes work, forces fail; a later force that succeeds does not bring back what this one did not write, as on Linux. */
    FORCE_ERROR,
    /** Reading fails, and nothing else. */
    READ_ERROR,
    /** Every change fails; forcing works, for there is nothing to force. */
    READ_ONLY
}
