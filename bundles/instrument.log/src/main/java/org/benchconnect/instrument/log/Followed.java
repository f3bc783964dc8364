package org.benchconnect.instrument.log;

import java.time.Instant;

/** A file that is followed, under the name that it has now. Mutable; used by one thread. */
final class Followed {
    /** How far it was read. */
    Footing footing;
    /** What the folder last said of it. */
    LogFolder.Entry seen;
    /** Since when it has not grown. */
    Instant quietSince;
    /** Whether all of it was read, until it grows. */
    boolean settled;

    Followed(Footing footing, LogFolder.Entry seen, Instant now) {
        this.footing = footing;
        this.seen = seen;
        this.quietSince = now;
    }
}
