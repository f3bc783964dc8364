package org.benchconnect.teamviewerbridge.teamviewer;

import org.benchconnect.core.signal.Kind;
import org.benchconnect.core.signal.SignalCode;

/** What a person here should know of the client. All but the last is cleared when a person next requests help. */
enum TeamViewerCode implements SignalCode {
    /** Somebody was connected whom nobody here had asked for. */
    TEAMVIEWER_NOT_REQUESTED,
    /** The client logged a transfer of files, which its settings must not allow. */
    TEAMVIEWER_FILES,
    /** The client's log has lines that cannot be read: a connection may be hidden there. */
    TEAMVIEWER_LOG_LINES,
    /** The service was to be stopped and has not. */
    TEAMVIEWER_NOT_STOPPED;

    @Override
    public Kind kind() {
        return Kind.SECURITY;
    }
}
