package org.benchconnect.teamviewerbridge;

import org.benchconnect.core.signal.FactName;
import org.benchconnect.core.signal.Facts;
import org.benchconnect.core.status.Status;

/** What this bundle reports about itself. */
enum TeamViewerStatus {
    /** The client on this PC. */
    TEAMVIEWER,
    /** There is none. */
    TEAMVIEWER_MISSING;

    private enum Fact implements FactName {
        INSTALLED,
        VERSION,
        CLIENT_ID
    }

    /** Says it in typed facts; what is not known is left out. */
    static Status of(Client client) {
        Facts facts = Facts.none().with(Fact.INSTALLED, client.installed());
        if (client.version() != null) {
            facts = facts.with(Fact.VERSION, client.version());
        }
        if (client.id() != null) {
            facts = facts.with(Fact.CLIENT_ID, client.id());
        }
        return new Status(client.installed() ? TEAMVIEWER : TEAMVIEWER_MISSING, facts);
    }
}
