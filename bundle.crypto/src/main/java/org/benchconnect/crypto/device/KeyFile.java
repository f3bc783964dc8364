package org.benchconnect.crypto.device;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.benchconnect.crypto.secret.Hkdf;
import org.benchconnect.crypto.secret.Secret;

/**
 * The content of {@code device.key}: which protector holds the device key, and what it made of it.
 *
 * <pre>
 * benchconnect-device-key 1
 * protector tpm2
 * blob (Base64, what the protector gave)
 * check (HMAC-SHA256 over the lines above, under a key from the device key)
 * </pre>
 *
 * The protector's name is read before anything proves it, to know whom to ask; the check proves afterwards that the key which came out
 * belongs to this very header. Who can write this file can still put a whole identity of his own in its place; that device is another
 * one then, and not the one that is pinned in the installation folder.
 *
 * @param protector who protects the key
 * @param blob 1 to 16384 bytes
 * @param check 32 bytes, unproven
 */
record KeyFile(ProtectorKind protector, byte[] blob, byte[] check) {
    static final String FILE = "device.key";
    static final int MAX_BYTES = 24 * 1024;

    private static final int MAX_BLOB = 16 * 1024;
    private static final Pattern FORM = Pattern.compile("(benchconnect-device-key 1\n"
            + "protector ([a-z0-9]{1,16})\n"
            + "blob ([A-Za-z0-9+/]{1,22000}={0,2})\n)"
            + "check ([0-9a-f]{64})\n");

    /** For a key that was just protected. */
    static KeyFile of(ProtectorKind protector, byte[] blob, Secret key) {
        if (blob.length == 0 || blob.length > MAX_BLOB) {
            throw new IllegalArgumentException("a protector gives 1 to " + MAX_BLOB + " bytes");
        }
        return new KeyFile(protector, blob, mac(head(protector, blob), key));
    }

    /** Reads the form; proves nothing. */
    static KeyFile parse(byte[] file) throws BrokenIdentityException {
        Matcher form = FORM.matcher(file.length > MAX_BYTES ? "" : new String(file, StandardCharsets.ISO_8859_1));
        if (!form.matches()) {
            throw new BrokenIdentityException(FILE + " is not in the form of a device key");
        }
        try {
            ProtectorKind protector = ProtectorKind.of(form.group(2))
                    .orElseThrow(() -> new BrokenIdentityException(FILE + " names no protector there is"));
            byte[] blob = Base64.getDecoder().decode(form.group(3));
            if (!head(protector, blob).equals(form.group(1))) {
                throw new BrokenIdentityException(FILE + " is not in the form of a device key");
            }
            return new KeyFile(protector, blob, HexFormat.of().parseHex(form.group(4)));
        } catch (IllegalArgumentException noBase64) {
            throw new BrokenIdentityException(FILE + " is not in the form of a device key");
        }
    }

    /** Proves that this key came out of this very header. */
    void prove(Secret key) throws BrokenIdentityException {
        if (!MessageDigest.isEqual(check, mac(head(protector, blob), key))) {
            throw new BrokenIdentityException(
                    FILE + " was changed: its header is not the one that this device's key was made with");
        }
    }

    byte[] toBytes() {
        String text = head(protector, blob) + "check " + HexFormat.of().formatHex(check) + "\n";
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static String head(ProtectorKind protector, byte[] blob) {
        return "benchconnect-device-key 1\nprotector " + protector.word() + "\nblob "
                + Base64.getEncoder().encodeToString(blob) + "\n";
    }

    private static byte[] mac(String head, Secret key) {
        byte[] info = "benchconnect device key header 1".getBytes(StandardCharsets.US_ASCII);
        try (Secret macKey = Hkdf.sha256(key, new byte[0], info, 32)) {
            byte[] bytes = macKey.exposeBytes();
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(bytes, "HmacSHA256"));
            Arrays.fill(bytes, (byte) 0);
            return mac.doFinal(head.getBytes(StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HMAC-SHA256", e);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof KeyFile file && Arrays.equals(toBytes(), file.toBytes());
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(toBytes());
    }

    @Override
    public String toString() {
        return "device key, protected by " + protector.word();
    }
}
