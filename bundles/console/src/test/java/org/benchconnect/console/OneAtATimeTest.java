package org.benchconnect.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class OneAtATimeTest {
    private final OneAtATime checks = new OneAtATime("test-check");
    private final CountDownLatch open = new CountDownLatch(1);

    @AfterEach
    void close() {
        checks.close();
    }

    @Test
    void theSecondDoesNotBeginBeforeTheFirstHasEnded() throws Exception {
        Future<String> first = checks.begin(this::waitUntilOpen).orElseThrow();

        assertTrue(checks.begin(() -> "second").isEmpty());

        open.countDown();
        assertEquals("first", first.get());
    }

    @Test
    void whoeverHasAResultFindsThePlaceFree() throws Exception {
        for (int i = 0; i < 1000; i++) {
            checks.begin(() -> "done").orElseThrow().get();
        }
    }

    @Test
    void aFailureFreesThePlace() throws Exception {
        Future<String> failing = checks.<String>begin(() -> {
                    throw new IllegalStateException("on purpose");
                })
                .orElseThrow();

        assertThrows(ExecutionException.class, failing::get);
        assertEquals("next", checks.begin(() -> "next").orElseThrow().get());
    }

    @Test
    void closingInterruptsAndNothingBeginsAfterwards() throws InterruptedException {
        CountDownLatch atWork = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        checks.begin(() -> {
            atWork.countDown();
            try {
                return waitUntilOpen();
            } catch (InterruptedException e) {
                interrupted.countDown();
                throw e;
            }
        });
        assertTrue(atWork.await(10, TimeUnit.SECONDS));

        checks.close();

        assertTrue(interrupted.await(10, TimeUnit.SECONDS));
        assertEquals(Optional.empty(), checks.begin(() -> "never"));
    }

    private String waitUntilOpen() throws InterruptedException {
        open.await();
        return "first";
    }
}
