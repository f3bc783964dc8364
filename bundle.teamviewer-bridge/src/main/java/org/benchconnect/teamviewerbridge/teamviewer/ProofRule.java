package org.benchconnect.teamviewerbridge.teamviewer;

import java.util.Locale;
import org.benchconnect.core.signal.FactName;

/** What the client's settings must be shown to say before anybody can be asked for help through it. */
enum ProofRule implements FactName {
    /** Only who is on the list of the installation can connect. */
    ALLOWLIST,
    /** Nobody can connect from here to elsewhere. */
    OUTGOING_OFF,
    /** No meetings. */
    MEETINGS_OFF,
    /** The password is random and has 10 characters or more. */
    RANDOM_PASSWORD,
    /** After each session there is a new one. */
    NEW_PASSWORD_EACH_SESSION,
    /** No password that somebody chose, which would stay the same. */
    NO_PERSONAL_PASSWORD,
    /** Nobody connects without a password. */
    NO_EASY_ACCESS,
    /** A person here confirms whatever comes in. */
    CONFIRM_ALL,
    /** No files, on all models that hold personal health information: on every one that this agent knows, and on an unknown one. */
    FILE_TRANSFER_DENIED,
    /** No clipboard that both ends share. */
    CLIPBOARD_OFF,
    /** Each connection that comes in is logged. */
    LOGGING_ON,
    /** Nobody but the operating system's administrator changes these settings. */
    CHANGES_NEED_ADMINISTRATOR,
    /** Everything else in the exported file is so on this PC too. */
    AS_EXPORTED;

    /** As the file of the proof writes it: {@code outgoing-off}. */
    String token() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
