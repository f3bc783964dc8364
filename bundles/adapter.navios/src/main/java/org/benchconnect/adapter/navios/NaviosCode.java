package org.benchconnect.adapter.navios;

import java.util.Set;
import org.benchconnect.core.signal.FactName;
import org.benchconnect.core.signal.Kind;
import org.benchconnect.core.signal.SignalCode;

/** What {@link NaviosAdapter} says besides what is said of every cytometer. Each constant tells when its notice clears. */
enum NaviosCode implements SignalCode {
    /** An open laser's power is not what it should be; clears when both of its powers are within the limit. */
    LASER_OFF_TARGET(Kind.INSTRUMENT, NaviosFact.LASER),
    /**
     * What the file says of an open laser's power or target is no number, or none that a laser could have, so that nothing is
     * judged; clears when all of them can be read.
     */
    LASER_NOT_READABLE(Kind.INSTRUMENT, NaviosFact.LASER),
    /** An open laser lost power between start and end of a run; clears when a run passes without. */
    LASER_SAG(Kind.PERFORMANCE, NaviosFact.LASER),
    /**
     * The shutter of a laser that was in use is closed although nothing else tells of another protocol, so that its channels
     * measured no light; clears when it opens, at another protocol, or when it stayed closed as long as it was open before.
     */
    LASER_SHUTTER_CLOSED(Kind.CONFIGURATION, NaviosFact.LASER),
    /**
     * A run did not end as its protocol says: for information when it was one, a warning when many of the last runs did;
     * clears at a run that ends as it should, once they are not many any more.
     */
    RUN_STOPPED(Kind.PERFORMANCE),
    /** The file is whole but for its trailer: some other program wrote it anew; clears at the next file with one. */
    TRAILER_MISSING(Kind.SOFTWARE),
    /** The file with the instrument's settings is another than in the last runs; clears when it has been the same for as many runs as tell what is usual. */
    SETTINGS_CHANGED(Kind.CONFIGURATION),
    /** The reader of the tubes' codes failed in many of the last runs; clears when it did not in most of them any more. */
    BARCODES_NOT_READ(Kind.INSTRUMENT);

    private final Kind kind;
    private final Set<FactName> subject;

    NaviosCode(Kind kind, FactName... subject) {
        this.kind = kind;
        this.subject = Set.of(subject);
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public Set<FactName> subject() {
        return subject;
    }
}
