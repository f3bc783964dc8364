package org.benchconnect.consent.lease;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.LongSupplier;
import org.benchconnect.core.feature.Privilege;
import org.benchconnect.core.session.Lease;
import org.benchconnect.core.session.LeaseEnd;
import org.benchconnect.core.session.LeaseEndedException;
import org.benchconnect.core.session.LeaseRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A lease: first waiting for the ledger, then in force, then ended, never back. Its time is that of the monotonic clock. Its state changes under its own lock,
 * which is never held while somebody else's code runs.
 */
final class HeldLease implements Lease {
    private static final Logger LOG = LoggerFactory.getLogger(HeldLease.class);

    private final String id;
    private final LeaseRequest request;
    private final Instant until;
    private final LongSupplier nanos;
    private final BiConsumer<HeldLease, LeaseEnd> ended;
    private final List<Runnable> cuts = new ArrayList<>();
    private long began;
    private boolean inForce;
    private Optional<LeaseEnd> end = Optional.empty();

    /**
     * Not in force before {@link #begin}.
     *
     * @param ended told once when a lease that was in force has ended
     */
    HeldLease(
            String id, LeaseRequest request, Instant until, LongSupplier nanos, BiConsumer<HeldLease, LeaseEnd> ended) {
        this.id = id;
        this.request = request;
        this.until = until;
        this.nanos = nanos;
        this.ended = ended;
    }

    /** From now on in force, unless it was ended before it began. */
    synchronized boolean begin() {
        began = nanos.getAsLong();
        inForce = end.isEmpty();
        return inForce;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public LeaseRequest request() {
        return request;
    }

    @Override
    public Instant until() {
        return until;
    }

    @Override
    public boolean inForce() {
        if (isOverTime()) {
            end(LeaseEnd.TIME);
        }
        synchronized (this) {
            return inForce;
        }
    }

    private synchronized boolean isOverTime() {
        return inForce && nanos.getAsLong() - began >= request.longest().toNanos();
    }

    @Override
    public void require(Privilege privilege) throws LeaseEndedException {
        if (privilege != request.privilege()) {
            throw new LeaseEndedException(
                    "the lease is for " + request.privilege().token() + ", not for " + privilege.token());
        }
        if (!inForce()) {
            throw new LeaseEndedException("the lease has ended");
        }
    }

    @Override
    public void onEnd(Runnable cut) {
        synchronized (this) {
            if (end.isEmpty()) {
                cuts.add(cut);
                return;
            }
        }
        run(cut);
    }

    @Override
    public void end(LeaseEnd why) {
        stop(why).run();
    }

    /** Ends it at once; what is returned cuts the connections, and does nothing if it had ended before. */
    synchronized Runnable stop(LeaseEnd why) {
        if (end.isPresent()) {
            return () -> {};
        }
        boolean was = inForce;
        inForce = false;
        end = Optional.of(why);
        List<Runnable> all = List.copyOf(cuts);
        cuts.clear();
        return () -> {
            all.forEach(HeldLease::run);
            if (was) {
                ended.accept(this, why);
            }
        };
    }

    private static void run(Runnable cut) {
        try {
            cut.run();
        } catch (RuntimeException e) {
            LOG.warn("a connection was not cut cleanly when its lease ended", e);
        }
    }

    @Override
    public String toString() {
        return "lease " + id;
    }
}
