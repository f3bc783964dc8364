package org.benchconnect.link;

import org.benchconnect.core.link.SessionReport;

/**
 * One entry of the event log of remote sessions.
 *
 * @param report the entry, as far as it leaves
 */
record SessionContent(SessionReport report) implements EventContent {
    static final String TYPE = "org.benchconnect.session.v1";

    @Override
    public String type() {
        return TYPE;
    }
}
