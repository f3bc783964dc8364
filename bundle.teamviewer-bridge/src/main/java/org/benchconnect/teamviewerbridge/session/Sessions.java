package org.benchconnect.teamviewerbridge.session;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.benchconnect.core.account.AccountId;
import org.benchconnect.core.account.AccountRefusedException;
import org.benchconnect.core.consent.AnswerRefusedException;
import org.benchconnect.core.ledger.EventKind;
import org.benchconnect.core.session.DesktopSession;
import org.benchconnect.core.session.RemoteSessions;
import org.benchconnect.core.session.SessionEnd;
import org.benchconnect.core.session.SessionRefusedException;
import org.benchconnect.core.session.SessionRefusedException.Reason;
import org.benchconnect.core.session.SessionView;
import org.benchconnect.core.session.SessionView.Invitation;
import org.benchconnect.core.session.Supporter;
import org.benchconnect.teamviewerbridge.engine.Engine;
import org.benchconnect.teamviewerbridge.rules.Course;
import org.benchconnect.teamviewerbridge.rules.Happening;
import org.benchconnect.teamviewerbridge.rules.Limits;
import org.benchconnect.teamviewerbridge.rules.Rules;
import org.benchconnect.teamviewerbridge.rules.Session;

/** The sessions of this PC, one at a time, as the person here has them. Threads and clocks are given to it. */
final class Sessions implements RemoteSessions {
    private final Around around;
    private final InstantSource clock;
    private final String engineId;
    private final KnownSupport support;
    private final Notes notes;
    private final Raising raising;
    private final Conduct conduct;
    private final Consequences consequences;
    private final Publishing publishing;
    private final Limits limits;
    private final Beginning beginning;
    private final Giving giving;
    private final Map<String, Live> lives = new ConcurrentHashMap<>();
    private final Watching watching;
    private final AtomicInteger stops = new AtomicInteger();
    private volatile boolean closed;

    /**
     * Nothing runs by itself: whoever owns it calls {@link #tick}.
     *
     * @param telling where listeners are told
     * @param writing where the disk is written
     */
    Sessions(
            Around around,
            Settings settings,
            KnownSupport support,
            CountedTries tries,
            LastSessionFile last,
            Executor telling,
            Executor writing) {
        this.around = around;
        this.clock = settings.clock();
        this.engineId = settings.engine();
        this.limits = settings.limits();
        this.support = support;
        this.notes = new Notes(around.ledger());
        this.raising = new Raising(around);
        this.publishing = new Publishing(this::now, telling);
        this.consequences = new Consequences(around, notes, lives, last, writing, publishing::changed);
        this.conduct = new Conduct(new Rules(limits), settings.nanos(), consequences::carryOut, this::changed);
        consequences.of(conduct);
        this.watching = new Watching(around, conduct);
        this.beginning = new Beginning(around, settings, raising, conduct, consequences, tries, notes, lives);
        this.giving = new Giving(raising, conduct, consequences, lives, limits);
    }

    /**
     * By what it works.
     *
     * @param engine the engine's token
     * @param limits how long things last
     * @param clock of this PC
     * @param nanos the monotonic clock
     */
    record Settings(String engine, Limits limits, InstantSource clock, LongSupplier nanos) {}

    /** The state changed: first frozen or not, then told. */
    private void changed() {
        Course course = conduct.course();
        course.running().map(Session::id).map(lives::get).ifPresent(live -> align(live));
        publishing.changed();
    }

    private void align(Live live) {
        try {
            live.freeze(() -> conduct.course().frozen());
        } catch (RuntimeException | LinkageError e) {
            consequences.failed(live, "an engine cannot freeze its input", e);
        }
    }

    /** Looks at the clock; ten times a second. */
    void tick() {
        watching.tick();
    }

    /** Ten times a second, on a thread of its own. */
    void lookAtInstruments() {
        watching.lookAtInstruments();
    }

    /** What may change without anybody saying so: hindrances, and a ledger that came. Once a second. */
    void look() {
        notes.flush();
        lives.values().forEach(live -> live.files().look(around));
        publishing.changed();
    }

    /** Reads what the installation says; reads the disk. */
    void readSupport() {
        support.read();
        publishing.changed();
    }

    /** An engine went away: nothing of it is left. */
    void gone(Engine engine) {
        for (Live live : lives.values()) {
            if (live.engine().filter(one -> one.equals(engine)).isPresent()) {
                consequences.cut(live);
                conduct.tell(live.id(), new Happening.Failed(SessionEnd.AGENT_ENDED));
            }
        }
        publishing.changed();
    }

    /** Nothing begins any more, and what runs is cut. */
    void close() {
        closed = true;
        try {
            cutAll();
        } finally {
            conduct.tell(new Happening.Failed(SessionEnd.AGENT_ENDED));
        }
    }

    @Override
    public SessionView now() {
        return new Showing(around, conduct, lives, limits, consequences::last)
                .view(Prospect.look(around, engineId, support.now()));
    }

    @Override
    public AutoCloseable listen(Consumer<SessionView> changed) {
        return publishing.listen(changed);
    }

    @Override
    public void request(String question, AccountId by, char[] pin)
            throws SessionRefusedException, AnswerRefusedException, AccountRefusedException {
        try (Raising.Answering answering = raising.answering(question);
                Raising.Turn turn = raising.turn()) {
            Conduct.refuseIf(conduct.mayBegin());
            Prospect prospect = Prospect.look(around, engineId, support.read());
            if (closed || !prospect.hindrances().isEmpty()) {
                throw new SessionRefusedException(Reason.DISABLED);
            }
            int before = stops.get();
            Live live = beginning.requested(prospect, question, by, pin);
            if (stops.get() != before) { // who stopped while the ledger was written saw nothing that could be stopped
                conduct.tell(live.id(), new Happening.Stopped());
                throw new SessionRefusedException(Reason.NOT_NOW);
            }
            beginning.begin(live, () -> closed);
        } finally {
            Arrays.fill(pin, '\0');
        }
    }

    @Override
    public void practice() throws SessionRefusedException {
        try (Raising.Turn turn = raising.turn()) {
            Conduct.refuseIf(conduct.mayBegin());
            if (closed) {
                throw new SessionRefusedException(Reason.DISABLED);
            }
            String id = Words.session();
            Invitation none = new Invitation(Optional.empty(), Optional.empty(), clock.instant(), "");
            lives.put(id, new Live(id, Optional.empty(), Optional.empty(), none, beginning.time(Instant.MIN)));
            conduct.tell(new Happening.Practised(id, Words.string()));
            if (closed) {
                conduct.tell(id, new Happening.Failed(SessionEnd.AGENT_ENDED));
            }
        }
    }

    @Override
    public void compared(String question) throws SessionRefusedException, AnswerRefusedException {
        try (Raising.Answering answering = raising.answering(question)) {
            Conduct.refuseIf(conduct.mayCompare());
            Session session = conduct.running();
            raising.byClick(
                    question, session.isPractice(), Written.of(EventKind.STRINGS_COMPARED, session.id(), who(session)));
            conduct.count(session, new Happening.Compared());
        }
    }

    @Override
    public void allowControlDuringRun(String question, AccountId by, char[] pin)
            throws SessionRefusedException, AnswerRefusedException, AccountRefusedException {
        try (Raising.Answering answering = raising.answering(question)) {
            Conduct.refuseIf(conduct.mayAllowControl());
            Session session = conduct.running();
            raising.byPin(
                    question, by, pin, Written.of(EventKind.CONTROL_DURING_RUN_ALLOWED, session.id(), who(session)));
            conduct.count(session, new Happening.ControlAllowed());
        } finally {
            Arrays.fill(pin, '\0');
        }
    }

    @Override
    public void give(String question, String request) throws SessionRefusedException, AnswerRefusedException {
        lookAtInstruments();
        giving.byClick(question, request);
    }

    @Override
    public void give(String question, String request, AccountId by, char[] pin)
            throws SessionRefusedException, AnswerRefusedException, AccountRefusedException {
        lookAtInstruments();
        giving.byPin(question, request, by, pin);
    }

    private static Optional<Supporter> who(Session session) {
        return session.guest().supporter().map(one -> one.supporter());
    }

    @Override
    public void notTheSame() {
        conduct.tell(new Happening.NotTheSame());
    }

    @Override
    public void refuse(String request) {
        conduct.tell(new Happening.Refused(request));
    }

    @Override
    public void end(String lease) {
        conduct.tell(new Happening.TakenBack(lease));
    }

    @Override
    public void stop() {
        stops.incrementAndGet();
        try {
            lives.values().forEach(live -> consequences.cut(live, SessionEnd.STOPPED));
        } finally {
            conduct.tell(new Happening.Stopped());
            cutAll();
        }
    }

    /** Also what another thread is ending at this moment: whoever stops may rely on it when this returns. */
    private void cutAll() {
        lives.values().forEach(consequences::cut);
    }

    @Override
    public void desktop(DesktopSession session) {
        conduct.tell(new Happening.Desktop(session));
    }
}
