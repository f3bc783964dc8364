package org.benchconnect.engine.rfb.channel;

/** The other end does not prove that it holds the key of the certificate that it shows. */
public final class SupporterNotProvenException extends ChannelException {
    private static final long serialVersionUID = 1;

    SupporterNotProvenException(String expected, String found) {
        super(expected, found);
    }
}
