package org.benchconnect.upgrade.tuf;

import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.benchconnect.crypto.signature.KeyRefusedException;
import org.benchconnect.crypto.signature.Scheme;
import org.benchconnect.crypto.signature.VerificationKey;

/**
 * A public key as metadata writes it (specification 4.2). It becomes a key only when a signature by it has to be checked.
 * Types and schemes unknown here, and keys too weak to count, make no key: their signatures do not count, and the metadata
 * may still be good by others. Key ids need not be hashes (docs/adr/0010).
 *
 * @param type the field {@code keytype}
 * @param scheme the field {@code scheme}
 * @param text the field {@code public}; empty where there is none
 */
record KeyText(String type, String scheme, String text) {
    /** The object {@code keys}: keys by key id. */
    static Map<String, KeyText> readAll(Fields keys) throws MalformedMetadataException {
        Map<String, KeyText> texts = new LinkedHashMap<>();
        for (String id : keys.names()) {
            Fields key = keys.object(id);
            Fields value = key.object("keyval");
            String text = value.has("public") ? value.text("public") : "";
            texts.put(id, new KeyText(key.text("keytype"), key.text("scheme"), text));
        }
        return texts;
    }

    /** The key, if it is of a kind that counts. */
    Optional<VerificationKey> key() {
        try {
            return switch (type + "/" + scheme) {
                case "ed25519/ed25519" -> Optional.of(VerificationKey.of(Scheme.ED25519, hex()));
                case "rsa/rsassa-pss-sha256" -> Optional.of(VerificationKey.ofPem(Scheme.RSASSA_PSS_SHA256, text));
                case "ecdsa/ecdsa-sha2-nistp256", "ecdsa-sha2-nistp256/ecdsa-sha2-nistp256" -> Optional.of(elliptic());
                default -> Optional.empty();
            };
        } catch (KeyRefusedException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** PEM, or the uncompressed point in hexadecimal that repositories wrote before 2023. */
    private VerificationKey elliptic() throws KeyRefusedException {
        return text.contains("-----BEGIN")
                ? VerificationKey.ofPem(Scheme.ECDSA_SHA2_NISTP256, text)
                : VerificationKey.ofEcPoint(hex());
    }

    private byte[] hex() {
        return HexFormat.of().parseHex(text);
    }
}
