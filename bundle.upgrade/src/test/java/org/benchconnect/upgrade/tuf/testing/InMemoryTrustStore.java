package org.benchconnect.upgrade.tuf.testing;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.benchconnect.upgrade.tuf.TrustStore;

/** Keeps trusted metadata as long as the test lives, and lets it be damaged. */
public final class InMemoryTrustStore implements TrustStore {
    private final Map<String, byte[]> files = new TreeMap<>();

    @Override
    public Optional<byte[]> read(String role) {
        return Optional.ofNullable(files.get(role)).map(byte[]::clone);
    }

    @Override
    public void write(String role, byte[] bytes) {
        if (role.contains("/") || role.isEmpty()) {
            throw new IllegalArgumentException(role);
        }
        files.put(role, bytes.clone());
    }

    @Override
    public void delete(String role) {
        files.remove(role);
    }

    /** The roles kept, with the version that their metadata says, such as {@code {root=1, timestamp=2}}. */
    public Map<String, Long> versions() {
        Map<String, Long> versions = new TreeMap<>();
        files.forEach((role, bytes) -> versions.put(role, ReleaseRepositorySimulator.versionOf(bytes)));
        return versions;
    }
}
