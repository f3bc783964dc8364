package org.benchconnect.engine.rfb.channel;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongSupplier;
import org.benchconnect.crypto.device.WrongWrapException;
import org.benchconnect.crypto.secret.Secret;

/** The agent's end of one handshake, docs/session-protocol.md section 3. Good for one answer. For one thread. */
public final class AgentHandshake {
    private static final int FIELDS_BEFORE_SIGNATURE = 4;

    private final KeyOpener rsa;
    private final EphemeralKey ephemeral;
    private final byte[] hello;
    private boolean answered;

    /**
     * With fresh keys.
     *
     * @param session 16 characters of {@code 0-9a-z}
     * @param rsaPublicKey SubjectPublicKeyInfo in DER
     */
    public AgentHandshake(String session, byte[] rsaPublicKey, KeyOpener rsa) {
        this(session, rsaPublicKey, rsa, EphemeralKey.fresh(), nonce());
    }

    AgentHandshake(String session, byte[] rsaPublicKey, KeyOpener rsa, EphemeralKey ephemeral, byte[] nonce) {
        if (!session.matches("[0-9a-z]{" + Handshake.SESSION + "}")) {
            throw new IllegalArgumentException("a session is 16 digits and small letters");
        }
        this.rsa = rsa;
        this.ephemeral = ephemeral;
        this.hello = Handshake.hello(session, rsaPublicKey, ephemeral.point(), nonce);
    }

    private static byte[] nonce() {
        byte[] nonce = new byte[Handshake.NONCE];
        new SecureRandom().nextBytes(nonce);
        return nonce;
    }

    /** The first message. */
    public byte[] hello() {
        return hello.clone();
    }

    /**
     * What follows from the second message: that the other end holds the key of the certificate that it shows, and the channel to it.
     *
     * @param nanos a monotonic clock in nanoseconds
     * @throws MalformedHandshakeException if it is none
     * @throws SupporterNotProvenException if the signature is not the certificate's over this transcript
     */
    public Handshaken answered(byte[] answer, LongSupplier nanos)
            throws MalformedHandshakeException, SupporterNotProvenException {
        if (answered || answer.length > Handshake.LONGEST) {
            throw new MalformedHandshakeException("one answer of at most " + Handshake.LONGEST + " bytes", "another");
        }
        answered = true;
        byte[][] fields = Fields.read(
                Handshake.ANSWER,
                answer,
                Handshake.WRAPPED,
                Handshake.POINT,
                Handshake.NONCE,
                Fields.ANY,
                Handshake.SIGNATURE);
        List<byte[]> chain = Handshake.chain(fields[3]);
        byte[] unsigned = Arrays.copyOf(answer, answer.length - 2 - Handshake.SIGNATURE);
        SupporterProof.require(chain.get(0), Handshake.sha256(hello, unsigned), fields[FIELDS_BEFORE_SIGNATURE]);
        return new Handshaken(chain, keys(fields[0], fields[1], Handshake.sha256(hello, answer)), nanos);
    }

    private SessionKeys keys(byte[] wrapped, byte[] point, byte[] salt) throws MalformedHandshakeException {
        Secret shared = ephemeral.agree(point);
        Secret premaster;
        try {
            premaster = rsa.unwrap(wrapped);
        } catch (WrongWrapException e) {
            throw new MalformedHandshakeException("a secret for this PC's key", "something else");
        }
        if (premaster.length() != Handshake.PREMASTER) {
            throw new MalformedHandshakeException("a secret of " + Handshake.PREMASTER + " bytes", "another");
        }
        return new SessionKeys(premaster, shared, salt);
    }
}
