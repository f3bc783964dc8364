package org.benchconnect.upgrade.upgrader;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;

/** What the virtual machine says of itself. Never blocks. */
final class VirtualMachine {
    private VirtualMachine() {}

    /** How many threads wait for each other for ever. */
    static int deadlocked() {
        long[] threads = ManagementFactory.getThreadMXBean().findDeadlockedThreads();
        return threads == null ? 0 : threads.length;
    }

    /** How much of the pool for what lives long was in use after its last collection, 0 to 1; 0 before the first, and where it has no limit. */
    static double heap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP && pool.isUsageThresholdSupported())
                .mapToDouble(VirtualMachine::afterCollection)
                .max()
                .orElse(0);
    }

    private static double afterCollection(MemoryPoolMXBean pool) {
        MemoryUsage usage = pool.getCollectionUsage();
        return usage == null || usage.getMax() <= 0 ? 0 : (double) usage.getUsed() / usage.getMax();
    }
}
