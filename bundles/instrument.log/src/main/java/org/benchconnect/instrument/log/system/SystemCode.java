package org.benchconnect.instrument.log.system;

import org.benchconnect.core.signal.Kind;
import org.benchconnect.core.signal.SignalCode;

/** What a watch says of services, connections and queues. */
public enum SystemCode implements SignalCode {
    /** The service or program does not run, twice in a row. Clears when it does. */
    SERVICE_STOPPED(Kind.SOFTWARE),
    /** There is no service of that name, or it cannot be asked. Clears when it can. */
    SERVICE_UNKNOWN(Kind.CONFIGURATION),
    /** A connection cannot be made, three times in a row. Clears when one can. */
    CONNECTION_DOWN(Kind.INSTRUMENT),
    /** The address is not on the administrator's list: nothing was sent there. Clears when it is. */
    CONNECTION_NOT_PERMITTED(Kind.CONFIGURATION),
    /** Something waits in the queue for too long. Clears when nothing does. */
    QUEUE_STUCK(Kind.SOFTWARE),
    /** The queue's folder cannot be listed. Clears when it can. */
    QUEUE_UNREADABLE(Kind.CONFIGURATION);

    private final Kind kind;

    SystemCode(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
