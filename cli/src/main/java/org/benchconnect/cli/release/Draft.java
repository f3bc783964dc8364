package org.benchconnect.cli.release;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A release that is not published yet: a folder that travels, on a USB stick for instance, from key holder to key holder. {@code
 * metadata/} has what is to be signed, {@code targets/} the new files, {@code before/} what it was made on, for comparison. Nothing in
 * it is secret, and nothing in it is believed: {@link #check} is made before each signature and before publishing.
 */
final class Draft {
    private final Path folder;
    private final MetadataFolder metadata;
    private final MetadataFolder before;

    private Draft(Path folder) {
        this.folder = folder;
        this.metadata = new MetadataFolder(folder.resolve("metadata"));
        this.before = new MetadataFolder(folder.resolve("before"));
    }

    /** The draft in this folder, which may have none. */
    static Draft in(Path folder) {
        return new Draft(folder);
    }

    /** Begins it where none is. */
    void begin(Published published) throws IOException, ReleaseRefusal {
        if (!isEmpty()) {
            return;
        }
        Folders.delete(folder);
        for (Map.Entry<String, Metadata> role : published.offlineRoles().entrySet()) {
            Path file = before.file(role.getKey(), role.getValue().version());
            PublicFiles.replace(
                    file,
                    Files.readAllBytes(published
                            .metadata()
                            .file(role.getKey(), role.getValue().version())));
        }
        Files.createDirectories(metadata.folder());
    }

    boolean isEmpty() throws IOException {
        return metadata.roles().isEmpty();
    }

    Path folder() {
        return folder;
    }

    Path targets() {
        return folder.resolve("targets");
    }

    MetadataFolder metadata() {
        return metadata;
    }

    /** The roles that have something to be signed, root first. */
    SortedSet<String> roles() throws IOException {
        SortedSet<String> roles = new TreeSet<>((a, b) -> rank(a) != rank(b) ? rank(a) - rank(b) : a.compareTo(b));
        roles.addAll(metadata.roles());
        return roles;
    }

    private static int rank(String role) {
        int position = Roles.TOP_LEVEL.indexOf(role);
        return position < 0 ? Roles.TOP_LEVEL.size() : position;
    }

    /** The roles that are published. */
    SortedSet<String> rolesBefore() throws IOException {
        return before.roles();
    }

    Optional<Metadata> role(String role) throws IOException, ReleaseRefusal {
        return metadata.newest(role);
    }

    Optional<Metadata> before(String role) throws IOException, ReleaseRefusal {
        return before.newest(role);
    }

    /** What will be once this is published. */
    Optional<Metadata> current(String role) throws IOException, ReleaseRefusal {
        Optional<Metadata> drafted = role(role);
        return drafted.isPresent() ? drafted : before(role);
    }

    /** The content that a change begins with: the version after the published one. */
    JsonObject next(String role, Instant expires) throws IOException, ReleaseRefusal {
        int version = before(role).map(Metadata::version).orElse(0) + 1;
        Optional<Metadata> current = current(role);
        return current.isPresent()
                ? Roles.renewed(current.get().signed(), version, expires)
                : Roles.emptyTargets(version, expires);
    }

    /** Writes changed content, without signatures. */
    Metadata change(String role, JsonObject signed) throws IOException {
        return write(role, Metadata.unsigned(signed));
    }

    Metadata write(String role, Metadata changed) throws IOException {
        PublicFiles.replace(metadata.file(role, changed.version()), changed.bytes());
        return changed;
    }

    /** Whose signatures make a role's file valid: for root, also those of the root before. */
    RoleKeys keys(String role) throws IOException, ReleaseRefusal {
        Optional<Metadata> delegator = current(Roles.TOP_LEVEL.contains(role) ? Roles.ROOT : Roles.TARGETS);
        Optional<RoleKeys> keys = delegator.isPresent() ? RoleKeys.in(delegator.get(), role) : Optional.empty();
        return keys.orElseThrow(() -> new ReleaseRefusal("nobody's keys are named for the role " + role));
    }

    /** The keys of the published root, whose signatures a new root needs too (specification 6.1). */
    Optional<RoleKeys> keysBefore() throws IOException, ReleaseRefusal {
        Optional<Metadata> root = before(Roles.ROOT);
        return root.isPresent() ? RoleKeys.in(root.get(), Roles.ROOT) : Optional.empty();
    }

    boolean isSigned(String role) throws IOException, ReleaseRefusal {
        Metadata file = read(role);
        Optional<RoleKeys> old = role.equals(Roles.ROOT) ? keysBefore() : Optional.empty();
        return keys(role).satisfiedBy(file) && (old.isEmpty() || old.get().satisfiedBy(file));
    }

    Metadata read(String role) throws IOException, ReleaseRefusal {
        return role(role).orElseThrow(() -> new ReleaseRefusal("the draft has no " + role));
    }

    /** The files that the draft adds, by path, over all roles. */
    SortedMap<String, TargetInfo> added() throws IOException, ReleaseRefusal {
        SortedMap<String, TargetInfo> added = new TreeMap<>();
        for (String role : roles()) {
            Metadata drafted = read(role);
            if (drafted.type().equals(Roles.TARGETS)) {
                added.putAll(Roles.targets(drafted));
            }
        }
        for (String role : before.roles()) {
            Optional<Metadata> old = before(role);
            if (old.isPresent() && old.get().type().equals(Roles.TARGETS)) {
                added.entrySet().removeAll(Roles.targets(old.get()).entrySet());
            }
        }
        return added;
    }

    /**
     * Checks that everything in it belongs together: each role once and one version after the published one, what it was made on is
     * signed by those who had to, each new file is there with its length and digest, and nothing else is.
     */
    void check() throws IOException, ReleaseRefusal {
        if (isEmpty()) {
            throw new ReleaseRefusal("there is nothing to sign or publish in " + folder);
        }
        for (String role : roles()) {
            int expected = before(role).map(Metadata::version).orElse(0) + 1;
            if (metadata.versions(role).size() != 1 || read(role).version() != expected) {
                throw new ReleaseRefusal("the draft must have version " + expected + " of " + role
                        + " and no other, but has " + metadata.versions(role));
            }
        }
        checkBefore();
        checkFiles();
    }

    private void checkBefore() throws IOException, ReleaseRefusal {
        for (String role : before.roles()) {
            Optional<Metadata> delegator = before(Roles.TOP_LEVEL.contains(role) ? Roles.ROOT : Roles.TARGETS);
            Optional<RoleKeys> keys = delegator.isPresent() ? RoleKeys.in(delegator.get(), role) : Optional.empty();
            Optional<Metadata> file = before(role);
            if (keys.isEmpty() || file.isEmpty() || !keys.get().satisfiedBy(file.get())) {
                throw new ReleaseRefusal("what this draft was made on is not what was published: the signatures of "
                        + role + " before it are not right");
            }
        }
    }

    private void checkFiles() throws IOException, ReleaseRefusal {
        SortedSet<Path> expected = new TreeSet<>();
        for (Map.Entry<String, TargetInfo> target : added().entrySet()) {
            Path file = target.getValue().in(targets(), target.getKey());
            if (!Files.isRegularFile(file)) {
                throw new ReleaseRefusal("the draft lacks " + target.getKey());
            }
            TargetInfo found = TargetInfo.of(file);
            if (!found.equals(target.getValue())) {
                throw new ReleaseRefusal("the draft's " + target.getKey() + " has other bytes: expected "
                        + target.getValue() + ", found " + found);
            }
            expected.add(file);
        }
        for (Path file : Folders.files(targets())) {
            if (!expected.contains(file)) {
                throw new ReleaseRefusal("the draft has a file that no metadata vouches for: " + file);
            }
        }
    }
}
