package org.benchconnect.teamviewerbridge.session;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.benchconnect.core.session.FileToTransfer;
import org.benchconnect.core.session.Lease;
import org.benchconnect.core.session.SessionRequest;
import org.benchconnect.core.session.SessionState;
import org.benchconnect.core.session.SessionView;
import org.benchconnect.core.session.SessionView.LastSession;
import org.benchconnect.core.session.SessionView.Permission;
import org.benchconnect.core.session.Supporter;
import org.benchconnect.crypto.supporter.AdmittedSupporter;
import org.benchconnect.teamviewerbridge.engine.Engine;
import org.benchconnect.teamviewerbridge.rules.Asked;
import org.benchconnect.teamviewerbridge.rules.Course;
import org.benchconnect.teamviewerbridge.rules.Limits;
import org.benchconnect.teamviewerbridge.rules.Session;
import org.jspecify.annotations.Nullable;

/** How the state looks to people. Decides nothing. */
final class Showing {
    /** Screen, control, clipboard in, clipboard out, files: always the same, so that nobody reads one for another. */
    private static final Comparator<Permission> ORDER = Comparator.comparing(Permission::privilege)
            .thenComparing(one -> one.direction().orElse(FileToTransfer.Direction.IN), Comparator.reverseOrder())
            .thenComparing(Permission::lease);

    private final Around around;
    private final Conduct conduct;
    private final Map<String, Live> lives;
    private final Limits limits;
    private final Supplier<Optional<LastSession>> last;

    Showing(
            Around around,
            Conduct conduct,
            Map<String, Live> lives,
            Limits limits,
            Supplier<Optional<LastSession>> last) {
        this.around = around;
        this.conduct = conduct;
        this.lives = lives;
        this.limits = limits;
        this.last = last;
    }

    SessionView view(Prospect prospect) {
        Course course = conduct.course();
        Session session = course.running().orElse(null);
        Live live = session == null ? null : lives.get(session.id());
        boolean disabled = session == null
                && course.state() != SessionState.ENDING
                && !prospect.hindrances().isEmpty();
        SessionState state = disabled ? SessionState.DISABLED : course.state();
        boolean known = state == SessionState.AUTHENTICATING || state == SessionState.AUTHENTICATED;
        Optional<Engine> engine =
                Optional.ofNullable(live).flatMap(Live::engine).or(prospect::engine);
        Optional<Session> running = Optional.ofNullable(session).filter(one -> live != null);
        return new SessionView(
                state,
                disabled ? prospect.hindrances() : List.of(),
                engine.map(Engine::id),
                engine.map(around::enforcement).orElse(Map.of()),
                running.map(Session::id),
                running.filter(one -> state == SessionState.INVITED && live != null)
                        .map(one -> lives.get(one.id()))
                        .map(Live::invitation),
                running.filter(one -> known).flatMap(Showing::who),
                running.filter(one -> state == SessionState.AUTHENTICATED
                                && !one.guest().compared())
                        .flatMap(one -> one.guest().string()),
                running.map(one -> one.guest().compared()).orElse(false),
                running.flatMap(one -> one.requests().waiting()).map(asked -> request(asked, live)),
                live == null ? List.of() : permissions(live, session),
                running.map(Session::controlDuringRun).orElse(false),
                course.companionIsThere(conduct.nanos()),
                running.map(one -> one.way() == Session.Way.PRACTICE).orElse(false),
                began(live),
                began(live).map(instant -> instant.plus(limits.longest())),
                last.get());
    }

    private static Optional<Instant> began(@Nullable Live live) {
        return Optional.ofNullable(live).map(one -> one.clock().began());
    }

    private static Optional<Supporter> who(Session session) {
        return session.guest().supporter().map(AdmittedSupporter::supporter);
    }

    private SessionRequest request(Asked asked, @Nullable Live live) {
        Instant at = live == null ? Instant.EPOCH : live.clock().at(asked.at());
        return new SessionRequest(
                asked.id(),
                asked.ask().privilege(),
                asked.ask().clipboard(),
                asked.ask().file(),
                at.plus(limits.question()));
    }

    private static List<Permission> permissions(Live live, @Nullable Session session) {
        return live.leases().values().stream()
                .filter(lease -> session != null && session.leases().containsKey(lease.id()))
                .filter(Lease::inForce)
                .map(lease -> new Permission(
                        lease.id(),
                        lease.request().privilege(),
                        lease.request()
                                .clipboard()
                                .or(() -> lease.request().file().map(file -> file.direction())),
                        lease.until()))
                .sorted(ORDER)
                .toList();
    }
}
