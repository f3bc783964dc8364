package org.benchconnect.consent.grant;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/** SHA-256, as lists and ledger write it. */
final class Digests {
    private Digests() {}

    /** Of bytes, 64 hexadecimal digits. */
    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /**
     * Modules by content, as {@code sha256sum} writes them.
     *
     * @param sha256 in order
     */
    record Listed(List<String> sha256) {
        /** Of these lines: what a consent keeps of its modules. */
        String digest() {
            String lines = sha256.stream()
                    .map(one -> one + "  modules/" + one + ".jar\n")
                    .collect(Collectors.joining());
            return Digests.sha256(lines.getBytes(StandardCharsets.US_ASCII));
        }
    }
}
