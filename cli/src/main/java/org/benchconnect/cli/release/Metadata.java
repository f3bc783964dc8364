package org.benchconnect.cli.release;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.benchconnect.upgrade.tuf.CanonicalJson;
import org.benchconnect.upgrade.tuf.StrictJson;
import org.benchconnect.upgrade.tuf.StrictJsonException;

/**
 * One file of metadata with its signatures (specification 4.2.1), which may still be too few. Immutable; that a signature stands here
 * says nothing about its being valid. The signatures are over the canonical form, so that the file itself may be indented for people.
 */
final class Metadata {
    private final JsonObject signed;
    private final Map<String, String> signatures;
    private final byte[] bytes;

    private Metadata(JsonObject signed, Map<String, String> signatures, byte[] bytes) {
        this.signed = signed;
        this.signatures = signatures;
        this.bytes = bytes;
    }

    /** Something new, without a signature. */
    static Metadata unsigned(JsonObject signed) {
        return of(signed.deepCopy(), Map.of());
    }

    /** Reads strictly what may have come from another machine. */
    static Metadata read(byte[] bytes, String name) throws ReleaseRefusal {
        try {
            JsonObject file = StrictJson.parseObject(bytes);
            Map<String, String> signatures = new LinkedHashMap<>();
            for (JsonElement one : file.getAsJsonArray("signatures")) {
                JsonObject signature = one.getAsJsonObject();
                if (signatures.put(
                                signature.get("keyid").getAsString(),
                                signature.get("sig").getAsString())
                        != null) {
                    throw new ReleaseRefusal(name + " has two signatures by one key");
                }
            }
            Metadata metadata = new Metadata(file.getAsJsonObject("signed"), signatures, bytes.clone());
            metadata.type();
            if (metadata.version() < 1) {
                throw new ReleaseRefusal(name + " has the version " + metadata.version() + "; versions begin with 1");
            }
            metadata.expires();
            return metadata;
        } catch (StrictJsonException
                | ClassCastException
                | IllegalStateException
                | NullPointerException
                | NumberFormatException
                | UnsupportedOperationException
                | DateTimeParseException broken) {
            throw new ReleaseRefusal(name + " is no metadata of a repository: " + broken.getMessage(), broken);
        }
    }

    /** {@code root}, {@code targets}, {@code snapshot} or {@code timestamp}. */
    String type() {
        return signed.get("_type").getAsString();
    }

    int version() {
        return signed.get("version").getAsInt();
    }

    Instant expires() {
        return Instant.parse(signed.get("expires").getAsString());
    }

    /** A copy of what is signed. */
    JsonObject signed() {
        return signed.deepCopy();
    }

    /** The bytes that a signature covers. */
    byte[] canonical() {
        return CanonicalJson.encode(signed);
    }

    /** Hex SHA-256 of what is signed: the same on every machine, whoever has signed already. */
    String digest() {
        return sha256(canonical());
    }

    /** The signature by this key, in hex, whatever it is worth. */
    Optional<String> signature(String keyId) {
        return Optional.ofNullable(signatures.get(keyId));
    }

    Map<String, String> signatures() {
        return Map.copyOf(signatures);
    }

    Metadata with(String keyId, String signature) {
        Map<String, String> more = new LinkedHashMap<>(signatures);
        more.put(keyId, signature);
        return of(signed, more);
    }

    /** The file: as it was read, or indented for people. */
    byte[] bytes() {
        return bytes.clone();
    }

    private static Metadata of(JsonObject signed, Map<String, String> signatures) {
        JsonArray list = new JsonArray();
        signatures.forEach((keyId, signature) -> {
            JsonObject one = new JsonObject();
            one.addProperty("keyid", keyId);
            one.addProperty("sig", signature);
            list.add(one);
        });
        JsonObject file = new JsonObject();
        file.add("signatures", list);
        file.add("signed", signed);
        String text = new GsonBuilder()
                .setPrettyPrinting()
                .disableHtmlEscaping()
                .create()
                .toJson(file);
        return new Metadata(signed, signatures, (text + "\n").getBytes(StandardCharsets.UTF_8));
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java runtime has SHA-256", missing);
        }
    }
}
