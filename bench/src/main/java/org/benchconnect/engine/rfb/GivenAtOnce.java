package org.benchconnect.engine.rfb;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.benchconnect.core.feature.Privilege;
import org.benchconnect.core.session.Lease;
import org.benchconnect.core.session.LeaseEnd;
import org.benchconnect.core.session.LeaseEndedException;
import org.benchconnect.core.session.LeaseRequest;

/** A lease without a person behind it, for a measurement: nobody is asked. */
final class GivenAtOnce implements Lease {
    private final LeaseRequest request;
    private final Instant until;
    private final List<Runnable> cuts = new CopyOnWriteArrayList<>();
    private volatile boolean ended;

    GivenAtOnce(Privilege privilege, Instant until) {
        this.request = new LeaseRequest(
                MeasuredAgent.SESSION,
                "Example Supporter",
                RfbEngine.FEATURE,
                privilege,
                Optional.empty(),
                Optional.empty(),
                Duration.ofHours(1));
        this.until = until;
    }

    @Override
    public String id() {
        return MeasuredAgent.SESSION;
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
        return !ended;
    }

    @Override
    public void require(Privilege privilege) throws LeaseEndedException {
        if (ended) {
            throw new LeaseEndedException("ended");
        }
    }

    @Override
    public void onEnd(Runnable cut) {
        cuts.add(cut);
    }

    @Override
    public void end(LeaseEnd why) {
        ended = true;
        cuts.forEach(Runnable::run);
    }
}
