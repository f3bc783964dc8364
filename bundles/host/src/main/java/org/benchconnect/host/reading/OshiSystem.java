package org.benchconnect.host.reading;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import oshi.SystemInfo;
import oshi.hardware.GlobalMemory;
import oshi.software.os.OSFileStore;
import oshi.software.os.OSService;
import oshi.util.GlobalConfig;

/**
 * Asks OSHI. Each call makes its objects anew, so that nothing of OSHI's stays in memory between two looks but its classes. Disks on
 * the network are not asked: a share that hangs would hold up the others.
 */
final class OshiSystem {
    private static final long MEGABYTE = 1L << 20;

    static {
        // as shipped OSHI waits for Windows' answers for ever
        GlobalConfig.set(GlobalConfig.OSHI_UTIL_WMI_TIMEOUT, 10_000);
    }

    private OshiSystem() {}

    static List<Disks.Store> stores() {
        return new SystemInfo()
                .getOperatingSystem().getFileSystem().getFileStores(true).stream()
                        .filter(store -> store.getTotalSpace() >= MEGABYTE)
                        .map(OshiSystem::store)
                        .toList();
    }

    private static Disks.Store store(OSFileStore store) {
        boolean fixed = !store.getDescription().startsWith("CD-ROM")
                && !store.getDescription().startsWith("Removable");
        boolean writable = !List.of(store.getOptions().split(",")).contains("ro");
        return new Disks.Store(store.getMount(), fixed && writable, store.getUsableSpace(), store.getTotalSpace());
    }

    static MemorySpace memory() throws UnreadableException {
        GlobalMemory memory = new SystemInfo().getHardware().getMemory();
        long total = memory.getTotal();
        long available = memory.getAvailable();
        if (total <= 0 || available < 0) {
            throw new UnreadableException("no memory is told");
        }
        return new MemorySpace(Math.min(available, total), total);
    }

    /** Every service by its name, in lower case: Windows does not tell cases apart. */
    static Map<String, ServiceState.State> services() {
        Map<String, ServiceState.State> services = new HashMap<>();
        for (OSService service : new SystemInfo().getOperatingSystem().getServices()) {
            services.put(
                    service.getName().toLowerCase(java.util.Locale.ROOT),
                    service.getState() == OSService.State.RUNNING
                            ? ServiceState.State.SERVICE_RUNNING
                            : ServiceState.State.SERVICE_STOPPED);
        }
        return services;
    }

    /** The build of Windows, such as 19045. */
    static String build() {
        return Objects.requireNonNullElse(
                new SystemInfo().getOperatingSystem().getVersionInfo().getBuildNumber(), "");
    }
}
