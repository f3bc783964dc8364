package org.benchconnect.desk.relay;

import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/** All ends that are open, the codes they wait under, and what each address may still take. Safe for any thread. */
final class Floor {
    private final RelayLimits limits;
    private final ListSource supporters;
    private final LongSupplier nanoTime;
    private final Codes<End> codes;
    private final Addresses addresses;
    private final Set<End> ends = ConcurrentHashMap.newKeySet();

    Floor(RelayLimits limits, ListSource supporters, LongSupplier nanoTime) {
        this.limits = limits;
        this.supporters = supporters;
        this.nanoTime = nanoTime;
        this.codes = new Codes<>(limits.waiting().toNanos());
        this.addresses = new Addresses(limits);
    }

    long now() {
        return nanoTime.getAsLong();
    }

    Codes<End> codes() {
        return codes;
    }

    byte[] supporters() throws IOException {
        return supporters.now();
    }

    /** Whether it counts; one that does not is closed at once, and {@link #leave} still follows. */
    boolean enter(End end) {
        boolean counted = addresses.open(end.address());
        ends.add(end);
        return counted;
    }

    void leave(End end, boolean counted) {
        if (ends.remove(end) && counted) {
            addresses.close(end.address());
        }
    }

    boolean mayJoin(End end) {
        return addresses.join(end.address(), now());
    }

    int open() {
        return ends.size();
    }

    /** To be called often. */
    void look() {
        long now = now();
        ends.forEach(end -> end.look(limits, now));
        addresses.tidy(now);
    }

    void shutDown() {
        ends.forEach(End::shutDown);
    }
}
