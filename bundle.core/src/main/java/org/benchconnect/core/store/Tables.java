package org.benchconnect.core.store;

import org.osgi.annotation.versioning.ProviderType;

/** What changes together, inside one transaction. Valid on the thread and during the call that it is given to. */
@ProviderType
public interface Tables {
    /** What was read, and what the adapters remember. */
    Positions positions();

    /** The notices. */
    Notices notices();

    /** What must still leave this PC. */
    Outbox outbox();

    /** The commands that were taken. */
    Commands commands();
}
