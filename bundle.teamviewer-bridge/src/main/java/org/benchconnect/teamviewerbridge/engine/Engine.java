package org.benchconnect.teamviewerbridge.engine;

import java.util.List;
import java.util.Map;
import org.benchconnect.core.feature.Privilege;
import org.benchconnect.core.session.Enforcement;
import org.benchconnect.core.session.SessionEnd;
import org.benchconnect.core.session.SessionView.Hindrance;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Carries remote sessions. A service while its feature runs; while a visit runs it also is a {@link org.benchconnect.core.session.RemoteDesktop}. Safe for any
 * thread.
 */
@ConsumerType
public interface Engine {
    /** Its token in settings, page and ledger: {@code rfb}, {@code teamviewer}. */
    String id();

    /** The feature whose grant its leases are by. */
    String feature();

    /**
     * Who keeps each privilege true; one that is missing is {@link Enforcement#UNSUPPORTED}. Constant. What it says of {@link Privilege#TRANSFER_FILES} does not
     * count: an engine that itself enforces who sees the screen hands the bytes of a file on by {@link Visit#fileBytes}, and the feature that transfers files, while it runs,
     * asks the lease.
     */
    Map<Privilege, Enforcement> enforcement();

    /** What keeps it from being used; empty when it can be. Quick: looks at what was read before. */
    List<Hindrance> hindrances();

    /**
     * Opens the way in and returns at once; what follows is told to the visit.
     *
     * @throws EngineException if it cannot begin; then nothing is open
     */
    Running begin(Visit visit) throws EngineException;

    /** A way in that is open, and the visit through it. */
    interface Running {
        /** A lease is in force: from now on what it is for passes, asked at each message; its end is told by the lease itself. */
        void given(org.benchconnect.core.session.Lease lease);

        /** A permission that the supporter asked for was refused, or its time to be answered is over. */
        void refused(Privilege privilege);

        /** Freezes remote input and blanks the remote picture while a person here is asked; both are in force when this returns. */
        void freeze(boolean frozen);

        /** Cuts everything. When this returns nothing passes, in neither direction; what must still be ended is ended after it. Never waits, never fails, any number of times. */
        void cut();

        /**
         * As {@link #cut()}, and the supporter is told why where that is quick: it may wait 50 ms for that, in which nothing of this desktop passes, and is never sure to be heard.
         */
        default void cut(SessionEnd why) {
            cut();
        }
    }
}
