package org.benchconnect.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class DeadlineTest {
    private final AtomicInteger restarts = new AtomicInteger();
    private final Deadline deadline = new Deadline(restarts::incrementAndGet);

    @Test
    void whatEndsInTimeIsWaitedFor() {
        AtomicInteger done = new AtomicInteger();

        deadline.run("work", Duration.ofSeconds(60), done::incrementAndGet);

        assertEquals(1, done.get());
        assertEquals(0, restarts.get());
    }

    @Test
    void whatHangsEndsTheProcess() {
        CountDownLatch released = new CountDownLatch(1);

        deadline.run("work", Duration.ofMillis(20), () -> await(released));

        assertEquals(1, restarts.get());
        released.countDown();
    }

    @Test
    void whatMayBeGivenUpIsInterruptedAndDoesNotEndTheProcess() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(1);

        boolean ended = deadline.ends("work", Duration.ofMillis(20), () -> {
            await(never);
            done.countDown();
        });

        assertFalse(ended);
        assertTrue(done.await(60, TimeUnit.SECONDS));
        assertEquals(0, restarts.get());
    }

    @Test
    void noTimeLeftEndsTheProcess() {
        CountDownLatch released = new CountDownLatch(1);

        deadline.run("work", Duration.ofMillis(-5), () -> await(released));

        assertEquals(1, restarts.get());
        released.countDown();
    }

    @Test
    void anInterruptIsKeptForTheCaller() {
        AtomicInteger done = new AtomicInteger();
        Thread.currentThread().interrupt();

        deadline.run("work", Duration.ofSeconds(60), done::incrementAndGet);

        assertTrue(Thread.interrupted());
        assertEquals(1, done.get());
        assertEquals(0, restarts.get());
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
