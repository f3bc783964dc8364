package org.benchconnect.engine.rfb.channel;

import java.nio.ByteBuffer;

/** A genuine frame, the next one of its direction: to hold one is the proof. */
public final class Frame {
    private final FrameType type;
    private final ByteBuffer plain;

    Frame(FrameType type, ByteBuffer plain) {
        this.type = type;
        this.plain = plain;
    }

    /** What it is for. */
    public FrameType type() {
        return type;
    }

    /** What it says; the caller's own. */
    public ByteBuffer plain() {
        return plain;
    }
}
