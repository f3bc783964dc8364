package org.benchconnect.console;

import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.benchconnect.core.feature.Privilege;
import org.benchconnect.core.session.Enforcement;
import org.benchconnect.core.session.SessionRequest;
import org.benchconnect.core.session.SessionState;
import org.benchconnect.core.session.SessionView;
import org.benchconnect.core.session.SessionView.Invitation;
import org.benchconnect.core.session.SessionView.LastSession;
import org.benchconnect.core.session.SessionView.Permission;
import org.benchconnect.core.session.Supporter;

/** A view in the making; what a test does not say is as it is between sessions. */
final class MadeView {
    private final Clock clock;
    private final SessionState state;
    List<SessionView.Hindrance> hindrances = List.of();
    Optional<Invitation> invitation = Optional.empty();
    Optional<Supporter> supporter = Optional.empty();
    Optional<String> string = Optional.empty();
    boolean compared;
    Optional<SessionRequest> request = Optional.empty();
    List<Permission> permissions = List.of();
    boolean duringRun;
    boolean companion = true;
    boolean practice;
    Optional<LastSession> last = Optional.empty();
    Map<Privilege, Enforcement> enforcement = new EnumMap<>(Map.of(
            Privilege.VIEW_SCREEN, Enforcement.ENFORCED_BY_AGENT,
            Privilege.CONTROL_INPUT, Enforcement.ENFORCED_BY_AGENT,
            Privilege.SHARE_CLIPBOARD, Enforcement.DELEGATED));

    MadeView(Clock clock, SessionState state) {
        this.clock = clock;
        this.state = state;
    }

    /** Begins with another. */
    static MadeView like(Clock clock, SessionView now) {
        MadeView made = new MadeView(clock, now.state());
        made.invitation = now.invitation();
        made.supporter = now.supporter();
        made.string = now.authenticationString();
        made.compared = now.compared();
        made.request = now.request();
        made.permissions = now.permissions();
        made.duringRun = now.controlDuringRun();
        made.companion = now.companion();
        made.practice = now.practice();
        made.last = now.last();
        return made;
    }

    SessionView view() {
        boolean runs = state != SessionState.IDLE
                && state != SessionState.DISABLED
                && state != SessionState.CLOSED
                && state != SessionState.LOCKED_OUT;
        return new SessionView(
                state,
                hindrances,
                Optional.of("rfb"),
                enforcement,
                runs ? Optional.of(ExampleSession.SESSION) : Optional.empty(),
                invitation,
                supporter,
                string,
                compared,
                request,
                permissions,
                duringRun,
                companion,
                practice,
                runs ? Optional.of(clock.instant()) : Optional.empty(),
                runs ? Optional.of(clock.instant().plus(Duration.ofHours(4))) : Optional.empty(),
                last);
    }
}
