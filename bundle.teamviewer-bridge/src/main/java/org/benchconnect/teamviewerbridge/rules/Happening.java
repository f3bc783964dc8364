package org.benchconnect.teamviewerbridge.rules;

import java.util.List;
import org.benchconnect.core.feature.Privilege;
import org.benchconnect.core.session.DesktopSession;
import org.benchconnect.core.session.SessionEnd;
import org.benchconnect.crypto.supporter.AdmittedSupporter;

/** What can happen. What a person says comes through the agent's own interface alone; no engine makes such a happening. */
public sealed interface Happening {
    /** A person at this PC says it. */
    sealed interface OfPerson extends Happening {}

    /** The engine tells it: nothing of it can be relied on but that it came. */
    sealed interface OfEngine extends Happening {}

    /** The agent itself finds it. */
    sealed interface OfAgent extends Happening {}

    /** Help is requested; it is in the ledger. */
    record Requested(String session, Session.Way way) implements OfPerson {}

    /** A practice begins. Its string and its requests are of the agent's own making. */
    record Practised(String session, String string) implements OfPerson {}

    /** Both strings are the same; it is in the ledger. */
    record Compared() implements OfPerson {}

    /** They are not. */
    record NotTheSame() implements OfPerson {}

    /** A person gave a PIN for what waits, and it was right. Allows nothing by itself. */
    record Proven(String request) implements OfPerson {}

    /** What waits is allowed: this lease is in the ledger and in force; a practice has none. */
    record Given(String request, String lease) implements OfPerson {}

    /** What waits is refused. */
    record Refused(String request) implements OfPerson {}

    /** A permission is taken back. */
    record TakenBack(String lease) implements OfPerson {}

    /** Control is allowed although an instrument acquires or is unknown; it is in the ledger. */
    record ControlAllowed() implements OfPerson {}

    /** It is to end. */
    record Stopped() implements OfPerson {}

    /** Somebody came. */
    record Joined() implements OfEngine {}

    /** The authentication string. */
    record StringShown(String digits) implements OfEngine {}

    /** The supporter wants a permission. The id is of the agent's making. */
    record Asks(String request, Ask ask, Availability availability) implements OfEngine {}

    /** It is over at that end. */
    record Left(SessionEnd why) implements OfEngine {}

    /** The certificate counts. */
    record Admitted(AdmittedSupporter supporter) implements OfAgent {}

    /** It does not. */
    record NotAdmitted() implements OfAgent {}

    /** The supporter must wait after wrong passwords. */
    record MustWait() implements OfAgent {}

    /** The password was right; it is in the ledger. */
    record PasswordRight() implements OfAgent {}

    /** It was wrong. */
    record PasswordWrong() implements OfAgent {}

    /** A lease has ended by itself, or its grant. */
    record LeaseOver(String lease) implements OfAgent {}

    /** Something failed or went away. */
    record Failed(SessionEnd why) implements OfAgent {}

    /** What was to be cut is cut. */
    record Cleared(String session) implements OfAgent {}

    /** The companion speaks. */
    record Desktop(DesktopSession how) implements OfAgent {}

    /** Whether every instrument is known to be idle. */
    record Instruments(boolean allIdle) implements OfAgent {}

    /** Time passed. */
    record Tick() implements OfAgent {}

    /** What the agent can do about a permission. */
    enum Availability {
        /** A lease for it is asked at every message. */
        ENFORCED,
        /** It cannot be allowed here. */
        UNSUPPORTED
    }

    /** Only so that a practice asks the same as a supporter would: view, then control. */
    List<Ask> PRACTICE = List.of(Ask.of(Privilege.VIEW_SCREEN), Ask.of(Privilege.CONTROL_INPUT));
}
