package org.benchconnect.cli.release;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The contents of metadata that this tool makes (specification 4.3 to 4.6), and how it names things in them. */
final class Roles {
    static final String ROOT = "root";
    static final String TARGETS = "targets";
    static final String SNAPSHOT = "snapshot";
    static final String TIMESTAMP = "timestamp";
    /** In the order of their powers. */
    static final List<String> TOP_LEVEL = List.of(ROOT, TARGETS, SNAPSHOT, TIMESTAMP);

    private static final String SPECIFICATION = "1.0.34";
    /** A vendor's name is the beginning of the names of its features, such as {@code com.example}. */
    private static final Pattern VENDOR = Pattern.compile("[a-z][a-z0-9]*([.-][a-z0-9]+)*");

    private static final int LONGEST_VENDOR = 60;
    private static final Set<String> RESERVED = Set.of("org.benchconnect", "org");

    private Roles() {}

    static boolean isVendor(String name) {
        return VENDOR.matcher(name).matches()
                && name.length() <= LONGEST_VENDOR
                && !TOP_LEVEL.contains(name)
                && !RESERVED.contains(name)
                && !name.startsWith("org.benchconnect.");
    }

    private static JsonObject content(String type, int version, Instant expires) {
        JsonObject signed = new JsonObject();
        signed.addProperty("_type", type);
        signed.addProperty("spec_version", SPECIFICATION);
        signed.addProperty("version", version);
        signed.addProperty("expires", expires.truncatedTo(ChronoUnit.SECONDS).toString());
        return signed;
    }

    static JsonObject root(int version, Instant expires, Map<String, RoleKeys> keys) {
        JsonObject roles = new JsonObject();
        keys.forEach((role, holders) -> roles.add(role, holders.toJson()));
        JsonObject signed = content(ROOT, version, expires);
        signed.addProperty("consistent_snapshot", true);
        signed.add("keys", RoleKeys.descriptions(keys.values()));
        signed.add("roles", roles);
        return signed;
    }

    static JsonObject emptyTargets(int version, Instant expires) {
        JsonObject signed = content(TARGETS, version, expires);
        signed.add("targets", new JsonObject());
        return signed;
    }

    /** The same with another number and time. */
    static JsonObject renewed(JsonObject content, int version, Instant expires) {
        JsonObject signed = content.deepCopy();
        content(signed.get("_type").getAsString(), version, expires)
                .entrySet()
                .forEach(entry -> signed.add(entry.getKey(), entry.getValue()));
        return signed;
    }

    static JsonObject snapshot(int version, Instant expires, SortedMap<String, Metadata> targetsRoles) {
        JsonObject meta = new JsonObject();
        targetsRoles.forEach((role, metadata) -> meta.add(role + ".json", fileInfo(metadata)));
        JsonObject signed = content(SNAPSHOT, version, expires);
        signed.add("meta", meta);
        return signed;
    }

    static JsonObject timestamp(int version, Instant expires, Metadata snapshot) {
        JsonObject meta = new JsonObject();
        meta.add("snapshot.json", fileInfo(snapshot));
        JsonObject signed = content(TIMESTAMP, version, expires);
        signed.add("meta", meta);
        return signed;
    }

    private static JsonObject fileInfo(Metadata metadata) {
        byte[] bytes = metadata.bytes();
        JsonObject info = TargetInfo.of(bytes).toJson();
        info.addProperty("version", metadata.version());
        return info;
    }

    /** What targets metadata vouches for, by path. */
    static SortedMap<String, TargetInfo> targets(Metadata targets) {
        SortedMap<String, TargetInfo> files = new TreeMap<>();
        targets.signed()
                .getAsJsonObject("targets")
                .entrySet()
                .forEach(entry -> files.put(
                        entry.getKey(), TargetInfo.read(entry.getValue().getAsJsonObject())));
        return files;
    }

    /** The plugin vendors that targets metadata delegates to. */
    static List<String> vendors(Metadata targets) {
        List<String> names = new ArrayList<>();
        if (targets.signed().has("delegations")) {
            for (JsonElement role :
                    targets.signed().getAsJsonObject("delegations").getAsJsonArray("roles")) {
                names.add(role.getAsJsonObject().get("name").getAsString());
            }
        }
        return names;
    }

    /** The path patterns of a plugin vendor. A star stands for no slash. */
    static List<String> pathsOf(String vendor) {
        return List.of("features/" + vendor + ".*", "modules/" + vendor + "/*");
    }

    /** A plugin vendor's delegation: it ends the search for what begins with the vendor's name. */
    static JsonObject delegation(String vendor, RoleKeys keys) {
        JsonArray paths = new JsonArray();
        pathsOf(vendor).forEach(paths::add);
        JsonObject role = keys.toJson();
        role.addProperty("name", vendor);
        role.addProperty("terminating", true);
        role.add("paths", paths);
        return role;
    }
}
