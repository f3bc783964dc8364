package org.benchconnect.crypto.signature;

import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One public key as text, RFC 7468 section 13 in its strict form, but with any line length and line feed. */
final class PublicKeyPem {
    /** RSA with 8192 bits has less than half of it. */
    private static final int MAX_CHARACTERS = 4096;

    private static final int LINE = 64;
    private static final Pattern BLOCK = Pattern.compile(
            "\\s*-----BEGIN PUBLIC KEY-----\\r?\\n([A-Za-z0-9+/=\\r\\n]+)\\r?\\n?-----END PUBLIC KEY-----\\s*");

    private PublicKeyPem() {}

    static byte[] decode(String pem) throws KeyRefusedException {
        String expected = "one block of PUBLIC KEY";
        if (pem.length() > MAX_CHARACTERS) {
            throw new KeyRefusedException(expected, pem.length() + " characters");
        }
        Matcher block = BLOCK.matcher(pem);
        if (!block.matches()) {
            throw new KeyRefusedException(expected, "something else");
        }
        String base64 = block.group(1).replaceAll("[\\r\\n]", "");
        try {
            byte[] decoded = Base64.getDecoder().decode(base64);
            if (!Base64.getEncoder().encodeToString(decoded).equals(base64)) {
                throw new KeyRefusedException(expected, "base64 that is not canonical");
            }
            return decoded;
        } catch (IllegalArgumentException e) {
            throw new KeyRefusedException(expected, "broken base64", e);
        }
    }

    static String encode(byte[] info) {
        return "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder(LINE, new byte[] {'\n'}).encodeToString(info)
                + "\n-----END PUBLIC KEY-----\n";
    }
}
