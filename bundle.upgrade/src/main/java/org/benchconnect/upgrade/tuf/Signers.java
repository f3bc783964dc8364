package org.benchconnect.upgrade.tuf;

import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.benchconnect.crypto.signature.VerificationKey;

/**
 * Who must sign a role's metadata: a list of keys and how many of them (specification 4.3, 4.5).
 *
 * @param threshold how many different keys, at least 1
 * @param keyIds the ids listed, known or not
 * @param keys those of them that the metadata also gives
 */
record Signers(int threshold, Set<String> keyIds, Map<String, KeyText> keys) {
    /** Each of them may cost one check of a signature. */
    private static final int MOST_KEYS = 64;

    /** Reads {@code keyids} and {@code threshold}; an id listed twice is refused. */
    static Signers read(Fields role, Map<String, KeyText> all) throws MalformedMetadataException {
        List<String> listed = role.texts("keyids");
        if (listed.size() > MOST_KEYS) {
            throw role.malformed("a role lists more than " + MOST_KEYS + " keys");
        }
        Set<String> ids = Set.copyOf(listed);
        if (ids.size() != listed.size()) {
            throw role.malformed("a role lists the same key id twice");
        }
        long threshold = role.whole("threshold", 1);
        Map<String, KeyText> keys = new LinkedHashMap<>();
        for (String id : listed) {
            KeyText key = all.get(id);
            if (key != null) {
                keys.put(id, key);
            }
        }
        return new Signers((int) Math.min(threshold, Integer.MAX_VALUE), ids, keys);
    }

    /**
     * Refuses metadata that fewer than the threshold of different keys have signed. The same key under two ids is one key. A
     * signature that is wrong, empty or by a key not listed does not count, and does no harm.
     *
     * @param authority how the message calls these signers
     */
    void require(Envelope metadata, String authority) throws NotEnoughSignaturesException {
        if (keys.size() < threshold) { // nobody could ever sign it: costs nothing
            throw new NotEnoughSignaturesException(metadata.role(), authority, threshold, 0);
        }
        byte[] message = metadata.signedBytes();
        Set<VerificationKey> signed = new HashSet<>();
        for (Map.Entry<String, KeyText> key : keys.entrySet()) {
            String signature = metadata.signatures().get(key.getKey());
            if (signature != null) {
                signer(key.getValue(), message, signature).ifPresent(signed::add);
            }
            if (signed.size() >= threshold) {
                return;
            }
        }
        throw new NotEnoughSignaturesException(metadata.role(), authority, threshold, signed.size());
    }

    /** Whether these signers do not include all of those. */
    boolean lacksAnyOf(Signers former) {
        return !keyIds.containsAll(former.keyIds);
    }

    private static Optional<VerificationKey> signer(KeyText text, byte[] message, String hex) {
        return signature(hex).flatMap(signature -> text.key().filter(key -> key.verifies(message, signature)));
    }

    private static Optional<byte[]> signature(String hex) {
        try {
            return hex.isEmpty() ? Optional.empty() : Optional.of(HexFormat.of().parseHex(hex));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
