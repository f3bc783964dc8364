package org.benchconnect.ledger;

import java.time.Duration;

/** What is done on another thread, one task at a time; a test does it itself. */
public interface Later {
    /** As soon as possible. */
    void run(Runnable task);

    /** After some time. */
    void in(Duration delay, Runnable task);

    /** No task begins any more; waits for the running one, 5 s at most. */
    void end();
}
