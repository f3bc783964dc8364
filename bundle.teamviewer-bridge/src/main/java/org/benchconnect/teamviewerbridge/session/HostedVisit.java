package org.benchconnect.teamviewerbridge.session;

import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.benchconnect.core.feature.Privilege;
import org.benchconnect.core.ledger.Detail;
import org.benchconnect.core.ledger.Event;
import org.benchconnect.core.ledger.EventKind;
import org.benchconnect.core.ledger.LedgerException;
import org.benchconnect.core.session.Enforcement;
import org.benchconnect.core.session.FileToTransfer;
import org.benchconnect.core.session.SessionEnd;
import org.benchconnect.core.session.SessionState;
import org.benchconnect.core.session.SessionView.Invitation;
import org.benchconnect.core.session.Supporter;
import org.benchconnect.crypto.supporter.AdmittedSupporter;
import org.benchconnect.crypto.supporter.SupporterRefusedException;
import org.benchconnect.teamviewerbridge.engine.Engine;
import org.benchconnect.teamviewerbridge.engine.NotAdmittedException;
import org.benchconnect.teamviewerbridge.engine.NotAdmittedException.Reason;
import org.benchconnect.teamviewerbridge.engine.Visit;
import org.benchconnect.teamviewerbridge.engine.VisitOverException;
import org.benchconnect.teamviewerbridge.rules.Ask;
import org.benchconnect.teamviewerbridge.rules.Course;
import org.benchconnect.teamviewerbridge.rules.Happening;
import org.benchconnect.teamviewerbridge.rules.Happening.Availability;
import org.benchconnect.teamviewerbridge.rules.Session;
import org.benchconnect.teamviewerbridge.support.Support;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One visit as an engine sees it. Everything that it says goes through here: looked at, written down, then told to the rules. */
final class HostedVisit implements Visit {
    private static final Logger LOG = LoggerFactory.getLogger(HostedVisit.class);
    private static final Set<SessionEnd> AN_ENGINE_MAY_SAY =
            Set.of(SessionEnd.SUPPORTER_LEFT, SessionEnd.PROTOCOL, SessionEnd.CONNECTION, SessionEnd.DESKTOP);

    private final Live live;
    private final Conduct conduct;
    private final Around around;
    private final CountedTries tries;
    private final Notes notes;
    private final Consequences consequences;
    private final Object oneTry = new Object();
    private final SecondJoins secondJoins;

    HostedVisit(Live live, Conduct conduct, Around around, CountedTries tries, Notes notes, Consequences consequences) {
        this.live = live;
        this.conduct = conduct;
        this.around = around;
        this.tries = tries;
        this.notes = notes;
        this.consequences = consequences;
        secondJoins = new SecondJoins(live.id(), notes);
    }

    @Override
    public String session() {
        return live.id();
    }

    @Override
    public List<URI> relays() {
        return live.support().flatMap(Support::own).map(Support.Own::relays).orElse(List.of());
    }

    @Override
    public Invitation invitation() {
        return live.invitation();
    }

    @Override
    public void joined() throws VisitOverException {
        append(Written.of(EventKind.SESSION_REQUESTED, live.id()));
        tell(new Happening.Joined());
        Engine engine = live.engine().orElseThrow(VisitOverException::new);
        if (!Features.enforces(engine)) {
            notes.note(Written.began(EventKind.SESSION_BEGUN, live.id(), Optional.empty(), engine));
        }
    }

    @Override
    public void authenticationString(String digits) throws VisitOverException {
        tell(new Happening.StringShown(digits));
    }

    @Override
    public void admit(List<byte[]> chain, byte[] list) throws NotAdmittedException, VisitOverException {
        requireState(SessionState.JOINED);
        AdmittedSupporter admitted;
        try {
            admitted = live.support()
                    .flatMap(Support::own)
                    .orElseThrow(VisitOverException::new)
                    .policy()
                    .admit(chain, list, live.clock().now());
        } catch (SupporterRefusedException e) {
            throw refused(NotAdmitted.reason(e.rule()), NotAdmitted.digest(chain), new Happening.NotAdmitted());
        }
        String certificate = admitted.supporter().certificate();
        if (!tries.remaining(certificate).isZero()) {
            throw refused(Reason.MUST_WAIT, Optional.of(certificate), new Happening.MustWait());
        }
        tell(new Happening.Admitted(admitted));
    }

    private NotAdmittedException refused(Reason reason, Optional<String> certificate, Happening what) {
        Event event = Written.of(EventKind.SUPPORTER_REFUSED, live.id()).with(Detail.REASON, reason.name());
        notes.note(
                certificate.map(digest -> event.with(Detail.SUPPORTER, digest)).orElse(event));
        conduct.tell(live.id(), what);
        return new NotAdmittedException(reason);
    }

    @Override
    public boolean password(char[] password) throws VisitOverException {
        try {
            synchronized (oneTry) {
                return tried(password);
            }
        } finally {
            Arrays.fill(password, '\0');
        }
    }

    private boolean tried(char[] password) throws VisitOverException {
        Supporter supporter = requireState(SessionState.AUTHENTICATING)
                .guest()
                .supporter()
                .orElseThrow(VisitOverException::new)
                .supporter();
        if (!tries.remaining(supporter.certificate()).isZero()) {
            tell(new Happening.MustWait());
            throw new VisitOverException();
        }
        try {
            tries.count(supporter.certificate());
        } catch (IOException e) {
            consequences.failed(live, "a try cannot be counted and is not compared", e);
            throw new VisitOverException();
        }
        return live.opens(password) ? right(supporter) : wrong(supporter);
    }

    private boolean right(Supporter supporter) throws VisitOverException {
        append(Written.of(EventKind.SUPPORTER_AUTHENTICATED, live.id(), Optional.of(supporter)));
        tries.right(supporter.certificate());
        tell(new Happening.PasswordRight());
        live.engine()
                .ifPresent(engine ->
                        notes.note(Written.began(EventKind.SESSION_BEGUN, live.id(), Optional.of(supporter), engine)));
        return true;
    }

    private boolean wrong(Supporter supporter) throws VisitOverException {
        notes.note(Written.of(EventKind.SESSION_PASSWORD_WRONG, live.id(), Optional.of(supporter)));
        tell(new Happening.PasswordWrong());
        return false;
    }

    @Override
    public void asks(Privilege privilege, Optional<FileToTransfer.Direction> clipboard, Optional<FileToTransfer> file)
            throws VisitOverException {
        Session session = requireState(SessionState.AUTHENTICATED);
        Engine engine = live.engine().orElseThrow(VisitOverException::new);
        Ask ask;
        try {
            ask = new Ask(privilege, clipboard, file);
        } catch (IllegalArgumentException e) {
            tell(new Happening.Left(SessionEnd.PROTOCOL));
            throw new VisitOverException();
        }
        append(Written.about(
                EventKind.LEASE_ASKED,
                live.id(),
                session.guest().supporter().map(AdmittedSupporter::supporter),
                engine,
                ask,
                around.enforcement(engine, privilege)));
        live.files().asked(ask);
        freezeAndAsk(new Happening.Asks(Words.request(), ask, availability(engine, ask)));
    }

    private Availability availability(Engine engine, Ask ask) {
        boolean taken = ask.file().isEmpty() || live.files().takes(ask.file().get(), around);
        return taken && around.enforcement(engine, ask.privilege()) == Enforcement.ENFORCED_BY_AGENT
                ? Availability.ENFORCED
                : Availability.UNSUPPORTED;
    }

    @Override
    public void files(Consumer<Boolean> told) {
        live.files().tell(told, around);
    }

    @Override
    public void fileBytes(ByteBuffer bytes) throws VisitOverException {
        requireState(SessionState.AUTHENTICATED);
        try {
            live.files().bytes(bytes, around);
        } catch (NotPromisedException e) {
            throw unpromised(e);
        }
    }

    @Override
    public boolean fileEnds() throws VisitOverException {
        requireState(SessionState.AUTHENTICATED);
        try {
            return live.files().ends();
        } catch (NotPromisedException e) {
            throw unpromised(e);
        }
    }

    private VisitOverException unpromised(NotPromisedException e) {
        LOG.info("the session ends: {}", e.getMessage());
        conduct.tell(live.id(), new Happening.Left(SessionEnd.PROTOCOL));
        return new VisitOverException();
    }

    /** Frozen before anybody can see the request. */
    private void freezeAndAsk(Happening.Asks asks) throws VisitOverException {
        try {
            live.asking();
            tell(asks);
        } catch (RuntimeException | LinkageError e) {
            consequences.failed(live, "an engine cannot freeze its input", e);
            throw new VisitOverException();
        } finally {
            live.asked();
        }
        try {
            live.freeze(() -> conduct.course().frozen());
        } catch (RuntimeException | LinkageError e) {
            consequences.failed(live, "an engine cannot end its freeze", e);
            throw new VisitOverException();
        }
    }

    @Override
    public void secondJoin() throws VisitOverException {
        if (!conduct.runs(live.id())) {
            throw new VisitOverException();
        }
        secondJoins.told();
    }

    @Override
    public void active() {
        if (!live.isCut()) {
            conduct.active();
        }
    }

    @Override
    public void ended(SessionEnd why) {
        conduct.tell(live.id(), new Happening.Left(AN_ENGINE_MAY_SAY.contains(why) ? why : SessionEnd.PROTOCOL));
    }

    /** What comes at the wrong moment ends the session, and so does everything after its end. */
    private Session requireState(SessionState state) throws VisitOverException {
        Course course = conduct.course();
        Session session =
                course.running().filter(one -> one.id().equals(live.id())).orElseThrow(VisitOverException::new);
        if (course.state() != state) {
            tell(new Happening.Left(SessionEnd.PROTOCOL));
            throw new VisitOverException();
        }
        return session;
    }

    private void tell(Happening what) throws VisitOverException {
        conduct.tell(live.id(), what);
        if (!conduct.runs(live.id())) {
            throw new VisitOverException();
        }
    }

    /** In the ledger before it counts; if the ledger does not take it, the session ends. */
    private void append(Event event) throws VisitOverException {
        if (!conduct.runs(live.id())) {
            throw new VisitOverException();
        }
        try {
            notes.append(event);
        } catch (LedgerException | RuntimeException e) {
            consequences.failed(live, "the ledger takes no entry", e);
            throw new VisitOverException();
        }
    }
}
