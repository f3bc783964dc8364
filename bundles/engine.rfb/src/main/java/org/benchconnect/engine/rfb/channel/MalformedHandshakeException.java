package org.benchconnect.engine.rfb.channel;

/** A handshake message is not what the protocol says. */
public final class MalformedHandshakeException extends ChannelException {
    private static final long serialVersionUID = 1;

    MalformedHandshakeException(String expected, String found) {
        super(expected, found);
    }
}
