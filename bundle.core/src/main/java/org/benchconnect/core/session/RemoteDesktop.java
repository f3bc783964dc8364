package org.benchconnect.core.session;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Whether somebody elsewhere can reach this desktop now. Registered as a service by each engine of remote sessions while it runs; no such
 * service means nobody can. Quick, on any thread.
 */
@ConsumerType
public interface RemoteDesktop {
    /** What somebody elsewhere can do now. */
    enum Reach {
        /** Nobody is connected. */
        NOBODY,
        /** Somebody is, and the agent can freeze that input and blank that picture: {@link #hold()}. */
        ENFORCED,
        /** Somebody is, by means that the agent does not control: nothing is raised. */
        DELEGATED
    }

    /** How it is now. */
    Reach reach();

    /**
     * Freezes remote input and blanks the remote picture: both are in force when this returns, also for somebody who connects later. Several
     * holds may be open; the last one that closes ends it. An engine that cannot freeze ({@link Reach#DELEGATED}) returns a hold without effect while nobody is
     * connected, and {@link #reach()} says so at once when somebody is: then nothing is raised.
     *
     * @throws IllegalStateException if it cannot: then nothing is raised
     */
    Hold hold();

    /** Input is frozen and the picture blank until this is closed. A second close does nothing. */
    interface Hold extends AutoCloseable {
        @Override
        void close();
    }
}
