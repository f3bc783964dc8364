package org.benchconnect.engine.rfb.channel;

/** Something came that does not belong into this channel: the session ends, and nothing of it was accepted. The message has nothing of what came but numbers. */
public abstract sealed class ChannelException extends Exception
        permits FrameRefusedException, MalformedHandshakeException, SupporterNotProvenException {
    private static final long serialVersionUID = 1;

    private final String expected;
    private final String found;

    ChannelException(String expected, String found) {
        super("expected " + expected + ", found " + found);
        this.expected = expected;
        this.found = found;
    }

    /** What belongs there. */
    public final String expected() {
        return expected;
    }

    /** What came. */
    public final String found() {
        return found;
    }
}
