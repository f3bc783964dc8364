package org.benchconnect.tests.upgrade.bad;

import java.util.ArrayList;
import java.util.List;
import org.benchconnect.core.status.HealthCheck;

/** Keeps all memory that it can get. */
public final class FillsTheHeap implements HealthCheck {
    private static final int MEGABYTE = 1024 * 1024;

    private final List<byte[]> kept = new ArrayList<>();

    /** Returns, and goes on to take memory until there is none. */
    public void activate() {
        new Thread(this::fill, "fills-the-heap").start();
    }

    private void fill() {
        while (kept.size() < Integer.MAX_VALUE) {
            kept.add(new byte[MEGABYTE]);
        }
    }

    @Override
    public boolean isWell() {
        return true;
    }
}
