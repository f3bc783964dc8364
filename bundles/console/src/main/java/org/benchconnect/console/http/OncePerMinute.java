package org.benchconnect.console.http;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Lets what callers can cause into the log once a minute for each kind, so that nobody who may ask can push everything else
 * out of it. Safe for any thread.
 */
public final class OncePerMinute {
    private static final long PAUSE = TimeUnit.MINUTES.toNanos(1);
    /** A kind is a class of this program, so there are few. */
    private static final int MAX_KINDS = 64;

    private final LongSupplier nanoTime;
    private final Map<Class<?>, Long> said = new HashMap<>();

    /** With nothing said yet. */
    public OncePerMinute() {
        this(System::nanoTime);
    }

    OncePerMinute(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** Whether something of this kind is to be logged now; if so it counts as said. */
    public synchronized boolean allows(Class<?> kind) {
        long now = nanoTime.getAsLong();
        said.values().removeIf(time -> now - time >= PAUSE);
        return said.size() < MAX_KINDS && said.putIfAbsent(kind, now) == null;
    }
}
