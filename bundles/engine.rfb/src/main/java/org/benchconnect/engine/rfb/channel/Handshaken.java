package org.benchconnect.engine.rfb.channel;

import java.util.List;
import java.util.function.LongSupplier;

/** A channel to somebody who holds the key of the certificate shown: to hold one is the proof of that, and of nothing about the certificate. */
public final class Handshaken {
    private final List<byte[]> chain;
    private final String authenticationString;
    private final byte[] confirm;
    private final FrameSealer sealer;
    private final FrameOpener opener;

    Handshaken(List<byte[]> chain, SessionKeys keys, LongSupplier nanos) {
        this.chain = List.copyOf(chain);
        this.authenticationString = keys.authenticationString();
        this.confirm = Fields.write(Handshake.CONFIRM, keys.confirmation());
        this.sealer = new FrameSealer(keys.agent(), nanos);
        this.opener = new FrameOpener(keys.viewer());
        keys.close();
    }

    /** The certificates as they came, in DER, the supporter's first. */
    public List<byte[]> chain() {
        return chain;
    }

    /** Six digits that both people read aloud. */
    public String authenticationString() {
        return authenticationString;
    }

    /** The third message: to be sent once the supporter is admitted. */
    public byte[] confirm() {
        return confirm.clone();
    }

    /** From the agent to the viewer. */
    public FrameSealer sealer() {
        return sealer;
    }

    /** From the viewer to the agent. */
    public FrameOpener opener() {
        return opener;
    }
}
