package org.benchconnect.engine.rfb.channel;

/** A frame is not the next one of its direction, or not genuine, or of no type that is taken. */
public final class FrameRefusedException extends ChannelException {
    private static final long serialVersionUID = 1;

    FrameRefusedException(String expected, String found) {
        super(expected, found);
    }
}
