package org.benchconnect.upgrade.tuf.testing;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.benchconnect.upgrade.tuf.ReleaseSource;

/**
 * A repository in memory, built and signed by short calls, honest unless told otherwise: an attack is two to four lines.
 *
 * <pre>{@code
 * var repository = ReleaseRepositorySimulator.at(now).target("targets", "a.txt", bytes).publish();
 * repository.edit("snapshot", signed -> signed.addProperty("version", 1)).sign("snapshot");
 * }</pre>
 *
 * One Ed25519 key a role, threshold 1, valid for 30 days, consistent snapshots, lengths and hashes stated. For one thread.
 */
public final class ReleaseRepositorySimulator implements ReleaseSource {
    private final SimulatedRoles roles;
    private final SimulatedFiles files;
    private boolean hashes = true;
    private boolean hashPrefix = true;

    private ReleaseRepositorySimulator(SimulatedRoles roles, SimulatedFiles files) {
        this.roles = roles;
        this.files = files;
    }

    /** A repository that holds nothing yet; everything in it expires 30 days after {@code now}. */
    public static ReleaseRepositorySimulator at(Instant now) {
        Instant expires = now.plus(Duration.ofDays(30)).truncatedTo(ChronoUnit.SECONDS);
        ReleaseRepositorySimulator repository =
                new ReleaseRepositorySimulator(new SimulatedRoles(expires), new SimulatedFiles());
        SimulatedRoles.TOP.forEach(role -> repository.keys(role, 1, SimulatedKey.ed25519()));
        return repository.publish();
    }

    /** Another one that holds and serves the same, with the same keys; what happens to one does not happen to the other. */
    public ReleaseRepositorySimulator copy() {
        ReleaseRepositorySimulator copy = new ReleaseRepositorySimulator(roles.copy(), files.copy());
        copy.hashes = hashes;
        copy.hashPrefix = hashPrefix;
        return copy;
    }

    // ---- What it says

    /** Who signs a role from now on, and how many have to; to be published with the delegating role. */
    public ReleaseRepositorySimulator keys(String role, int threshold, SimulatedKey... keys) {
        roles.signedBy(role, keys);
        return list(role, threshold, keys);
    }

    /** The keys that the delegating role lists, whoever signs. */
    public ReleaseRepositorySimulator list(String role, int threshold, SimulatedKey... keys) {
        roles.list(role, threshold, keys);
        return this;
    }

    /** Who signs, whatever is listed. */
    public ReleaseRepositorySimulator signedBy(String role, SimulatedKey... keys) {
        roles.signedBy(role, keys);
        return this;
    }

    /** The keys that sign a role now: what a thief of all of them has. */
    public SimulatedKey[] signers(String role) {
        return roles.signers(role).toArray(SimulatedKey[]::new);
    }

    /** A target, to be published with its role. */
    public ReleaseRepositorySimulator target(String role, String path, byte[] bytes) {
        return target(role, path, bytes, "sha256");
    }

    /** A target with hashes of these algorithms, {@code sha256} or {@code sha512}. */
    public ReleaseRepositorySimulator target(String role, String path, byte[] bytes, String... algorithms) {
        JsonObject file = SimulatedRoles.described(bytes, algorithms);
        signed(role).getAsJsonObject("targets").add(path, file);
        for (JsonElement hash : file.getAsJsonObject("hashes").asMap().values()) {
            files.putTarget(prefixed(path, hash.getAsString()), bytes.clone());
        }
        return this;
    }

    /** A delegation by patterns with a key of its own; to be published with both roles. */
    public ReleaseRepositorySimulator delegate(String delegator, String role, String... paths) {
        return delegate(delegator, role, false, paths);
    }

    /** A delegation behind which nobody else is asked. */
    public ReleaseRepositorySimulator delegateTerminating(String delegator, String role, String... paths) {
        return delegate(delegator, role, true, paths);
    }

    private ReleaseRepositorySimulator delegate(String delegator, String role, boolean terminating, String... paths) {
        JsonObject delegation = new JsonObject();
        JsonArray patterns = new JsonArray();
        List.of(paths).forEach(patterns::add);
        delegation.addProperty("name", role);
        delegation.addProperty("terminating", terminating);
        delegation.add("paths", patterns);
        roles.delegations(delegator).getAsJsonArray("roles").add(delegation);
        roles.add(role);
        return delegationKeys(delegator, role, signers(role));
    }

    /** The keys that this delegator lists for the role. */
    public ReleaseRepositorySimulator delegationKeys(String delegator, String role, SimulatedKey... keys) {
        JsonObject delegations = roles.delegations(delegator);
        JsonArray ids = SimulatedRoles.listKeys(delegations, keys);
        for (JsonElement element : delegations.getAsJsonArray("roles")) {
            JsonObject delegation = element.getAsJsonObject();
            if (delegation.get("name").getAsString().equals(role)) {
                delegation.add("keyids", ids);
                delegation.addProperty("threshold", Math.max(1, keys.length));
            }
        }
        return this;
    }

    /** Anything else about a role's signed part, before it is signed. */
    public ReleaseRepositorySimulator edit(String role, Consumer<JsonObject> change) {
        change.accept(signed(role));
        return this;
    }

    /** The version that the next {@link #sign} writes. */
    public ReleaseRepositorySimulator version(String role, long version) {
        return edit(role, part -> part.addProperty("version", version));
    }

    /** When a role expires, from the next signature on. */
    public ReleaseRepositorySimulator expires(String role, Instant time) {
        return edit(role, part -> part.addProperty("expires", time.toString()));
    }

    /** Whether file names carry versions and hashes; published with the root. */
    public ReleaseRepositorySimulator consistent(boolean consistent) {
        return edit("root", part -> part.addProperty("consistent_snapshot", consistent));
    }

    /** Whether timestamp and snapshot state lengths and hashes from now on. */
    public ReleaseRepositorySimulator statesHashes(boolean states) {
        hashes = states;
        return this;
    }

    /** Whether targets added from now on lie under a name with a hash. */
    public ReleaseRepositorySimulator prefixesTargets(boolean prefixes) {
        hashPrefix = prefixes;
        return this;
    }

    // ---- What it serves

    /** All roles anew: the next version of each, honest. */
    public ReleaseRepositorySimulator publish() {
        return publish(roles.bottomUp().toArray(String[]::new));
    }

    /** The next version of these roles, in this order; targets are put into snapshot, snapshot into timestamp, unsigned. */
    public ReleaseRepositorySimulator publish(String... published) {
        for (String role : published) {
            signed(role).addProperty("version", version(role) + 1);
            sign(role);
        }
        return this;
    }

    /** Signs a role as it is, without another version, and puts it into the metadata above it. */
    public ReleaseRepositorySimulator sign(String role) {
        byte[] bytes = roles.file(role);
        long version = version(role);
        files.putMetadata(version + "." + encoded(role) + ".json", bytes);
        files.putMetadata(encoded(role) + ".json", bytes);
        if (role.equals("snapshot")) {
            signed("timestamp").getAsJsonObject("meta").add("snapshot.json", meta(version, bytes));
        } else if (!role.equals("root") && !role.equals("timestamp")) {
            signed("snapshot").getAsJsonObject("meta").add(role + ".json", meta(version, bytes));
        }
        return this;
    }

    /** Changes the bytes of a metadata file after it was signed; every later signature replaces them. */
    public ReleaseRepositorySimulator tamper(String fileName, UnaryOperator<String> change) {
        String text = new String(files.metadataFile(fileName), StandardCharsets.UTF_8);
        return serve(fileName, change.apply(text).getBytes(StandardCharsets.UTF_8));
    }

    /** Serves these bytes under this name. */
    public ReleaseRepositorySimulator serve(String fileName, byte[] bytes) {
        files.putMetadata(fileName, bytes);
        return this;
    }

    /** Has no such file any more. */
    public ReleaseRepositorySimulator lose(String fileName) {
        files.lose(fileName);
        return this;
    }

    /** Changes a target's bytes under every name it has, without telling. */
    public ReleaseRepositorySimulator replaceTarget(String path, byte[] bytes) {
        files.replaceTarget(path, bytes);
        return this;
    }

    /** A metadata file, by the name it is asked for. */
    public byte[] file(String fileName) {
        return files.metadataFile(fileName);
    }

    /** The first root: what comes with an installation. */
    public byte[] root() {
        return file("1.root.json");
    }

    /** The present version of a role. */
    public long version(String role) {
        JsonElement version = signed(role).get("version");
        return version == null ? 0 : version.getAsLong();
    }

    /** The names of the files asked for so far, in order. */
    public List<String> requests() {
        return files.requests();
    }

    /** Forgets what was asked for. */
    public ReleaseRepositorySimulator forgetRequests() {
        files.forgetRequests();
        return this;
    }

    /** The static repository that a web server would carry, in {@code metadata} and {@code targets} below the folder. */
    public void writeTo(Path folder) throws IOException {
        files.writeTo(folder);
    }

    @Override
    public InputStream metadata(String fileName) throws NoSuchFileException {
        return files.metadata(fileName);
    }

    @Override
    public InputStream target(String path) throws NoSuchFileException {
        return files.target(path);
    }

    @Override
    public void close() {
        // Nothing is open.
    }

    static long versionOf(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        JsonObject part = JsonParser.parseString(text).getAsJsonObject().getAsJsonObject("signed");
        return part.get("version").getAsLong();
    }

    private JsonObject meta(long version, byte[] bytes) {
        JsonObject meta = hashes ? SimulatedRoles.described(bytes, "sha256") : new JsonObject();
        meta.addProperty("version", version);
        return meta;
    }

    private String prefixed(String path, String hash) {
        int name = path.lastIndexOf('/') + 1;
        boolean prefix = hashPrefix && signed("root").get("consistent_snapshot").getAsBoolean();
        return prefix ? path.substring(0, name) + hash + "." + path.substring(name) : path;
    }

    private static String encoded(String role) {
        return java.net.URLEncoder.encode(role, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }

    private JsonObject signed(String role) {
        return roles.signed(role);
    }
}
