package org.benchconnect.launcher.list;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A device's public key, Ed25519 (RFC 8032), as {@code device.pub} holds it: X.509 SubjectPublicKeyInfo (RFC 8410) in PEM, one form
 * only. The one in the installation folder is the pin: only an administrator can write it, and only its device's lists count.
 */
public final class DeviceKey {
    /** The file's name, in the installation folder and in the home folder's {@code identity}. */
    public static final String FILE = "device.pub";
    /** Of a signature. In bytes; the Java runtime would accept a longer one. */
    public static final int SIGNATURE_LENGTH = 64;

    /** RFC 8410, section 4: everything before the 32 bytes of the key. */
    private static final byte[] PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

    private static final int KEY_LENGTH = 32;
    private static final int MAX_BYTES = 256;
    private static final Pattern FORM = Pattern.compile(
            "-----BEGIN PUBLIC KEY-----\n(MCowBQYDK2VwAyEA[A-Za-z0-9+/]{43}=)\n-----END PUBLIC KEY-----\n");

    private final byte[] encoded;

    private DeviceKey(byte[] encoded) {
        this.encoded = encoded;
    }

    /**
     * From the key itself.
     *
     * @param key 32 bytes, no point of low order: for one, anybody can sign
     */
    public static DeviceKey of(byte[] key) {
        if (key.length != KEY_LENGTH || SmallOrder.isWeak(key)) {
            throw new IllegalArgumentException("an Ed25519 key has " + KEY_LENGTH + " bytes and is of no low order");
        }
        byte[] encoded = Arrays.copyOf(PREFIX, PREFIX.length + KEY_LENGTH);
        System.arraycopy(key, 0, encoded, PREFIX.length, KEY_LENGTH);
        return new DeviceKey(encoded);
    }

    /** Reads the file; anything that {@link #toText} would not write is refused, a link too. */
    public static DeviceKey read(Path file) throws IOException, ListRefusedException {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) || Files.size(file) > MAX_BYTES) {
            throw new ListRefusedException.Malformed(file + " is no device key");
        }
        return parse(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
    }

    /** The same from the file's content. */
    public static DeviceKey parse(String text) throws ListRefusedException {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new ListRefusedException.Malformed(
                    "this is no Ed25519 public key in PEM: make it again with" + " `benchconnect identity pin`");
        }
        DeviceKey key = new DeviceKey(Base64.getDecoder().decode(form.group(1)));
        if (!key.toText().equals(text)) {
            throw new ListRefusedException.Malformed("the last character of the key is not the one that belongs there");
        }
        if (SmallOrder.isWeak(Arrays.copyOfRange(key.encoded, PREFIX.length, key.encoded.length))) {
            throw new ListRefusedException.Malformed(
                    "this is a key for which anybody can sign, and so the key of nobody");
        }
        return key;
    }

    /** The content of the file. */
    public String toText() {
        return "-----BEGIN PUBLIC KEY-----\n" + Base64.getEncoder().encodeToString(encoded)
                + "\n-----END PUBLIC KEY-----\n";
    }

    /** For people to compare: the SHA-256 of the encoded key, in eight groups of eight hexadecimal digits. */
    public String fingerprint() {
        return ModuleList.sha256(encoded).replaceAll("(.{8})(?=.)", "$1 ");
    }

    /** Whether this device signed these bytes. Never throws for a bad signature. */
    public boolean verifies(byte[] message, byte[] signature) {
        if (signature.length != SIGNATURE_LENGTH) {
            return false;
        }
        try {
            PublicKey key = KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
            Signature verifier = Signature.getInstance("Ed25519");
            verifier.initVerify(key);
            verifier.update(message);
            return verifier.verify(signature);
        } catch (GeneralSecurityException noPointOrNoSignature) {
            return false;
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DeviceKey key && Arrays.equals(encoded, key.encoded);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(encoded);
    }

    @Override
    public String toString() {
        return fingerprint();
    }
}
