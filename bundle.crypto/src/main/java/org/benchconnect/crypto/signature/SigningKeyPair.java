package org.benchconnect.crypto.signature;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.ProviderException;
import java.security.PublicKey;
import java.security.Signature;
import org.jspecify.annotations.Nullable;

/** A signing key of {@link SigningKeys}. */
public final class SigningKeyPair implements SigningKey {
    private final VerificationKey verification;
    private final PrivateKey signing;
    private final @Nullable Provider token;

    private SigningKeyPair(VerificationKey verification, PrivateKey signing, @Nullable Provider token) {
        this.verification = verification;
        this.signing = signing;
        this.token = token;
    }

    /**
     * A pair.
     *
     * @param token that computes, or null for the JDK
     */
    static SigningKeyPair of(PublicKey key, PrivateKey signing, @Nullable Provider token) throws KeyRefusedException {
        Scheme scheme =
                switch (key.getAlgorithm()) {
                    case "RSA" -> Scheme.RSASSA_PSS_SHA256;
                    case "EC" -> Scheme.ECDSA_SHA2_NISTP256;
                    case "EdDSA", "Ed25519" -> Scheme.ED25519;
                    default -> throw new KeyRefusedException("RSA, EC or Ed25519", key.getAlgorithm());
                };
        byte[] info = key.getEncoded();
        byte[] encoded = scheme == Scheme.ED25519 ? Ed25519Material.ofInfo(info) : info;
        return new SigningKeyPair(VerificationKey.of(scheme, encoded), signing, token);
    }

    @Override
    public Scheme scheme() {
        return verification.scheme();
    }

    @Override
    public byte[] publicKey() {
        return verification.encoded();
    }

    /** The public half, checked. */
    public VerificationKey verificationKey() {
        return verification;
    }

    @Override
    public byte[] sign(byte[] message) throws SigningException {
        byte[] signature;
        try {
            Signature signer = signer();
            signer.initSign(signing);
            signer.update(message);
            signature = signer.sign();
        } catch (GeneralSecurityException | ProviderException e) {
            throw new SigningException("the key did not sign", e);
        }
        // A fault while computing can give the private key away, and a wrong pair is found here.
        if (!verification.verifies(message, signature)) {
            throw new SigningException("what the key signed does not verify with its public key");
        }
        return signature;
    }

    private Signature signer() throws GeneralSecurityException {
        String algorithm =
                switch (scheme()) {
                    case RSASSA_PSS_SHA256 -> "RSASSA-PSS";
                    case ECDSA_SHA2_NISTP256 -> "SHA256withECDSA";
                    case ED25519 -> "Ed25519";
                };
        Signature signer = token == null ? Signature.getInstance(algorithm) : Signature.getInstance(algorithm, token);
        if (scheme() == Scheme.RSASSA_PSS_SHA256) {
            signer.setParameter(RsaPssMaterial.PARAMETERS);
        }
        return signer;
    }

    /** For the file that keeps it. */
    PrivateKey privateKey() {
        return signing;
    }

    /** The public half alone. */
    @Override
    public String toString() {
        return "signing key of " + verification;
    }
}
