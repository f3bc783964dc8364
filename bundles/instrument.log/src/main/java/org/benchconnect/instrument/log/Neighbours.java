package org.benchconnect.instrument.log;

import org.benchconnect.core.notification.Notifications;
import org.benchconnect.core.store.AgentStore;
import org.jspecify.annotations.Nullable;

/** The services that a watch needs, which come and go while it runs. Asked anew each time; any thread. */
public interface Neighbours {
    /** The database, or null while there is none. */
    @Nullable
    AgentStore store();

    /** The notification client, or null while there is none. */
    @Nullable
    Notifications notifications();
}
