package org.benchconnect.launcher.storage.testing;

import org.jspecify.annotations.Nullable;

/** Counts operations and says which of them fail. */
final class FaultSchedule {
    private int operations;
    private @Nullable Fault fault;
    private long from;
    private long until;

    /** The n-th next operation (from 1), and so many in all. */
    void set(int operation, int count, Fault how) {
        fault = how;
        from = (long) operations + operation;
        until = from + count;
    }

    void clear() {
        fault = null;
    }

    void count() {
        operations++;
    }

    int operations() {
        return operations;
    }

    /** Whether the operation that was counted last fails in one of these ways. */
    boolean is(Fault... ways) {
        for (Fault way : ways) {
            if (fault == way && operations >= from && operations < until) {
                return true;
            }
        }
        return false;
    }

    /** Whether reading fails: from the operation before which it was to begin. */
    boolean failsToRead() {
        return fault == Fault.READ_ERROR && operations + 1 >= from && operations + 1 < until;
    }
}
