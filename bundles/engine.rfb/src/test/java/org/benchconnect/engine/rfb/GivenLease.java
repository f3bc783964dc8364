package org.benchconnect.engine.rfb;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.benchconnect.core.feature.Privilege;
import org.benchconnect.core.session.FileToTransfer.Direction;
import org.benchconnect.core.session.Lease;
import org.benchconnect.core.session.LeaseEnd;
import org.benchconnect.core.session.LeaseEndedException;
import org.benchconnect.core.session.LeaseRequest;

/** A lease that somebody gave. */
final class GivenLease implements Lease {
    private final LeaseRequest request;
    private final List<Runnable> cuts = new CopyOnWriteArrayList<>();
    private volatile boolean ended;

    GivenLease(Privilege privilege, Optional<Direction> clipboard) {
        request = new LeaseRequest(
                "0123456789abcdef",
                "Example Supporter",
                RfbEngine.FEATURE,
                privilege,
                clipboard,
                Optional.empty(),
                Duration.ofHours(1));
    }

    @Override
    public String id() {
        return "0123456789abcdef";
    }

    @Override
    public LeaseRequest request() {
        return request;
    }

    @Override
    public Instant until() {
        return Instant.EPOCH;
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
