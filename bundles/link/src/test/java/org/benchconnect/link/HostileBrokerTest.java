package org.benchconnect.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostileBrokerTest {
    private static final Duration SOON = Duration.ofSeconds(60);

    @TempDir
    Path home;

    @Test
    void firstMessageThatNobodyAskedForEndsTheConnectionAndIsLoggedOnce() throws Exception {
        Logger logger = Logger.getLogger(PahoSession.class.getName());
        Lines lines = new Lines();
        logger.addHandler(lines);
        try (TestAgent agent = new TestAgent(home)) {
            HostileBroker broker =
                    agent.closing(new HostileBroker(agent.authority().server().issue()));
            PahoLink link = agent.link(agent.settings(broker.address()));

            Await.until(SOON, () -> link.problem().name(), () -> link.problem() == Problem.LINK_NOT_MQTT);
            Await.until(SOON, () -> broker.ended() + " ended", () -> broker.ended() >= 3);
            link.stop();

            assertEquals(0, broker.endured());
            int connections = broker.ended() + 1;
            assertTrue(lines.count.get() > 0 && lines.count.get() <= connections, () -> lines.count + " lines");
        } finally {
            logger.removeHandler(lines);
        }
    }

    /** Counts what is logged. */
    private static final class Lines extends Handler {
        private final AtomicInteger count = new AtomicInteger();

        @Override
        public void publish(LogRecord record) {
            count.incrementAndGet();
        }

        @Override
        public void flush() {
            // Nothing is kept.
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }
}
