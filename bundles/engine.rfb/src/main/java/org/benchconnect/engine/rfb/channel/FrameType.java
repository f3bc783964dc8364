package org.benchconnect.engine.rfb.channel;

import java.util.Arrays;
import java.util.Optional;

/** What a frame is for. */
public enum FrameType {
    /** Bytes of the RFB stream. */
    RFB(1, 1, FrameType.LONGEST),
    /** One JSON object. */
    CONTROL(2, 2, 8 * 1024),
    /** A piece of a file. */
    FILE(3, 1, FrameType.LONGEST),
    /** Reserved; ends the session. */
    CHAT(4, 0, FrameType.LONGEST),
    /** Says that this end is there. */
    PING(5, 0, 0),
    /** The last frame of a direction. */
    CLOSE(6, 0, 0),
    /** The last frame of a direction's epoch. */
    REKEY(7, 0, 0);

    /** The longest plaintext, in bytes. */
    public static final int LONGEST = 32 * 1024;

    private final int code;
    private final int least;
    private final int most;

    FrameType(int code, int least, int most) {
        this.code = code;
        this.least = least;
        this.most = most;
    }

    int code() {
        return code;
    }

    boolean takes(int length) {
        return length >= least && length <= most;
    }

    static Optional<FrameType> of(int code) {
        return Arrays.stream(values()).filter(type -> type.code == code).findFirst();
    }
}
