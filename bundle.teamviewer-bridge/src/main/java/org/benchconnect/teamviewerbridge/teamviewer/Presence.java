package org.benchconnect.teamviewerbridge.teamviewer;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.benchconnect.core.session.RemoteDesktop.Reach;

/** Whether somebody is connected through the client now, as far as the processes of this PC tell. The client has no documented surface that says it. */
enum Presence {
    /** The process that shows and moves the desktop is not there. */
    NOBODY,
    /** It is there. */
    SOMEBODY,
    /** The processes cannot be seen. */
    UNKNOWN;

    /** The kernel of Linux keeps so much of a name. In characters. */
    private static final int LINUX = 15;

    private static final String DESKTOP = "teamviewer_desktop";
    private static final Set<String> SERVICE = Set.of("teamviewer_service", "teamviewerd");

    /**
     * By the names of all processes that can be seen.
     *
     * @param names as the system writes them
     * @param service a service that runs and cannot be seen says that the list does not show everything
     */
    static Presence of(Set<String> names, ServiceState service) {
        Set<String> plain = new HashSet<>();
        names.forEach(name -> plain.add(plain(name)));
        if (plain.contains(DESKTOP) || plain.contains(DESKTOP.substring(0, LINUX))) {
            return SOMEBODY;
        }
        boolean whole = !plain.isEmpty()
                && (service != ServiceState.RUNNING || SERVICE.stream().anyMatch(plain::contains));
        return whole ? NOBODY : UNKNOWN;
    }

    private static String plain(String name) {
        String lower = name.toLowerCase(Locale.ROOT).strip();
        return lower.endsWith(".exe") ? lower.substring(0, lower.length() - 4) : lower;
    }

    /** What follows for this desktop: not known counts as connected while the service runs. */
    Reach reach(ServiceState service) {
        boolean connected = this == SOMEBODY || this == UNKNOWN && service != ServiceState.STOPPED;
        return connected ? Reach.DELEGATED : Reach.NOBODY;
    }
}
