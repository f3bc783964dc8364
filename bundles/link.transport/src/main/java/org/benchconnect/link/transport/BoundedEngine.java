package org.benchconnect.link.transport;

import java.nio.ByteBuffer;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLException;

/** Counts what the server says, for the attempt that the connection was made for: the JDK's client closes it with it. */
final class BoundedEngine extends ForwardingEngine {
    private final Attempt attempt;

    BoundedEngine(SSLEngine real, Attempt attempt) {
        super(real);
        this.attempt = attempt;
    }

    @Override
    public SSLEngineResult unwrap(ByteBuffer from, ByteBuffer[] into, int offset, int length) throws SSLException {
        SSLEngineResult result = super.unwrap(from, into, offset, length);
        attempt.received(result.bytesProduced());
        return result;
    }
}
