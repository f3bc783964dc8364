package org.benchconnect.console.http;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class OncePerMinuteTest {
    private final AtomicLong time = new AtomicLong(Long.MAX_VALUE - 1000); // the platform's may overflow
    private final OncePerMinute said = new OncePerMinute(time::get);

    @Test
    void eachKindIsSaidOnceAMinute() {
        assertTrue(said.allows(String.class));
        assertTrue(said.allows(Integer.class));
        assertFalse(said.allows(String.class));

        time.addAndGet(TimeUnit.SECONDS.toNanos(59));
        assertFalse(said.allows(String.class));

        time.addAndGet(TimeUnit.SECONDS.toNanos(1));
        assertTrue(said.allows(String.class));
        assertFalse(said.allows(String.class));
    }
}
