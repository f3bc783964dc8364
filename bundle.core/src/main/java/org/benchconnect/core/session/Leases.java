package org.benchconnect.core.session;

import java.util.List;
import java.util.Optional;
import org.benchconnect.core.account.AccountId;
import org.benchconnect.core.consent.AnswerRefusedException;
import org.osgi.annotation.versioning.ProviderType;

/** Gives and ends leases. Safe for any thread. */
@ProviderType
public interface Leases {
    /**
     * A person's click, within an open question: the lease is in the ledger before it is in force.
     *
     * @param question that of {@link org.benchconnect.core.consent.Questions#open()}; used up by this
     */
    default Lease give(String question, LeaseRequest request) throws AnswerRefusedException {
        return give(question, request, Optional.empty());
    }

    /**
     * The same; in the ledger with the person who gave it.
     *
     * @param by whose PIN was checked for it; empty where a click was enough
     */
    Lease give(String question, LeaseRequest request, Optional<AccountId> by) throws AnswerRefusedException;

    /** A person's no: kept in the ledger. */
    void refuse(LeaseRequest request);

    /** What is in force now. */
    List<Lease> inForce();

    /** Ends every lease of a session. Never waits, never fails. */
    void endSession(String session, LeaseEnd why);

    /** Ends every lease of a feature. Never waits, never fails. */
    void endFeature(String feature, LeaseEnd why);
}
