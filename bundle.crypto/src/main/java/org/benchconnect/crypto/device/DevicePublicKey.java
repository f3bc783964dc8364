package org.benchconnect.crypto.device;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/**
 * The device's public key as {@code device.pub} holds it: Ed25519, X.509 SubjectPublicKeyInfo (RFC 8410), PEM, in one form only, so that a
 * copy in the installation folder is the same byte for byte. That copy is the pin, against which the launcher checks the device's lists.
 */
public final class DevicePublicKey {
    /** The file's name, in the home folder's {@code identity} and in the installation folder. */
    public static final String FILE = "device.pub";

    private static final byte[] PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");
    private static final int LENGTH = 32;
    private static final int MAX_BYTES = 256;
    private static final Pattern FORM = Pattern.compile(
            "-----BEGIN PUBLIC KEY-----\n(MCowBQYDK2VwAyEA[A-Za-z0-9+/]{43}=)\n-----END PUBLIC KEY-----\n");

    private final byte[] encoded;

    private DevicePublicKey(byte[] encoded) {
        this.encoded = encoded;
    }

    /** From the 32 bytes of the key, which is of prime order: for a point of low order, anybody can sign. */
    public static DevicePublicKey of(byte[] key) {
        if (key.length != LENGTH || !Ed25519.validatePublicKeyFull(key, 0)) {
            throw new IllegalArgumentException("an Ed25519 key has " + LENGTH + " bytes and is of prime order");
        }
        byte[] encoded = Arrays.copyOf(PREFIX, PREFIX.length + LENGTH);
        System.arraycopy(key, 0, encoded, PREFIX.length, LENGTH);
        return new DevicePublicKey(encoded);
    }

    /**
     * Reads a file; a link and every other spelling is refused.
     *
     * @throws BrokenIdentityException when the file is no device key
     */
    public static DevicePublicKey read(Path file) throws IOException {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new BrokenIdentityException(file + " is missing or no plain file");
        }
        try (InputStream in = Files.newInputStream(file)) {
            String text = new String(in.readNBytes(MAX_BYTES), StandardCharsets.ISO_8859_1);
            Matcher form = FORM.matcher(text);
            if (form.matches()) {
                DevicePublicKey key = new DevicePublicKey(Base64.getDecoder().decode(form.group(1)));
                if (key.toText().equals(text) && Ed25519.validatePublicKeyFull(key.encoded, PREFIX.length)) {
                    return key;
                }
            }
        }
        throw new BrokenIdentityException(file + " is no Ed25519 public key in PEM as the agent writes it");
    }

    /** The content of the file. */
    public String toText() {
        return "-----BEGIN PUBLIC KEY-----\n" + Base64.getEncoder().encodeToString(encoded)
                + "\n-----END PUBLIC KEY-----\n";
    }

    /**
     * For people to compare: the SHA-256 of the encoded key in eight groups of eight hexadecimal digits, as
     * {@code openssl pkey -pubin -in device.pub -outform DER | sha256sum} has it without the spaces.
     */
    public String fingerprint() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(encoded);
            return HexFormat.of().formatHex(digest).replaceAll("(.{8})(?=.)", "$1 ");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DevicePublicKey key && Arrays.equals(encoded, key.encoded);
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
