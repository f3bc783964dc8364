package org.benchconnect.core.session;

import java.time.Instant;
import org.benchconnect.core.feature.Privilege;
import org.osgi.annotation.versioning.ProviderType;

/**
 * A person's permission within one remote session. An object, not a name: who has it asks it at every call and message, and it ends by
 * itself. Safe for any thread.
 */
@ProviderType
public interface Lease {
    /** For the ledger: 16 hexadecimal digits. */
    String id();

    /** What for. */
    LeaseRequest request();

    /** When it ends at the latest. */
    Instant until();

    /** Whether it is in force now. Quick. */
    boolean inForce();

    /**
     * Does nothing while it is in force for this privilege.
     *
     * @throws LeaseEndedException if it is not
     */
    void require(Privilege privilege) throws LeaseEndedException;

    /** Calls this once when it ends, at once if it has ended, on the thread that ends it: cut the connection there, quickly. */
    void onEnd(Runnable cut);

    /** Ends it; a second time does nothing. Never waits, never fails. */
    void end(LeaseEnd why);
}
