package org.benchconnect.tests.upgrade;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryUsage;

/**
 * What this process holds when all that can go is gone, in bytes and classes.
 *
 * @param heap live objects
 * @param metaspace used for classes
 * @param classes loaded
 */
record Held(long heap, long metaspace, int classes) {
    /** Twice, since what the first collection finds to be finalized goes with the second. */
    static Held now() {
        System.gc();
        System.gc();
        long metaspace = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getName().equals("Metaspace"))
                .map(MemoryPoolMXBean::getUsage)
                .mapToLong(MemoryUsage::getUsed)
                .sum();
        return new Held(
                ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed(),
                metaspace,
                ManagementFactory.getClassLoadingMXBean().getLoadedClassCount());
    }

    @Override
    public String toString() {
        return "heap %.1f MB, metaspace %.1f MB, %d classes".formatted(heap / 1e6, metaspace / 1e6, classes);
    }
}
