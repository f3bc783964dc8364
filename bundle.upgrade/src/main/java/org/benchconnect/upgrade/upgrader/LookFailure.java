package org.benchconnect.upgrade.upgrader;

import org.benchconnect.core.feature.RefusedFor;

/** Why a look failed, in short: each has a text {@code token.<NAME>}. */
enum LookFailure {
    /** The source is not there, or too slow. */
    LOOK_NO_SOURCE,
    /** What the source has is not what the vendor signed, is past its time, or is older than what was seen. */
    LOOK_NOT_TRUSTED,
    /** It does not fit this PC: its instrument, its place in the roll-out, its room, its platform. */
    LOOK_NOT_FOR_HERE,
    /** Changes are frozen, or this PC is not set up for releases. */
    LOOK_NOT_NOW;

    static LookFailure of(RefusedFor reason) {
        return switch (reason) {
            case SOURCE, TOO_SLOW -> LOOK_NO_SOURCE;
            case TOO_LARGE,
                    ARCHIVE,
                    METADATA,
                    SIGNATURES,
                    EXPIRED,
                    ROLLED_BACK,
                    MISMATCH,
                    DOCUMENT,
                    SIGNER,
                    TIME_STAMP,
                    CLOCK,
                    MODULE,
                    OLDER_RELEASE,
                    RESERVED -> LOOK_NOT_TRUSTED;
            case NO_ROOM, NOT_OFFERED, MODEL, RING, BASE, NEEDED, PLATFORM -> LOOK_NOT_FOR_HERE;
            default -> LOOK_NOT_NOW;
        };
    }
}
