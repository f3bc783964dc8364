package org.benchconnect.upgrade.upgrader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.benchconnect.core.ledger.Entry;
import org.benchconnect.core.upgrade.Approval.When;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What may never answer is asked on a thread of its own: nobody who refuses or goes back waits for it. */
class LedgerThatHangsTest {
    private final CountDownLatch hangs = new CountDownLatch(1);

    @AfterEach
    void letGo() {
        hangs.countDown();
    }

    @Test
    void aLedgerThatHangsIsNoAnswerWithinASecond() {
        boolean soon = isNoAnswerWithinASecond();
        for (int i = 0; i < 4 && !soon; i++) { // where this PC itself stalls, nothing is said of who asks
            soon = isNoAnswerWithinASecond();
        }

        assertTrue(soon);
    }

    private boolean isNoAnswerWithinASecond() {
        Neighbours around = new Neighbours(
                () -> {
                    throw new AssertionError("no bundle is asked for");
                },
                Duration.ofMillis(50));
        around.ledger = new FakeLedger(Clock.systemUTC()) {
            @Override
            public List<Entry> entries(long from, int most) {
                try {
                    hangs.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                return List.of();
            }
        };
        long begin = System.nanoTime();

        Optional<Boolean> allowed = around.isAllowed(Given.PLAN, Given.approval(When.AS_SOON_AS_IDLE));

        assertEquals(Optional.empty(), allowed);
        return System.nanoTime() - begin < Duration.ofSeconds(1).toNanos();
    }
}
