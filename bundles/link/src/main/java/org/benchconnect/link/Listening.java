package org.benchconnect.link;

import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether a new connection asks for what may come. A service side that does not let the agent subscribe is no fault; neither is one that ends the connection at it,
 * as Azure IoT Hub does: after a few of these it is not asked again by this link. Safe for any thread.
 */
final class Listening {
    private static final Logger LOG = LoggerFactory.getLogger(Listening.class);
    /** Connections that ended between question and answer. */
    private static final int ENDURED = 3;

    private final AtomicInteger unanswered = new AtomicInteger();
    private volatile boolean refused;

    /** Whether a new connection asks for it. */
    boolean isWanted() {
        return !refused && unanswered.get() < ENDURED;
    }

    /** It is asked for now. */
    void asked() {
        if (unanswered.incrementAndGet() == ENDURED) {
            LOG.info("The service side left {} subscriptions unanswered; this is the last one", ENDURED);
        }
    }

    /** The service side has answered. */
    void answered(boolean granted) {
        unanswered.set(0);
        if (!granted && !refused) {
            refused = true;
            LOG.info("The service side refused the subscription: no command can come");
        }
    }
}
