package org.benchconnect.core.ledger;

/** What can happen that the ledger keeps: a closed set. */
public enum EventKind {
    /** A new ledger begins; after a break, with what it follows. */
    LEDGER_BEGUN,
    /** The last record was torn by a loss of power and was cut. */
    TAIL_CUT,
    /** The agent runs. */
    AGENT_STARTED,
    /** The agent ended as asked. */
    AGENT_ENDED,
    /** The gate kept something from running. */
    GATE_REFUSED,
    /** An installation was refused before anybody was asked. */
    INSTALLATION_REFUSED,
    /** A person was asked. */
    CONSENT_ASKED,
    /** A person allowed it: the number of this entry is the serial of the grant. */
    CONSENT_GIVEN,
    /** A person said no. */
    CONSENT_REFUSED,
    /** A person said "not now". */
    CONSENT_POSTPONED,
    /** What was allowed was taken back. */
    CONSENT_WITHDRAWN,
    /** An answer did not count: a wrong PIN, a remote supporter at the desktop, another text. */
    ANSWER_REFUSED,
    /** A feature was added to this PC. */
    FEATURE_INSTALLED,
    /** A feature that needs a consent began to run. */
    FEATURE_STARTED,
    /** A grant that lies on the disk counts no more, or never did. */
    GRANT_REFUSED,
    /** A feature left memory. */
    FEATURE_EVICTED,
    /** A feature was removed from this PC. */
    FEATURE_REMOVED,
    /** What was begun after a consent could not be finished; nothing more runs than before. */
    FEATURE_FAILED,
    /** An account was added. */
    ACCOUNT_ADDED,
    /** An account's PIN, role or end was changed. */
    ACCOUNT_CHANGED,
    /** An account was closed. */
    ACCOUNT_REMOVED,
    /** The name behind an account id was erased. */
    NAME_ERASED,
    /** A wrong PIN or recovery code. */
    PIN_WRONG,
    /** The last administrator came back by the recovery code. */
    RECOVERY_USED,
    /** The administrator pinned the generation. */
    CHANGES_FROZEN,
    /** The administrator allowed changes again. */
    CHANGES_THAWED,
    /** A person asked the service side for help: a way in is open for ten minutes. */
    HELP_REQUESTED,
    /** Somebody connected, or tried to. */
    SESSION_REQUESTED,
    /** Who connected was refused: certificate, list, training, region, or because they must wait. */
    SUPPORTER_REFUSED,
    /** The password of a session was wrong. */
    SESSION_PASSWORD_WRONG,
    /** A supporter was authenticated; nothing is allowed by it. */
    SUPPORTER_AUTHENTICATED,
    /** The person and the supporter read out the same authentication string. */
    STRINGS_COMPARED,
    /** A supporter asked for a permission. */
    LEASE_ASKED,
    /** A person allowed control for this session although the instrument acquires or nobody knows. */
    CONTROL_DURING_RUN_ALLOWED,
    /** A remote session began. */
    SESSION_BEGUN,
    /** A remote session ended. */
    SESSION_ENDED,
    /** A person gave a permission within a remote session. */
    LEASE_GIVEN,
    /** A person said no to one. */
    LEASE_REFUSED,
    /** A permission within a remote session ended. */
    LEASE_ENDED,
    /** A file left this PC. */
    FILE_SENT,
    /** A file came to this PC and lies in quarantine. */
    FILE_RECEIVED,
    /** A transfer was refused or broke off. */
    FILE_REFUSED,
    /** A person, or a standing consent, allowed an upgrade. */
    UPGRADE_ALLOWED,
    /** A person said no to an upgrade, or took a yes back before the switch. */
    UPGRADE_REFUSED,
    /** The modules of another generation began to run. */
    UPGRADE_SWITCHED,
    /** It was well for long enough and stays. */
    UPGRADE_COMMITTED,
    /** The generation before runs again. */
    UPGRADE_WENT_BACK,
    /** An administrator allowed all fixes. */
    FIXES_ALLOWED,
    /** Fixes are asked about again. */
    FIXES_ASKED,
    /** A person looked and said that every instrument is idle. */
    IDLE_STATED,
    /** A person sent the registration. */
    REGISTRATION_SENT,
    /** A command of the service side was obeyed. */
    COMMAND_TAKEN,
    /** A command of the service side was refused: its signature, its time, its form, or that it was here before. */
    COMMAND_REFUSED,
    /** Messages were given up because the outbox was full. */
    MESSAGES_GIVEN_UP;

    /**
     * Whether somebody may do more because of an entry of this kind. Such an entry is written together with a signed head over it, never without; one that no
     * head of this device covers counts for nothing and is cut at the next start.
     *
     * <p>All that decides which accounts there are belongs to it, the end of one too: each of these entries names the file of accounts that counts from
     * then on, so an invented one could bring back an older file. {@link #FEATURE_FAILED} too: what the failed consent replaced counts again.
     */
    public boolean raises() {
        return switch (this) {
            case CONSENT_GIVEN,
                    FEATURE_FAILED,
                    ACCOUNT_ADDED,
                    ACCOUNT_CHANGED,
                    ACCOUNT_REMOVED,
                    NAME_ERASED,
                    RECOVERY_USED,
                    CHANGES_THAWED,
                    HELP_REQUESTED,
                    STRINGS_COMPARED,
                    CONTROL_DURING_RUN_ALLOWED,
                    LEASE_GIVEN,
                    UPGRADE_ALLOWED,
                    FIXES_ALLOWED,
                    IDLE_STATED -> true;
            default -> false;
        };
    }

    /**
     * Whether a right ends that would outlive a restart. Such an entry waits for no key; it is signed in the same write as long as the key is there, so that
     * cutting it off the end of the file is seen.
     */
    public boolean lowers() {
        return this == CONSENT_WITHDRAWN || this == FEATURE_REMOVED || this == CHANGES_FROZEN || this == FIXES_ASKED;
    }
}
