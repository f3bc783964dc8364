package org.benchconnect.teamviewerbridge.teamviewer;

import org.benchconnect.core.session.RemoteDesktop.Reach;

/**
 * One look at this PC.
 *
 * @param service the client's service
 * @param presence whether somebody is connected
 */
record Look(ServiceState service, Presence presence) {
    /** Nothing is known. */
    static final Look BLIND = new Look(ServiceState.UNKNOWN, Presence.UNKNOWN);

    Reach reach() {
        return presence.reach(service);
    }

    /** Whether somebody is connected or must be taken to be. */
    boolean isConnected() {
        return reach() == Reach.DELEGATED;
    }
}
