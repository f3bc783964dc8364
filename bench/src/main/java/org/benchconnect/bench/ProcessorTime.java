package org.benchconnect.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collection;

/** Processor time, user and system, as the kernel counts it. */
final class ProcessorTime {
    /** USER_HZ: the same on every Linux of these processors. */
    private static final double TICKS_A_SECOND = 100;

    private static final int USER = 11; // after the name: proc(5), fields 14 to 17

    private static final double GIGABYTE = 1e9;

    private ProcessorTime() {}

    /** Seconds of these processes and of all that they started. */
    static double seconds(Collection<ProcessHandle> processes) throws IOException {
        double sum = 0;
        for (ProcessHandle process : processes) {
            sum += ofOne(process.pid());
            for (ProcessHandle child : process.descendants().toList()) {
                sum += ofOne(child.pid());
            }
        }
        return sum;
    }

    private static double ofOne(long pid) throws IOException {
        try {
            return seconds(Files.readString(Path.of("/proc/" + pid + "/stat")));
        } catch (NoSuchFileException ended) {
            return 0;
        }
    }

    /** Of one line of {@code /proc/PID/stat}, with children that have ended. The name in it may hold anything, parentheses too. */
    static double seconds(String stat) {
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).trim().split(" ");
        long ticks = 0;
        for (int i = USER; i < USER + 4; i++) {
            ticks += Long.parseLong(fields[i]);
        }
        return ticks / TICKS_A_SECOND;
    }

    /** What a gigabyte took. */
    static double aGigabyte(double seconds, double bytes) {
        return seconds / (bytes / GIGABYTE);
    }
}
