package org.benchconnect.cli.release;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Whose signatures a role needs (specification 4.3, 4.5).
 *
 * @param threshold how many different keys of {@code keys} must sign
 */
record RoleKeys(List<PublicKey> keys, int threshold) {
    RoleKeys {
        keys = List.copyOf(keys);
    }

    /** As root metadata says for a top-level role, or targets metadata for a delegated one; empty if it does not. */
    static Optional<RoleKeys> in(Metadata delegator, String role) {
        JsonObject signed = delegator.signed();
        if (delegator.type().equals("root")) {
            JsonObject roles = signed.getAsJsonObject("roles");
            return roles.has(role)
                    ? Optional.of(read(signed.getAsJsonObject("keys"), roles.getAsJsonObject(role)))
                    : Optional.empty();
        }
        if (!signed.has("delegations")) {
            return Optional.empty();
        }
        JsonObject delegations = signed.getAsJsonObject("delegations");
        for (JsonElement one : delegations.getAsJsonArray("roles")) {
            if (one.getAsJsonObject().get("name").getAsString().equals(role)) {
                return Optional.of(read(delegations.getAsJsonObject("keys"), one.getAsJsonObject()));
            }
        }
        return Optional.empty();
    }

    private static RoleKeys read(JsonObject keys, JsonObject role) {
        List<PublicKey> known = new ArrayList<>();
        for (JsonElement id : role.getAsJsonArray("keyids")) {
            JsonElement description = keys.get(id.getAsString());
            if (description != null) {
                PublicKey.described(id.getAsString(), description.getAsJsonObject())
                        .ifPresent(known::add);
            }
        }
        return new RoleKeys(known, role.get("threshold").getAsInt());
    }

    /** {@code keyids} and {@code threshold} of metadata. */
    JsonObject toJson() {
        JsonArray ids = new JsonArray();
        keys.forEach(key -> ids.add(key.id()));
        JsonObject role = new JsonObject();
        role.add("keyids", ids);
        role.addProperty("threshold", threshold);
        return role;
    }

    /** {@code keys} of metadata, each key once. */
    static JsonObject descriptions(Iterable<RoleKeys> roles) {
        Map<String, JsonObject> sorted = new TreeMap<>();
        roles.forEach(role -> role.keys().forEach(key -> sorted.put(key.id(), key.description())));
        JsonObject keys = new JsonObject();
        sorted.forEach(keys::add);
        return keys;
    }

    /** How many of these keys have signed rightly. */
    long signatures(Metadata metadata) {
        return keys.stream()
                .filter(key -> key.signed(metadata))
                .map(PublicKey::key)
                .distinct()
                .count();
    }

    boolean satisfiedBy(Metadata metadata) {
        return signatures(metadata) >= threshold;
    }

    boolean has(String keyId) {
        return keys.stream().anyMatch(key -> key.id().equals(keyId));
    }
}
