package org.benchconnect.teamviewerbridge.teamviewer;

import java.util.HashSet;
import java.util.Set;

/**
 * Looks at this PC cheaply: names of processes are asked for only when a process began, or one ended while somebody was connected, and every ten seconds anyway; the
 * service every five. One thread.
 */
final class Looking {
    private static final long NAMES = 10_000_000_000L; // nanoseconds
    private static final long SERVICE = 5_000_000_000L; // nanoseconds

    private final Pc pc;
    private Set<Long> processes = Set.of();
    private Set<String> names = Set.of();
    private ServiceState service = ServiceState.UNKNOWN;
    private long namesAt = Long.MIN_VALUE;
    private long serviceAt = Long.MIN_VALUE;
    private Look last = Look.BLIND;

    Looking(Pc pc) {
        this.pc = pc;
    }

    /**
     * Looks now.
     *
     * @param now by a clock that nobody sets, in nanoseconds
     * @param closely asks everything, whatever was asked before
     */
    Look look(long now, boolean closely) throws InterruptedException {
        Set<Long> seen = pc.processes();
        if (closely || isOver(serviceAt, SERVICE, now)) {
            service = pc.service();
            serviceAt = now;
        }
        if (closely || isOver(namesAt, NAMES, now) || differs(seen)) {
            names = pc.processNames();
            namesAt = now;
        }
        processes = new HashSet<>(seen);
        last = new Look(service, Presence.of(names, service));
        return last;
    }

    private boolean differs(Set<Long> seen) {
        return last.presence() == Presence.NOBODY
                ? seen.isEmpty() || !processes.containsAll(seen)
                : !processes.equals(seen) || seen.isEmpty();
    }

    private static boolean isOver(long since, long after, long now) {
        return since == Long.MIN_VALUE || now - since >= after;
    }
}
