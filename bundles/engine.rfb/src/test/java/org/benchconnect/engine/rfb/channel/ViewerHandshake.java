package org.benchconnect.engine.rfb.channel;

import com.google.gson.JsonObject;
import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.List;
import javax.crypto.Cipher;
import org.benchconnect.crypto.secret.Secret;

/** The viewer's end, written from docs/session-protocol.md, for tests. */
public final class ViewerHandshake {
    private final List<byte[]> chain;
    private final PrivateKey supporter;
    private final EphemeralKey ephemeral;
    private final byte[] nonce;
    private final byte[] premaster;
    private byte[] hello = {};
    private byte[] answer = {};
    private SessionKeys keys;

    ViewerHandshake(List<byte[]> chain, PrivateKey supporter, EphemeralKey ephemeral, byte[] nonce, byte[] premaster) {
        this.chain = chain;
        this.supporter = supporter;
        this.ephemeral = ephemeral;
        this.nonce = nonce;
        this.premaster = premaster;
    }

    /** The golden supporter with fresh keys. */
    public static ViewerHandshake fresh() {
        JsonObject inputs = Golden.read("inputs");
        byte[] random = new byte[64];
        new SecureRandom().nextBytes(random);
        return new ViewerHandshake(
                Golden.chain(inputs),
                Golden.key("EC", Golden.hex(inputs, "supporter", "pkcs8")),
                EphemeralKey.fresh(),
                Arrays.copyOf(random, 32),
                Arrays.copyOfRange(random, 32, 64));
    }

    /** The second message. */
    public byte[] answer(byte[] first) throws Exception {
        hello = first;
        byte[][] fields = Fields.read(
                Handshake.HELLO, hello, 4, Handshake.SUITE.length, 16, Fields.ANY, Handshake.POINT, Handshake.NONCE);
        ByteArrayOutputStream certificates = new ByteArrayOutputStream();
        certificates.write(chain.size());
        chain.forEach(certificate -> Fields.append(certificates, certificate));
        byte[] unsigned = Fields.write(
                Handshake.ANSWER, wrapped(fields[3]), ephemeral.point(), nonce, certificates.toByteArray());
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.writeBytes(unsigned);
        Fields.append(whole, signature(Handshake.sha256(hello, unsigned)));
        answer = whole.toByteArray();
        keys = new SessionKeys(Secret.copyOf(premaster), ephemeral.agree(fields[4]), Handshake.sha256(hello, answer));
        return answer;
    }

    private byte[] wrapped(byte[] rsa) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("RSA/ECB/OAEPPadding");
        cipher.init(
                Cipher.ENCRYPT_MODE,
                KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(rsa)),
                Golden.OAEP);
        return cipher.doFinal(premaster);
    }

    private byte[] signature(byte[] digest) throws GeneralSecurityException {
        Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
        signature.initSign(supporter);
        signature.update(Handshake.SIGNED);
        signature.update(digest);
        return signature.sign();
    }

    /** Whether that is the third message. */
    public boolean confirms(byte[] third) {
        return Arrays.equals(third, Fields.write(Handshake.CONFIRM, keys.confirmation()));
    }

    /** What the supporter reads aloud. */
    public String authenticationString() {
        return keys.authenticationString();
    }

    /** From the viewer. */
    public FrameSealer sealer() {
        return new FrameSealer(keys.viewer(), System::nanoTime);
    }

    /** From the agent. */
    public FrameOpener opener() {
        return new FrameOpener(keys.agent());
    }
}
