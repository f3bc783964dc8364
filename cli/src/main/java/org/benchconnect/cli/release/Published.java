package org.benchconnect.cli.release;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** A repository as a web server carries it: {@code metadata/} and {@code targets/}. What is current follows from its timestamp. */
final class Published {
    private static final String TIMESTAMP = "timestamp.json";

    private final Path folder;
    private final SortedMap<String, Metadata> current;

    private Published(Path folder, SortedMap<String, Metadata> current) {
        this.folder = folder;
        this.current = current;
    }

    /** Reads it; a folder without timestamp has nothing published yet. */
    static Published in(Path folder) throws IOException, ReleaseRefusal {
        SortedMap<String, Metadata> current = new TreeMap<>();
        MetadataFolder files = new MetadataFolder(folder.resolve("metadata"));
        Path timestamp = files.folder().resolve(TIMESTAMP);
        if (Files.exists(timestamp)) {
            current.put(Roles.TIMESTAMP, MetadataFolder.read(timestamp));
            int snapshot = version(current.get(Roles.TIMESTAMP), "snapshot.json");
            current.put(Roles.SNAPSHOT, files.read(Roles.SNAPSHOT, snapshot));
            for (String file : meta(current.get(Roles.SNAPSHOT)).keySet()) {
                String role = file.substring(0, file.length() - ".json".length());
                current.put(role, files.read(role, version(current.get(Roles.SNAPSHOT), file)));
            }
            files.newest(Roles.ROOT).ifPresent(root -> current.put(Roles.ROOT, root));
        }
        return new Published(folder, current);
    }

    private static JsonObject meta(Metadata metadata) {
        return metadata.signed().getAsJsonObject("meta");
    }

    private static int version(Metadata metadata, String file) {
        return meta(metadata).getAsJsonObject(file).get("version").getAsInt();
    }

    boolean isEmpty() {
        return current.isEmpty();
    }

    Optional<Metadata> role(String role) {
        return Optional.ofNullable(current.get(role));
    }

    int version(String role) {
        return role(role).map(Metadata::version).orElse(0);
    }

    /** Targets and the plugin vendors' roles. */
    SortedMap<String, Metadata> targetsRoles() {
        SortedMap<String, Metadata> roles = new TreeMap<>(current);
        roles.keySet().removeAll(java.util.Set.of(Roles.ROOT, Roles.SNAPSHOT, Roles.TIMESTAMP));
        return roles;
    }

    /** What a draft is made on: root, targets and the plugin vendors' roles. */
    SortedMap<String, Metadata> offlineRoles() {
        SortedMap<String, Metadata> roles = targetsRoles();
        role(Roles.ROOT).ifPresent(root -> roles.put(Roles.ROOT, root));
        return roles;
    }

    Path folder() {
        return folder;
    }

    MetadataFolder metadata() {
        return new MetadataFolder(folder.resolve("metadata"));
    }

    Path timestampFile() {
        return folder.resolve("metadata").resolve(TIMESTAMP);
    }

    Path targets() {
        return folder.resolve("targets");
    }
}
