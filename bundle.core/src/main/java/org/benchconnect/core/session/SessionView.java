package org.benchconnect.core.session;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.benchconnect.core.feature.Privilege;

/**
 * How remote support is at one moment: what the page, the banner and the command line show.
 *
 * @param state where it stands
 * @param hindrances why it is {@link SessionState#DISABLED}; empty otherwise
 * @param engine the engine that carries sessions here: a token, or empty while there is none
 * @param enforcement who keeps each permission true with this engine
 * @param session the running session; empty before the first request and after the end
 * @param invitation the way in; only while {@link SessionState#INVITED}
 * @param supporter who is here; from {@link SessionState#AUTHENTICATING} on
 * @param authenticationString six digits that both ends read aloud; only before {@code compared}
 * @param compared whether the person here said that both are the same: before it no lease is given
 * @param request what waits for the person's answer
 * @param permissions what is allowed now
 * @param controlDuringRun whether the person allowed control although the instrument acquires or is unknown
 * @param companion whether the companion in the desktop session was heard within the last 2 seconds, and that session is at the screen
 * @param practice whether this is a practice without a supporter
 * @param began when the session was requested
 * @param ends when it ends at the latest
 * @param last the session before; kept over restarts
 */
public record SessionView(
        SessionState state,
        List<Hindrance> hindrances,
        Optional<String> engine,
        Map<Privilege, Enforcement> enforcement,
        Optional<String> session,
        Optional<Invitation> invitation,
        Optional<Supporter> supporter,
        Optional<String> authenticationString,
        boolean compared,
        Optional<SessionRequest> request,
        List<Permission> permissions,
        boolean controlDuringRun,
        boolean companion,
        boolean practice,
        Optional<Instant> began,
        Optional<Instant> ends,
        Optional<LastSession> last) {
    /** Copies the collections. */
    public SessionView {
        hindrances = List.copyOf(hindrances);
        enforcement = Map.copyOf(enforcement);
        permissions = List.copyOf(permissions);
    }

    /** Why nobody can be asked for help. The wording is the console's: {@code session.hindrance.<NAME>}. */
    public enum Hindrance {
        /** Nobody has allowed the feature. */
        NO_CONSENT,
        /** No engine runs. */
        NO_ENGINE,
        /** The installation says nothing of a service side that helps. */
        NO_SERVICE,
        /** The remote desktop program is not installed. */
        NO_PROGRAM,
        /** It is older than what is known to be safe. */
        PROGRAM_TOO_OLD,
        /** Its settings are not those that the vendor exported, or cannot be read. */
        SETTINGS_NOT_PROVEN,
        /** The device's keys are not there. */
        NO_KEYS,
        /** The ledger takes no entry. */
        NO_LEDGER
    }

    /**
     * The way in, shown to the person here and to nobody else.
     *
     * @param code nine digits that name the session; empty if the program itself shows its own
     * @param password ten characters, good once; empty if the program itself shows its own
     * @param until when it ends by itself
     * @param telephone the number that the person calls: the code is given on no other call
     */
    public record Invitation(Optional<String> code, Optional<String> password, Instant until, String telephone) {
        @Override
        public String toString() {
            return "an invitation until " + until;
        }
    }

    /**
     * A lease in force.
     *
     * @param lease its id
     * @param privilege what for
     * @param direction for the clipboard: which way
     * @param until when it ends at the latest
     */
    public record Permission(
            String lease, Privilege privilege, Optional<FileToTransfer.Direction> direction, Instant until) {}

    /**
     * The session before.
     *
     * @param session its id
     * @param began when
     * @param lasted how long
     * @param supporter the SHA-256 of the certificate of who came; empty if nobody did
     * @param name who came, as long as this PC keeps the name
     * @param ended why it ended
     */
    public record LastSession(
            String session,
            Instant began,
            Duration lasted,
            Optional<String> supporter,
            Optional<String> name,
            SessionEnd ended) {}
}
