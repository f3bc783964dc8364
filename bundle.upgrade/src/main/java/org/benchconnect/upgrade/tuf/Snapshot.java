package org.benchconnect.upgrade.tuf;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Snapshot metadata: which versions of all targets files make one release (specification 4.4).
 *
 * @param files by file name without version, such as {@code targets.json}
 */
record Snapshot(Header header, Map<String, MetaFile> files) {
    static Snapshot read(Envelope file) throws UntrustedMetadataException {
        Header header = Header.read(file.signed(), "snapshot");
        Fields meta = file.signed().object("meta");
        Map<String, MetaFile> files = new LinkedHashMap<>();
        for (String name : meta.names()) {
            files.put(name, MetaFile.read(meta.object(name)));
        }
        return new Snapshot(header, files);
    }

    /** The roles whose files it lists. */
    Set<String> roles() {
        return files.keySet().stream()
                .filter(name -> name.endsWith(".json"))
                .map(name -> name.substring(0, name.length() - ".json".length()))
                .collect(Collectors.toSet());
    }

    /** What it says about a role's file; a role that it does not list has no metadata in this release. */
    MetaFile file(String role) throws MissingMetadataException {
        MetaFile file = files.get(role + ".json");
        if (file == null) {
            throw new MissingMetadataException("The " + role + " metadata", "the snapshot metadata");
        }
        return file;
    }

    /** 5.5.5: refuses this snapshot if the former one listed a file that this one has not, or has in an older version. */
    void requireNothingOlder(Snapshot former) throws UntrustedMetadataException {
        for (Map.Entry<String, MetaFile> before : former.files.entrySet()) {
            MetaFile now = files.get(before.getKey());
            if (now == null) {
                throw new MissingMetadataException(
                        "The file " + Fields.shown(before.getKey()), "the new snapshot metadata");
            }
            if (now.version() < before.getValue().version()) {
                throw new RolledBackException(
                        Fields.shown(before.getKey()), before.getValue().version(), now.version());
            }
        }
    }
}
