package org.benchconnect.tests.network;

import java.io.File;
import java.lang.management.ManagementFactory;

/**
 * What this process holds, when nothing is under way.
 *
 * @param threads alive
 * @param heap bytes that survive a collection
 * @param files open, sockets among them; 0 where the system does not tell
 */
record Footprint(int threads, long heap, int files) {
    private static final File OPEN_FILES = new File("/proc/self/fd");

    static Footprint now() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        String[] files = OPEN_FILES.list();
        return new Footprint(
                ManagementFactory.getThreadMXBean().getThreadCount(),
                ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed(),
                files == null ? 0 : files.length);
    }

    @Override
    public String toString() {
        return threads + " threads, " + heap / 1024 + " KiB of heap, " + files + " files";
    }
}
