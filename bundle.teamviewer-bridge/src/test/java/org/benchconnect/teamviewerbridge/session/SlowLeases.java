package org.benchconnect.teamviewerbridge.session;

import java.util.List;
import java.util.Optional;
import org.benchconnect.core.account.AccountId;
import org.benchconnect.core.consent.AnswerRefusedException;
import org.benchconnect.core.session.Lease;
import org.benchconnect.core.session.LeaseEnd;
import org.benchconnect.core.session.LeaseRequest;
import org.benchconnect.core.session.Leases;

/** The real leases; something happens after one is in force and before anybody is told. */
record SlowLeases(Leases leases, Runnable meanwhile) implements Leases {
    @Override
    public Lease give(String question, LeaseRequest request, Optional<AccountId> by) throws AnswerRefusedException {
        Lease lease = leases.give(question, request, by);
        meanwhile.run();
        return lease;
    }

    @Override
    public void refuse(LeaseRequest request) {
        leases.refuse(request);
    }

    @Override
    public List<Lease> inForce() {
        return leases.inForce();
    }

    @Override
    public void endSession(String session, LeaseEnd why) {
        leases.endSession(session, why);
    }

    @Override
    public void endFeature(String feature, LeaseEnd why) {
        leases.endFeature(feature, why);
    }
}
