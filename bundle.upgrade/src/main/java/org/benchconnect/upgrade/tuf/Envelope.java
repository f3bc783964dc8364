package org.benchconnect.upgrade.tuf;

import com.google.gson.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A metadata file as received (specification 4.2): what is signed, and signatures that nobody has checked yet.
 *
 * @param role whose metadata it is meant to be
 * @param signed the signed part, read but not trusted
 * @param signatures hexadecimal signatures, or what stands in their place, by key id
 */
record Envelope(String role, Fields signed, Map<String, String> signatures) {
    /** Reads a file; two signatures under one key id are refused, as the specification demands (4.2). */
    static Envelope read(String role, byte[] bytes) throws MalformedMetadataException {
        Fields file = new Fields(role, "", parse(role, bytes));
        Map<String, String> signatures = new LinkedHashMap<>();
        for (Fields signature : file.objects("signatures")) {
            if (signatures.put(signature.text("keyid"), signature.text("sig")) != null) {
                throw file.malformed("two signatures have the same key id");
            }
        }
        return new Envelope(role, file.object("signed"), signatures);
    }

    /** The bytes that the signatures cover: the canonical form, with all fields, known or not. */
    byte[] signedBytes() {
        return CanonicalJson.encode(signed.json());
    }

    private static JsonObject parse(String role, byte[] bytes) throws MalformedMetadataException {
        try {
            return StrictJson.parseObject(bytes);
        } catch (StrictJsonException e) {
            throw new MalformedMetadataException(role, "it is not strict JSON, " + e.getMessage());
        }
    }
}
