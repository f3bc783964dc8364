package org.benchconnect.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.benchconnect.host.reading.UnreadableException;
import org.junit.jupiter.api.Test;

/** A look that hangs holds up nobody. */
class TimeLimitTest {
    @Test
    void anAnswerComesThrough() throws Exception {
        try (TimeLimit limit = new TimeLimit(Duration.ofSeconds(60))) {
            assertEquals("here", limit.within(Topic.DISKS, () -> "here"));
            assertEquals("again", limit.within(Topic.DISKS, () -> "again"));
        }
    }

    @Test
    void aLookThatHangsIsUnreadableAndNotStartedAgain() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        try (TimeLimit limit = new TimeLimit(Duration.ofMillis(20))) {
            assertThrows(UnreadableException.class, () -> limit.within(Topic.DISKS, () -> hang(release, ended)));
            assertThrows(UnreadableException.class, () -> limit.within(Topic.DISKS, () -> "not asked"));

            release.countDown();

            assertEquals(true, ended.await(60, TimeUnit.SECONDS));
        }
    }

    /** As native code does: no interruption ends it. */
    private static String hang(CountDownLatch release, CountDownLatch ended) {
        boolean released = false;
        while (!released) {
            try {
                release.await();
                released = true;
            } catch (InterruptedException ignored) {
                // native code would not notice
            }
        }
        ended.countDown();
        return "late";
    }

    @Test
    void otherTopicsAreAskedMeanwhile() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        try (TimeLimit limit = new TimeLimit(Duration.ofMillis(200))) {
            assertThrows(UnreadableException.class, () -> limit.within(Topic.DISKS, () -> hang(release, ended)));

            assertEquals("well", answered(limit, Topic.MEMORY, "well"));

            release.countDown();
        }
    }

    /** Asked until this machine is quick enough for the limit. */
    private static String answered(TimeLimit limit, Topic topic, String answer) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (true) {
            try {
                return limit.within(topic, () -> answer);
            } catch (UnreadableException late) {
                if (System.nanoTime() > end) {
                    throw late;
                }
                LockSupport.parkNanos(1_000_000);
            }
        }
    }

    @Test
    void whateverALookThrowsIsUnreadable() throws Exception {
        try (TimeLimit limit = new TimeLimit(Duration.ofSeconds(60))) {
            UnreadableException unchecked = assertThrows(
                    UnreadableException.class,
                    () -> limit.within(Topic.DISKS, () -> {
                        throw new IllegalStateException("no");
                    }));
            UnreadableException linkage = assertThrows(
                    UnreadableException.class,
                    () -> limit.within(Topic.DISKS, () -> {
                        throw new UnsatisfiedLinkError("no");
                    }));

            assertInstanceOf(IllegalStateException.class, unchecked.getCause());
            assertInstanceOf(UnsatisfiedLinkError.class, linkage.getCause());
        }
    }
}
