package org.benchconnect.cli.release;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The repository that would be, complete and with nothing of the past but the chain of roots: what is current with the draft over it.
 * Files that are published already are linked where the file system can, so that nothing large is copied twice.
 */
final class Assembly {
    private final Path folder;
    private final SortedMap<String, Metadata> roles;

    private Assembly(Path folder, SortedMap<String, Metadata> roles) {
        this.folder = folder;
        this.roles = roles;
    }

    static Assembly of(Path folder, Published published, Draft draft) throws IOException, ReleaseRefusal {
        SortedMap<String, Metadata> roles = new TreeMap<>(published.offlineRoles());
        for (String role : draft.roles()) {
            roles.put(role, placedBefore(draft.read(role), role, published));
        }
        Assembly assembly = new Assembly(folder, roles);
        Files.createDirectories(assembly.metadata());
        for (int version : published.metadata().versions(Roles.ROOT)) {
            link(
                    published.metadata().file(Roles.ROOT, version),
                    assembly.metadata().resolve(MetadataFolder.name(Roles.ROOT, version)));
        }
        for (Map.Entry<String, Metadata> role : roles.entrySet()) {
            assembly.write(role.getKey(), role.getValue(), published);
        }
        for (Metadata targets : assembly.targetsRoles().values()) {
            for (Map.Entry<String, TargetInfo> file : Roles.targets(targets).entrySet()) {
                Path drafted = file.getValue().in(draft.targets(), file.getKey());
                Path source = Files.exists(drafted) ? drafted : file.getValue().in(published.targets(), file.getKey());
                link(source, file.getValue().in(folder.resolve("targets"), file.getKey()));
            }
        }
        return assembly;
    }

    /** The same file, if an earlier attempt broke off after it was placed: it may have had other signatures by then. */
    private static Metadata placedBefore(Metadata drafted, String role, Published published)
            throws IOException, ReleaseRefusal {
        if (!Files.exists(published.metadata().file(role, drafted.version()))) {
            return drafted;
        }
        Metadata placed = published.metadata().read(role, drafted.version());
        if (!placed.digest().equals(drafted.digest())) {
            throw new ReleaseRefusal("another version " + drafted.version() + " of " + role + " is published already");
        }
        return placed;
    }

    private Path metadata() {
        return folder.resolve("metadata");
    }

    private void write(String role, Metadata metadata, Published published) throws IOException {
        String name = MetadataFolder.name(role, metadata.version());
        Path old = published.metadata().folder().resolve(name);
        Path file = metadata().resolve(name);
        if (Files.exists(old)) {
            if (!Files.exists(file)) {
                link(old, file);
            }
        } else {
            Files.write(file, metadata.bytes());
        }
    }

    private static void link(Path from, Path to) throws IOException {
        Path parent = to.getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        try {
            Files.createLink(to, from);
        } catch (UnsupportedOperationException | FileSystemException noLinks) {
            Files.copy(from, to, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Root, targets and the plugin vendors' roles. */
    SortedMap<String, Metadata> roles() {
        return new TreeMap<>(roles);
    }

    Metadata role(String role) throws ReleaseRefusal {
        Metadata metadata = roles.get(role);
        if (metadata == null) {
            throw new ReleaseRefusal("there is no " + role);
        }
        return metadata;
    }

    SortedMap<String, Metadata> targetsRoles() {
        SortedMap<String, Metadata> targets = roles();
        targets.remove(Roles.ROOT);
        return targets;
    }

    RoleKeys keys(String role) throws ReleaseRefusal {
        return RoleKeys.in(role(Roles.ROOT), role)
                .orElseThrow(() -> new ReleaseRefusal("the root names no keys for " + role));
    }

    void finish(Metadata snapshot, Metadata timestamp) throws IOException {
        Path file = metadata().resolve(MetadataFolder.name(Roles.SNAPSHOT, snapshot.version()));
        Files.write(file, snapshot.bytes());
        Files.write(metadata().resolve("timestamp.json"), timestamp.bytes());
    }
}
