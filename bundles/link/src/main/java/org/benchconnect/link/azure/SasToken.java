package org.benchconnect.link.azure;

import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.benchconnect.link.dialect.UnreadableSecretException;

/** Shared access signatures: a password that ends by itself, made from a device's key, which never leaves this PC. Pure. */
final class SasToken {
    /** Keys of the hub have 32 or 64 bytes; those of a person's own choice 16 to 64. */
    private static final int LEAST_KEY_BYTES = 16;

    private static final int MOST_KEY_BYTES = 64;

    private SasToken() {}

    /**
     * The token for one device.
     *
     * @param hub host name of the hub
     * @param device its id
     * @param key its symmetric key in base64; overwritten by the caller
     * @param expires when it ends
     * @return characters for the caller to overwrite
     * @throws UnreadableSecretException if the key is none
     */
    static char[] of(String hub, String device, char[] key, Instant expires) throws UnreadableSecretException {
        String resource = encoded(hub + "/devices/" + device);
        String signed = resource + "\n" + expires.getEpochSecond();
        String signature = encoded(Base64.getEncoder().encodeToString(hmac(key, signed)));
        return ("SharedAccessSignature sr=" + resource + "&sig=" + signature + "&se=" + expires.getEpochSecond())
                .toCharArray();
    }

    private static byte[] hmac(char[] key, String signed) throws UnreadableSecretException {
        byte[] bytes = decoded(key);
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(bytes, "HmacSHA256"));
            return mac.doFinal(signed.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime has HmacSHA256", e);
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    private static byte[] decoded(char[] key) throws UnreadableSecretException {
        ByteBuffer text = StandardCharsets.ISO_8859_1.encode(CharBuffer.wrap(key));
        try {
            ByteBuffer bytes = Base64.getDecoder().decode(text);
            if (bytes.remaining() < LEAST_KEY_BYTES || bytes.remaining() > MOST_KEY_BYTES) {
                throw new UnreadableSecretException();
            }
            byte[] copy = new byte[bytes.remaining()];
            bytes.get(copy);
            Arrays.fill(bytes.array(), (byte) 0);
            return copy;
        } catch (IllegalArgumentException e) {
            // Its message has parts of the key.
            throw new UnreadableSecretException();
        } finally {
            Arrays.fill(text.array(), (byte) 0);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
