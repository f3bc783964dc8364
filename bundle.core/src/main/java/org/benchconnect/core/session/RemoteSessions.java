package org.benchconnect.core.session;

import java.util.function.Consumer;
import org.benchconnect.core.account.AccountId;
import org.benchconnect.core.account.AccountRefusedException;
import org.benchconnect.core.consent.AnswerRefusedException;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Remote support as the person at this PC has it. No service: no remote support code runs here. What raises names an open
 * {@linkplain org.benchconnect.core.consent.Questions question}, is in the ledger before it takes effect and may wait for the disk; what lowers takes effect first
 * and waits for nothing. Safe for any thread.
 */
@ProviderType
public interface RemoteSessions {
    /** How it is now. Quick, never blocks. */
    SessionView now();

    /** Calls this after each change, on a thread of the sessions: be quick. The returned object ends that. */
    AutoCloseable listen(Consumer<SessionView> changed);

    /** Requests help: the one PIN of a session. Opens the way in; nothing is allowed by it. */
    void request(String question, AccountId by, char[] pin)
            throws SessionRefusedException, AnswerRefusedException, AccountRefusedException;

    /** A practice without a supporter: asks what a supporter would ask, shows what would be shown, allows nothing, connects nowhere. */
    void practice() throws SessionRefusedException;

    /** The person says that the supporter read out the same string. Once, before the first lease. */
    void compared(String question) throws SessionRefusedException, AnswerRefusedException;

    /** The person says that the strings differ: the session ends at once. */
    void notTheSame();

    /**
     * One click: allows what the supporter asked for.
     *
     * @throws SessionRefusedException also, with {@code PIN}, if control was allowed in this session before
     */
    void give(String question, String request) throws SessionRefusedException, AnswerRefusedException;

    /**
     * The same by a person with a PIN. Once control was allowed in a session this is the only way: a program that the supporter started meanwhile can click.
     * What lowers never needs it. Wipes the PIN.
     */
    void give(String question, String request, AccountId by, char[] pin)
            throws SessionRefusedException, AnswerRefusedException, AccountRefusedException;

    /** No. A second no keeps the supporter from asking for the same again in this session. Nothing happens if the request is over. */
    void refuse(String request);

    /** Takes one permission back, at once. Nothing happens if it has ended. */
    void end(String lease);

    /** Ends the session, at once: when this returns, nothing passes any more, in neither direction. Never waits, never fails. */
    void stop();

    /** For this session, allows control although the instrument acquires or nobody knows. A person's PIN; in the ledger. */
    void allowControlDuringRun(String question, AccountId by, char[] pin)
            throws SessionRefusedException, AnswerRefusedException, AccountRefusedException;

    /** The companion says how its desktop session is: at least every second while a session runs. */
    void desktop(DesktopSession session);
}
