package org.benchconnect.teamviewerbridge.session;

import org.benchconnect.core.session.SessionView;
import org.benchconnect.core.session.SessionView.Hindrance;
import org.benchconnect.core.signal.FactName;
import org.benchconnect.core.signal.Facts;
import org.benchconnect.core.status.Status;

/** What remote support reports about itself. Never who helps. */
enum RemoteSupportStatus {
    REMOTE_SUPPORT_READY,
    REMOTE_SUPPORT_INVITED,
    REMOTE_SUPPORT_SESSION,
    REMOTE_SUPPORT_PRACTICE,
    REMOTE_SUPPORT_NO_CONSENT,
    REMOTE_SUPPORT_NO_ENGINE,
    REMOTE_SUPPORT_NO_SERVICE,
    REMOTE_SUPPORT_NO_PROGRAM,
    REMOTE_SUPPORT_PROGRAM_TOO_OLD,
    REMOTE_SUPPORT_SETTINGS_NOT_PROVEN,
    REMOTE_SUPPORT_NO_KEYS,
    REMOTE_SUPPORT_NO_LEDGER;

    private enum Fact implements FactName {
        PERMISSIONS
    }

    static Status of(SessionView view) {
        return switch (view.state()) {
            case DISABLED -> new Status(because(view.hindrances().get(0)), Facts.none());
            case IDLE, CLOSED, LOCKED_OUT -> new Status(REMOTE_SUPPORT_READY, Facts.none());
            case INVITED -> new Status(REMOTE_SUPPORT_INVITED, Facts.none());
            case JOINED, AUTHENTICATING, AUTHENTICATED, ENDING ->
                new Status(
                        view.practice() ? REMOTE_SUPPORT_PRACTICE : REMOTE_SUPPORT_SESSION,
                        Facts.none().with(Fact.PERMISSIONS, view.permissions().size()));
        };
    }

    private static RemoteSupportStatus because(Hindrance hindrance) {
        return switch (hindrance) {
            case NO_CONSENT -> REMOTE_SUPPORT_NO_CONSENT;
            case NO_ENGINE -> REMOTE_SUPPORT_NO_ENGINE;
            case NO_SERVICE -> REMOTE_SUPPORT_NO_SERVICE;
            case NO_PROGRAM -> REMOTE_SUPPORT_NO_PROGRAM;
            case PROGRAM_TOO_OLD -> REMOTE_SUPPORT_PROGRAM_TOO_OLD;
            case SETTINGS_NOT_PROVEN -> REMOTE_SUPPORT_SETTINGS_NOT_PROVEN;
            case NO_KEYS -> REMOTE_SUPPORT_NO_KEYS;
            case NO_LEDGER -> REMOTE_SUPPORT_NO_LEDGER;
        };
    }
}
