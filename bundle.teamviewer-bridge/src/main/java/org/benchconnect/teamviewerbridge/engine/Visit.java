package org.benchconnect.teamviewerbridge.engine;

import java.net.URI;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.benchconnect.core.feature.Privilege;
import org.benchconnect.core.session.FileToTransfer;
import org.benchconnect.core.session.SessionEnd;
import org.benchconnect.core.session.SessionView.Invitation;
import org.osgi.annotation.versioning.ProviderType;

/**
 * One visit, as its engine tells it to the rules. The order is joined, admit, password, asks, then files; anything out of order ends the session. Everything here may be said
 * from any thread; a call may wait for the ledger, never for a person. After the end every call but {@link #ended} throws {@link VisitOverException}.
 */
@ProviderType
public interface Visit {
    /** The session's id: {@code [0-9a-z]{16}}. */
    String session();

    /** Where to meet the supporter, as the installation says: 1 to 4 addresses {@code wss://host}, to be tried in this order; none for an engine that needs none. */
    List<URI> relays();

    /** The way in as the person here sees it. */
    Invitation invitation();

    /** Somebody came; nothing is known of them. */
    void joined() throws VisitOverException;

    /**
     * Decides whether this supporter may try a password: the chain ends at an authority of the installation, the signed list names the certificate and is not older than 24
     * hours, training and region count, and the supporter need not wait. The engine must have checked that the other end holds the certificate's key.
     *
     * @param chain the certificates in DER, the supporter's first, at most 4 of at most 8 KiB
     * @param list the signed list of supporters as it came, at most 1 MiB
     * @throws NotAdmittedException if not: the other end is told no more than that
     */
    void admit(List<byte[]> chain, byte[] list) throws NotAdmittedException, VisitOverException;

    /**
     * Checks the password of the invitation. A try is counted, durably, before it is compared; the callee wipes it.
     *
     * @return whether it was right; if not, the engine may let the supporter try again until the visit ends
     */
    boolean password(char[] password) throws VisitOverException;

    /** The authentication string of this connection: six digits, derived from the transcript. Before {@link #admit}. */
    void authenticationString(String digits) throws VisitOverException;

    /** The supporter asks for a permission. Another while one waits is refused at once. */
    void asks(Privilege privilege, Optional<FileToTransfer.Direction> clipboard, Optional<FileToTransfer> file)
            throws VisitOverException;

    /**
     * Says now, if so, and at each change from then on, whether the supporter can ask to send a file to this PC. Once for each visit.
     *
     * @param told quick; any thread
     */
    default void files(Consumer<Boolean> told) {}

    /**
     * The next bytes of the file that the supporter was allowed to send, in their order. They are on their way to the disk when this returns. What was under way when the permission
     * ended before its file did is dropped unread. Bytes that nobody allowed, or more than were promised, end the session.
     */
    default void fileBytes(ByteBuffer bytes) throws VisitOverException {
        throw new VisitOverException();
    }

    /**
     * The file is whole. An end that nobody waits for, or before all the bytes that were promised, ends the session. May wait for the disk.
     *
     * @return whether this PC has the file now, in quarantine; if not, nothing of it is here
     */
    default boolean fileEnds() throws VisitOverException {
        throw new VisitOverException();
    }

    /**
     * Somebody else came with the code that the supporter had joined by, and was turned away before this PC: for the ledger. What says so is not trusted, so only the first
     * 5 of a visit are written down. Quick. By itself, for engines and visits that know of none, nothing.
     */
    default void secondJoin() throws VisitOverException {}

    /** The supporter did something: the clock of 10 minutes begins anew. Quick. */
    void active();

    /** It is over at the engine's end, for this reason. */
    void ended(SessionEnd why);
}
