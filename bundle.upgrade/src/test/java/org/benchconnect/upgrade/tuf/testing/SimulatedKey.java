package org.benchconnect.upgrade.tuf.testing;

import com.google.gson.JsonObject;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.benchconnect.upgrade.tuf.CanonicalJson;

/** A key pair of a simulated repository, with the text that metadata has for it. Made anew for each run, never kept. */
public final class SimulatedKey {
    private final String id;
    private final JsonObject json;
    private final PrivateKey secret;
    private final Signature signature;

    private SimulatedKey(String id, JsonObject json, PrivateKey secret, Signature signature) {
        this.id = id;
        this.json = json;
        this.secret = secret;
        this.signature = signature;
    }

    /** Quick to make. */
    public static SimulatedKey ed25519() {
        KeyPair pair = generate("Ed25519", 255);
        byte[] info = pair.getPublic().getEncoded();
        String raw = HexFormat.of().formatHex(Arrays.copyOfRange(info, info.length - 32, info.length));
        return of("ed25519", "ed25519", raw, pair.getPrivate(), signature("Ed25519"));
    }

    /** P-256, as PEM. */
    public static SimulatedKey ecdsa() {
        KeyPair pair = ellipticPair();
        return of("ecdsa", "ecdsa-sha2-nistp256", pem(pair), pair.getPrivate(), signature("SHA256withECDSA"));
    }

    /** RSA-PSS of 2048 bits, as PEM. */
    public static SimulatedKey rsa() {
        KeyPair pair = generate("RSA", 2048);
        return of("rsa", "rsassa-pss-sha256", pem(pair), pair.getPrivate(), pss());
    }

    /** The same key as {@link #ecdsa} would write it, and as repositories wrote it before 2023: twins under two key ids. */
    public static SimulatedKey[] ecdsaPemAndHex() {
        KeyPair pair = ellipticPair();
        byte[] info = pair.getPublic().getEncoded();
        String point = HexFormat.of().formatHex(Arrays.copyOfRange(info, info.length - 65, info.length));
        String scheme = "ecdsa-sha2-nistp256";
        return new SimulatedKey[] {
            of("ecdsa", scheme, pem(pair), pair.getPrivate(), signature("SHA256withECDSA")),
            of(scheme, scheme, point, pair.getPrivate(), signature("SHA256withECDSA"))
        };
    }

    /** The same key under another id, which need not be a hash. */
    public SimulatedKey withId(String other) {
        return new SimulatedKey(other, json, secret, signature);
    }

    /** The same key called otherwise, such as by a type that nobody knows. */
    public SimulatedKey named(String type, String scheme) {
        JsonObject named = json.deepCopy();
        named.addProperty("keytype", type);
        named.addProperty("scheme", scheme);
        return new SimulatedKey(id(named), named, secret, signature);
    }

    /** The id in metadata. */
    public String id() {
        return id;
    }

    /** The key as metadata has it. */
    public JsonObject json() {
        return json.deepCopy();
    }

    /** A signature, as hex. */
    public String sign(byte[] message) {
        try {
            signature.initSign(secret);
            signature.update(message);
            return HexFormat.of().formatHex(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static SimulatedKey of(String type, String scheme, String text, PrivateKey secret, Signature signature) {
        JsonObject value = new JsonObject();
        value.addProperty("public", text);
        JsonObject json = new JsonObject();
        json.addProperty("keytype", type);
        json.addProperty("scheme", scheme);
        json.add("keyval", value);
        return new SimulatedKey(id(json), json, secret, signature);
    }

    private static String id(JsonObject json) {
        try {
            byte[] canonical = CanonicalJson.encode(json);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(canonical));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair generate(String algorithm, int bits) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            generator.initialize(bits);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair ellipticPair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String pem(KeyPair pair) {
        return "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'})
                        .encodeToString(pair.getPublic().getEncoded())
                + "\n-----END PUBLIC KEY-----\n";
    }

    private static Signature signature(String algorithm) {
        try {
            return Signature.getInstance(algorithm);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Signature pss() {
        try {
            Signature pss = Signature.getInstance("RSASSA-PSS");
            pss.setParameter(new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1));
            return pss;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
