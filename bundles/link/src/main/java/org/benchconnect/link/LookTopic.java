package org.benchconnect.link;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.benchconnect.core.upgrade.Upgrades;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the service side may say: that there is something to look for, and no more than that. What the message contains is not read. A service side that does not let the
 * agent subscribe is no fault; neither is one that ends the connection at it, as some do: after a few of these it is not asked again by this link. Safe for any thread.
 */
final class LookTopic {
    /** The longest message in bytes. */
    static final int LONGEST = 1024;

    private static final Logger LOG = LoggerFactory.getLogger(LookTopic.class);
    /** Connections that ended between question and answer. */
    private static final int ENDURED = 3;

    private final AtomicReference<@Nullable Upgrades> upgrades = new AtomicReference<>();
    private final AtomicInteger unanswered = new AtomicInteger();
    private volatile boolean refused;

    /** Whom to tell from now on. */
    void tell(Upgrades now) {
        upgrades.set(now);
    }

    /** This one is told no more; another may have taken its place already. */
    void tellNoMore(Upgrades gone) {
        upgrades.compareAndSet(gone, null);
    }

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
            LOG.info("The service side cannot say when there is something new: it refused the subscription");
        }
    }

    /** A message came there. The upgrade utility looks once in ten minutes at most, however often it is told. */
    void came() {
        Upgrades now = upgrades.get();
        if (now == null) {
            return;
        }
        try {
            now.lookSoon();
        } catch (RuntimeException swapped) {
            LOG.debug("who looks for releases could not be told", swapped);
        }
    }
}
