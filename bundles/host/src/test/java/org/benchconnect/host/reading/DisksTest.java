package org.benchconnect.host.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.benchconnect.host.reading.Disks.Store;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Which disk is for what. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the mounts in it are POSIX paths, one within the other")
class DisksTest {
    private static final long GIGABYTE = 1_000_000_000L;

    @TempDir
    Path folder;

    private Path home;
    private Path data;

    @BeforeEach
    void folders() throws IOException {
        home = Files.createDirectories(folder.toRealPath().resolve("home"));
        data = Files.createDirectories(folder.toRealPath().resolve("data"));
    }

    private Places places() {
        return new Places(home, home, Optional.of(data), Optional.empty(), List.of(), List.of());
    }

    private static Store store(Path mount, long usable) {
        return new Store(mount.toString(), true, usable * GIGABYTE, 100 * GIGABYTE);
    }

    private static List<String> said(List<VolumeSpace> volumes) {
        return volumes.stream()
                .map(volume -> volume.volume() + " " + volume.usableBytes() / GIGABYTE)
                .toList();
    }

    @Test
    void oneDiskForEverythingCountsOnce() {
        assertEquals(List.of("SYSTEM_DISK 40"), said(Disks.of(List.of(store(Path.of("/"), 40)), places())));
    }

    @Test
    void theNearestMountHoldsAFolder() {
        List<Store> stores = List.of(store(Path.of("/"), 40), store(home, 30), store(data, 20));

        assertEquals(List.of("SYSTEM_DISK 40", "AGENT_DISK 30", "DATA_DISK 20"), said(Disks.of(stores, places())));
    }

    @Test
    void ofTheOtherDisksTheFullestCounts() {
        List<Store> stores =
                List.of(store(Path.of("/"), 40), store(Path.of("/other"), 9), store(Path.of("/fuller"), 7));

        assertEquals(List.of("SYSTEM_DISK 40", "OTHER_DISK 7"), said(Disks.of(stores, places())));
    }

    @Test
    void bootDisksAndThoseThatNobodyWritesAreNoOthers() {
        List<Store> stores = List.of(
                store(Path.of("/"), 40),
                new Store("/boot", true, 0, GIGABYTE),
                new Store("/media", false, 0, 100 * GIGABYTE));

        assertEquals(List.of("SYSTEM_DISK 40"), said(Disks.of(stores, places())));
    }

    @Test
    void aFileSystemThatIsNoDiskForOshiIsAskedItself() {
        List<VolumeSpace> found = Disks.of(List.of(), places());

        assertEquals(
                List.of(Volume.SYSTEM_DISK, Volume.AGENT_DISK, Volume.DATA_DISK),
                found.stream().map(VolumeSpace::volume).toList());
    }

    @Test
    void aFolderThatIsNotThereHasNoDisk() throws IOException {
        Files.delete(data);

        assertEquals(
                List.of("SYSTEM_DISK 40", "AGENT_DISK 30"),
                said(Disks.of(List.of(store(Path.of("/"), 40), store(home, 30)), places())));
    }
}
