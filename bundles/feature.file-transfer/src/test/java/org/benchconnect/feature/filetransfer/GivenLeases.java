package org.benchconnect.feature.filetransfer;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.benchconnect.core.account.AccountId;
import org.benchconnect.core.feature.Privilege;
import org.benchconnect.core.session.FileToTransfer;
import org.benchconnect.core.session.Lease;
import org.benchconnect.core.session.LeaseEnd;
import org.benchconnect.core.session.LeaseEndedException;
import org.benchconnect.core.session.LeaseRequest;
import org.benchconnect.core.session.Leases;

/** Leases as a person would give them, without the person. */
final class GivenLeases implements Leases {
    private final List<Lease> inForce = new CopyOnWriteArrayList<>();
    private int number;

    /** A lease for a file. */
    Given file(FileToTransfer.Direction direction, String name, long size) {
        return give(new LeaseRequest(
                "session-1",
                "A supporter",
                FolderTransfer.FEATURE,
                Privilege.TRANSFER_FILES,
                Optional.empty(),
                Optional.of(new FileToTransfer(direction, name, size)),
                Duration.ofMinutes(5)));
    }

    Given give(LeaseRequest request) {
        Given lease = forged(request);
        inForce.add(lease);
        return lease;
    }

    /** One that looks like a lease, and that nobody gave. */
    Given forged(LeaseRequest request) {
        return new Given("%016x".formatted(++number), request);
    }

    @Override
    public Lease give(String question, LeaseRequest request, Optional<AccountId> by) {
        return give(request);
    }

    @Override
    public void refuse(LeaseRequest request) {
        // nobody is asked
    }

    @Override
    public List<Lease> inForce() {
        return List.copyOf(inForce);
    }

    @Override
    public void endSession(String session, LeaseEnd why) {
        inForce.forEach(lease -> lease.end(why));
    }

    @Override
    public void endFeature(String feature, LeaseEnd why) {
        inForce.forEach(lease -> lease.end(why));
    }

    /** A lease that ends when it is told to. */
    final class Given implements Lease {
        private final String id;
        private final LeaseRequest request;
        private final List<Runnable> cuts = new CopyOnWriteArrayList<>();
        private volatile boolean ended;
        volatile LeaseEnd why = LeaseEnd.TIME;

        Given(String id, LeaseRequest request) {
            this.id = id;
            this.request = request;
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
            return Instant.MAX;
        }

        @Override
        public boolean inForce() {
            return !ended;
        }

        @Override
        public void require(Privilege privilege) throws LeaseEndedException {
            if (ended || privilege != request.privilege()) {
                throw new LeaseEndedException("the lease has ended");
            }
        }

        @Override
        public void onEnd(Runnable cut) {
            if (ended) {
                cut.run();
            } else {
                cuts.add(cut);
            }
        }

        @Override
        public void end(LeaseEnd reason) {
            if (!ended) {
                ended = true;
                why = reason;
                inForce.remove(this);
                cuts.forEach(Runnable::run);
            }
        }
    }
}
