package org.benchconnect.host.reading;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which disk is for what. A disk that is for two things counts once, for the first. */
final class Disks {
    /** A smaller one is a boot or rescue disk, which is full from the beginning. */
    private static final long SMALLEST_OTHER = 2_000_000_000L;

    private Disks() {}

    /**
     * A disk as OSHI tells of it.
     *
     * @param mount where it is in the tree of folders; {@code C:\} on Windows
     * @param counts whether it is fixed and writable
     */
    record Store(String mount, boolean counts, long usableBytes, long totalBytes) {
        private boolean holds(Path path) {
            try {
                return path.startsWith(Path.of(mount));
            } catch (InvalidPathException none) {
                return false;
            }
        }
    }

    /** The disks of the system, this agent and the data, and of the others the one with the smallest part free. */
    static List<VolumeSpace> of(List<Store> stores, Places places) {
        Map<Volume, Path> roles = new EnumMap<>(Volume.class);
        roles.put(Volume.SYSTEM_DISK, systemFolder());
        roles.put(Volume.AGENT_DISK, places.home());
        places.data().ifPresent(data -> roles.put(Volume.DATA_DISK, data));
        List<VolumeSpace> found = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        roles.forEach((role, folder) -> {
            Optional<Path> real = real(folder);
            Optional<Store> store = real.flatMap(path -> holding(stores, path));
            if (store.isEmpty()) {
                // a file system that OSHI does not count as a disk, such as a container's
                real.flatMap(path -> asked(role, path)).ifPresent(found::add);
            } else if (taken.add(store.get().mount())) {
                found.add(space(role, store.get()));
            }
        });
        stores.stream()
                .filter(store -> store.counts() && store.totalBytes() >= SMALLEST_OTHER)
                .filter(store -> !taken.contains(store.mount()))
                .map(store -> space(Volume.OTHER_DISK, store))
                .min(Comparator.comparingDouble(VolumeSpace::freePercent))
                .ifPresent(found::add);
        return found;
    }

    private static Path systemFolder() {
        String windows = System.getenv("SystemRoot");
        return Path.of(windows == null ? "/" : windows);
    }

    private static Optional<Path> real(Path folder) {
        try {
            return Optional.of(folder.toRealPath());
        } catch (IOException notThere) {
            return Optional.empty();
        }
    }

    /** The disk mounted nearest to a folder. */
    private static Optional<Store> holding(List<Store> stores, Path folder) {
        return stores.stream()
                .filter(store -> store.totalBytes() > 0 && store.holds(folder))
                .max(Comparator.comparingInt(store -> store.mount().length()));
    }

    private static VolumeSpace space(Volume role, Store store) {
        long usable = Math.max(0, Math.min(store.usableBytes(), store.totalBytes()));
        return new VolumeSpace(role, usable, store.totalBytes());
    }

    private static Optional<VolumeSpace> asked(Volume role, Path folder) {
        try {
            FileStore store = Files.getFileStore(folder);
            return store.getTotalSpace() <= 0
                    ? Optional.empty()
                    : Optional.of(space(role, new Store("", true, store.getUsableSpace(), store.getTotalSpace())));
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }
}
