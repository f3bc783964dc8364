package org.benchconnect.crypto.supporter;

import static org.benchconnect.crypto.supporter.SupporterRefusedException.Rule.FORM;
import static org.benchconnect.crypto.supporter.SupporterRefusedException.Rule.LIST_AGE;
import static org.benchconnect.crypto.supporter.SupporterRefusedException.Rule.LIST_SIGNATURE;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.benchconnect.crypto.signature.VerificationKey;

/**
 * The list of supporters after its signature was verified. First the signature, over all bytes behind the first line; only then is anything read of it.
 *
 * <p>Form: {@code benchconnect-supporters 1 <Base64 of the signature>}, U+000A, then JSON (see {@link SupporterListText}).
 */
final class SupporterList {
    /** A list counts for so long. */
    static final Duration LONGEST = Duration.ofHours(24);
    /** A clock here may be so much behind the one that signed. */
    static final Duration AHEAD = Duration.ofMinutes(5);

    private static final byte[] MAGIC = "benchconnect-supporters 1 ".getBytes(StandardCharsets.US_ASCII);
    private static final int SIGNATURE = 64;
    private static final int ENCODED = 88; // characters of Base64 for 64 bytes, with padding

    private final Map<String, Entry> byCertificate;

    private SupporterList(Map<String, Entry> byCertificate) {
        this.byCertificate = byCertificate;
    }

    /**
     * One supporter.
     *
     * @param trained the last day on which the training counts, in UTC
     * @param regions where
     */
    record Entry(LocalDate trained, Set<String> regions) {}

    /**
     * What the text says.
     *
     * @param issued when it was signed
     * @param byCertificate entries by the SHA-256 of the certificate
     */
    record Content(Instant issued, Map<String, Entry> byCertificate) {}

    static SupporterList verify(byte[] list, VerificationKey key, Instant now) throws SupporterRefusedException {
        if (list.length > SupporterPolicy.LONGEST_LIST) {
            throw new SupporterRefusedException(
                    FORM, "at most " + SupporterPolicy.LONGEST_LIST + " bytes", String.valueOf(list.length));
        }
        int json = MAGIC.length + ENCODED + 1;
        if (list.length < json
                || !Arrays.equals(list, 0, MAGIC.length, MAGIC, 0, MAGIC.length)
                || list[json - 1] != '\n') {
            throw new SupporterRefusedException(LIST_SIGNATURE, "a first line with the signature", "another");
        }
        byte[] content = Arrays.copyOfRange(list, json, list.length);
        if (!key.verifies(content, signature(Arrays.copyOfRange(list, MAGIC.length, json - 1)))) {
            throw new SupporterRefusedException(LIST_SIGNATURE, "signed with the key of the installation", "not so");
        }
        Content said = SupporterListText.read(content);
        if (said.issued().isBefore(now.minus(LONGEST)) || said.issued().isAfter(now.plus(AHEAD))) {
            throw new SupporterRefusedException(
                    LIST_AGE,
                    "issued in the 24 hours before " + now,
                    said.issued().toString());
        }
        return new SupporterList(said.byCertificate());
    }

    private static byte[] signature(byte[] encoded) throws SupporterRefusedException {
        try {
            byte[] signature = Base64.getDecoder().decode(encoded);
            if (signature.length == SIGNATURE
                    && Arrays.equals(encoded, Base64.getEncoder().encode(signature))) { // one way to write it
                return signature;
            }
        } catch (IllegalArgumentException e) {
            throw new SupporterRefusedException(LIST_SIGNATURE, "a signature in Base64", "something else", e);
        }
        throw new SupporterRefusedException(LIST_SIGNATURE, "64 bytes in Base64", "something else");
    }

    /** The entry for a certificate by its SHA-256; empty if there is none. */
    Optional<Entry> entry(String certificate) {
        return Optional.ofNullable(byCertificate.get(certificate));
    }
}
