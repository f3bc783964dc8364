package org.benchconnect.cli.release;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Optional;
import org.benchconnect.crypto.signature.KeyRefusedException;
import org.benchconnect.crypto.signature.Scheme;
import org.benchconnect.crypto.signature.VerificationKey;
import org.benchconnect.upgrade.tuf.CanonicalJson;

/**
 * A public key as metadata names it (specification 4.2.1): its id is the digest of its own description. Key holders exchange it as a PEM
 * file ({@code BEGIN PUBLIC KEY}), which openssl reads too; which signatures it makes follows from its algorithm.
 *
 * @param id hex SHA-256 of the canonical description
 * @param description {@code keytype}, {@code scheme} and {@code keyval}
 */
record PublicKey(String id, JsonObject description, VerificationKey key) {
    private static final int LONGEST = 4096;

    /** Reads a PEM file. */
    static PublicKey read(Path file) throws IOException, ReleaseRefusal {
        if (!Files.isRegularFile(file) || Files.size(file) > LONGEST) {
            throw new ReleaseRefusal("there is no public key " + file);
        }
        String pem = Files.readString(file, StandardCharsets.ISO_8859_1);
        for (Scheme scheme : Scheme.values()) {
            try {
                return of(VerificationKey.ofPem(scheme, pem));
            } catch (KeyRefusedException another) {
                continue; // an encoding fits one scheme at most
            }
        }
        throw new ReleaseRefusal(
                file + " is no public key in PEM form of Ed25519, ECDSA on P-256, or RSA from 2048 to 8192 bits");
    }

    static PublicKey of(VerificationKey key) {
        JsonObject value = new JsonObject();
        value.addProperty(
                "public", key.scheme() == Scheme.ED25519 ? HexFormat.of().formatHex(key.encoded()) : key.pem());
        JsonObject description = new JsonObject();
        description.addProperty("keytype", keyType(key.scheme()));
        description.addProperty("scheme", key.scheme().tufName());
        description.add("keyval", value);
        return new PublicKey(Metadata.sha256(CanonicalJson.encode(description)), description, key);
    }

    /** A key of metadata; empty for one that is not understood, which counts for nothing. */
    static Optional<PublicKey> described(String id, JsonObject description) {
        try {
            Optional<Scheme> scheme = Scheme.ofTufName(description.get("scheme").getAsString());
            String text = description.getAsJsonObject("keyval").get("public").getAsString();
            if (scheme.isEmpty()) {
                return Optional.empty();
            }
            VerificationKey key = scheme.get() == Scheme.ED25519
                    ? VerificationKey.of(Scheme.ED25519, HexFormat.of().parseHex(text))
                    : VerificationKey.ofPem(scheme.get(), text);
            return Optional.of(new PublicKey(id, description, key));
        } catch (KeyRefusedException | IllegalArgumentException | NullPointerException | ClassCastException no) {
            return Optional.empty();
        }
    }

    /** Whether its signature stands in the file and is right. */
    boolean signed(Metadata metadata) {
        Optional<String> signature = metadata.signature(id);
        try {
            return signature.isPresent()
                    && key.verifies(metadata.canonical(), HexFormat.of().parseHex(signature.get()));
        } catch (IllegalArgumentException noHex) {
            return false;
        }
    }

    private static String keyType(Scheme scheme) {
        return switch (scheme) {
            case ED25519 -> "ed25519";
            case RSASSA_PSS_SHA256 -> "rsa";
            case ECDSA_SHA2_NISTP256 -> "ecdsa";
        };
    }
}
