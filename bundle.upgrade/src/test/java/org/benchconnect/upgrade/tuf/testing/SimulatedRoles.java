package org.benchconnect.upgrade.tuf.testing;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.benchconnect.upgrade.tuf.CanonicalJson;

/** What the roles of a simulated repository say, and whose keys sign it. */
final class SimulatedRoles {
    static final List<String> TOP = List.of("root", "timestamp", "snapshot", "targets");

    private final Instant expires;
    private final Map<String, JsonObject> signed = new LinkedHashMap<>();
    private final Map<String, List<SimulatedKey>> signers = new LinkedHashMap<>();

    /** The four of the top level, empty. */
    SimulatedRoles(Instant expires) {
        this.expires = expires;
        TOP.forEach(role -> signed.put(role, header(role)));
        signed("root").addProperty("consistent_snapshot", true);
        signed("root").add("keys", new JsonObject());
        signed("root").add("roles", new JsonObject());
        signed("snapshot").add("meta", new JsonObject());
        signed("timestamp").add("meta", new JsonObject());
        signed("targets").add("targets", new JsonObject());
    }

    /** Roles of its own that say the same, with the same keys. */
    SimulatedRoles copy() {
        SimulatedRoles copy = new SimulatedRoles(expires);
        signed.forEach((role, part) -> copy.signed.put(role, part.deepCopy()));
        signers.forEach((role, keys) -> copy.signers.put(role, new ArrayList<>(keys)));
        return copy;
    }

    private JsonObject header(String type) {
        JsonObject part = new JsonObject();
        part.addProperty("_type", type);
        part.addProperty("spec_version", "1.0.34");
        part.addProperty("expires", expires.toString());
        return part;
    }

    /** In the order in which they have to be published. */
    List<String> bottomUp() {
        List<String> roles = new ArrayList<>(signed.keySet());
        roles.removeAll(TOP);
        roles.addAll(List.of("targets", "snapshot", "timestamp", "root"));
        return roles;
    }

    JsonObject signed(String role) {
        return signed.get(role);
    }

    List<SimulatedKey> signers(String role) {
        return signers.get(role);
    }

    void signedBy(String role, SimulatedKey... keys) {
        signers.put(role, new ArrayList<>(List.of(keys)));
    }

    /** A role of delegated targets, with a key of its own, unless it is there. */
    void add(String role) {
        if (!signed.containsKey(role)) {
            JsonObject fresh = header("targets");
            fresh.add("targets", new JsonObject());
            signed.put(role, fresh);
            signedBy(role, SimulatedKey.ed25519());
        }
    }

    /** Where the delegating role says who signs: the root, or targets. */
    void list(String role, int threshold, SimulatedKey... keys) {
        JsonObject delegator = TOP.contains(role) ? signed("root") : delegations("targets");
        JsonObject listed = listed(delegator, role);
        listed.add("keyids", listKeys(delegator, keys));
        listed.addProperty("threshold", threshold);
    }

    /** The keys among those of the delegator. Returns their ids. */
    static JsonArray listKeys(JsonObject delegator, SimulatedKey... keys) {
        JsonArray ids = new JsonArray();
        for (SimulatedKey key : keys) {
            delegator.getAsJsonObject("keys").add(key.id(), key.json());
            ids.add(key.id());
        }
        return ids;
    }

    private static JsonObject listed(JsonObject holder, String role) {
        JsonElement roles = holder.get("roles");
        if (roles instanceof JsonObject object) {
            if (!object.has(role)) {
                object.add(role, new JsonObject());
            }
            return object.getAsJsonObject(role);
        }
        for (JsonElement element : roles.getAsJsonArray()) {
            if (element.getAsJsonObject().get("name").getAsString().equals(role)) {
                return element.getAsJsonObject();
            }
        }
        throw new IllegalArgumentException("targets does not delegate to " + role);
    }

    JsonObject delegations(String delegator) {
        JsonObject part = signed(delegator);
        if (!part.has("delegations")) {
            JsonObject none = new JsonObject();
            none.add("keys", new JsonObject());
            none.add("roles", new JsonArray());
            part.add("delegations", none);
        }
        return part.getAsJsonObject("delegations");
    }

    /** The file of a role as it is now, signed. */
    byte[] file(String role) {
        JsonArray signatures = new JsonArray();
        byte[] message = CanonicalJson.encode(signed(role));
        for (SimulatedKey key : signers(role)) {
            JsonObject signature = new JsonObject();
            signature.addProperty("keyid", key.id());
            signature.addProperty("sig", key.sign(message));
            signatures.add(signature);
        }
        JsonObject file = new JsonObject();
        file.add("signatures", signatures);
        file.add("signed", signed(role));
        return file.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Length and hashes, as metadata states them. */
    static JsonObject described(byte[] bytes, String... algorithms) {
        JsonObject digests = new JsonObject();
        for (String algorithm : algorithms) {
            digests.addProperty(algorithm, HexFormat.of().formatHex(digest(algorithm, bytes)));
        }
        JsonObject file = new JsonObject();
        file.addProperty("length", bytes.length);
        file.add("hashes", digests);
        return file;
    }

    private static byte[] digest(String algorithm, byte[] bytes) {
        try {
            return MessageDigest.getInstance(algorithm.replace("sha", "SHA-")).digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
