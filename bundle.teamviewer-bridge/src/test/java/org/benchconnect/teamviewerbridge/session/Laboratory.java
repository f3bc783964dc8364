package org.benchconnect.teamviewerbridge.session;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.benchconnect.consent.lease.HeldLeases;
import org.benchconnect.consent.lease.RealLeases;
import org.benchconnect.consent.question.OpenQuestions;
import org.benchconnect.consent.question.RealQuestions;
import org.benchconnect.core.account.AccountRefusedException;
import org.benchconnect.core.consent.AnswerRefusedException;
import org.benchconnect.core.feature.Privilege;
import org.benchconnect.core.instrument.Activity;
import org.benchconnect.core.instrument.Evidence;
import org.benchconnect.core.instrument.InstrumentState;
import org.benchconnect.core.ledger.Entry;
import org.benchconnect.core.ledger.EventKind;
import org.benchconnect.core.session.DesktopSession;
import org.benchconnect.core.session.FileToTransfer;
import org.benchconnect.core.session.SessionRefusedException;
import org.benchconnect.core.session.SessionView;
import org.benchconnect.crypto.testing.TestSupporters;
import org.benchconnect.crypto.testing.TestSupporters.Person;
import org.benchconnect.launcher.storage.testing.FaultyStorage;
import org.benchconnect.ledger.testing.TestDevice;
import org.benchconnect.ledger.testing.TestLedger;
import org.benchconnect.teamviewerbridge.engine.Engine;
import org.benchconnect.teamviewerbridge.engine.NotAdmittedException;
import org.benchconnect.teamviewerbridge.engine.Visit;
import org.benchconnect.teamviewerbridge.engine.VisitOverException;
import org.benchconnect.teamviewerbridge.rules.Limits;
import org.benchconnect.teamviewerbridge.support.SupportFile;
import org.jspecify.annotations.Nullable;

/** A PC with the real rules, ledger, questions and leases, a disk that can fail, and clocks of the test's. */
final class Laboratory {
    static final Instant START = Instant.parse("2026-11-22T08:00:00Z");
    private static final Path HOME = Path.of("/home");
    private static final Path INSTALLATION = Path.of("/installation");
    private static final Path SESSIONS = HOME.resolve("sessions");

    final TestTime time = new TestTime(START, 1_000_000_000L);
    final TestSupporters service = new TestSupporters(START);
    final Person anna = service.person("Anna Example");
    final FaultyStorage storage = new FaultyStorage(HOME, INSTALLATION);
    final TestDevice device = new TestDevice();
    final TestEngine engine = new TestEngine();
    Activity activity = Activity.IDLE;
    boolean instruments = true;
    boolean files = true;
    final KeptFiles transfer = new KeptFiles();
    boolean withdrawn;
    Runnable whileALeaseIsGiven = () -> {};
    Runnable whileAPinIsChecked = () -> {};
    Runnable whenInstrumentsAreAsked = () -> {};
    Runnable whenTheLedgerIsAsked = () -> {};
    final List<Engine> engines = new ArrayList<>(List.of(engine));
    TestLedger ledger;
    boolean ledgerIsThere = true;
    OpenQuestions questions;
    HeldLeases leases;
    Sessions sessions;

    Laboratory() {
        try {
            storage.create(
                    INSTALLATION.resolve("authority.pem"),
                    ("-----BEGIN CERTIFICATE-----\n"
                                    + Base64.getMimeEncoder()
                                            .encodeToString(service.authority().getEncoded())
                                    + "\n-----END CERTIFICATE-----\n")
                            .getBytes(StandardCharsets.US_ASCII));
            storage.create(
                    INSTALLATION.resolve(SupportFile.NAME),
                    ("{\"telephone\":\"+39 02 0000\",\"region\":\"eu\",\"relays\":[\"wss://relay.example\"],\"supporters-key\":\""
                                    + Base64.getEncoder().encodeToString(service.listKey())
                                    + "\",\"authorities\":[\"authority.pem\"]}")
                            .getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
        start();
    }

    /** The agent starts, on what is on the disk. */
    void start() {
        try {
            ledger = TestLedger.open(storage, HOME, device, time.instant());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        questions = RealQuestions.by(time, time::nanos);
        questions.addEngine(engine);
        leases = RealLeases.by(time, time::nanos, ledger, questions);
        Around around = new Around(
                this::theLedger,
                () -> questions,
                () -> {
                    whileAPinIsChecked.run();
                    return new OneAccount();
                },
                () -> new SlowLeases(leases, () -> whileALeaseIsGiven.run()),
                () -> instruments ? this::instrumentStates : null,
                () -> true,
                () -> files ? transfer : null,
                () -> engines,
                feature -> withdrawn);
        KnownSupport support = new KnownSupport(Optional.of(new SupportFile(storage, INSTALLATION)));
        support.read();
        sessions = new Sessions(
                around,
                new Sessions.Settings("test", Limits.MOST, time, time::nanos),
                support,
                new CountedTries(storage, SESSIONS, time::nanos),
                new LastSessionFile(storage, SESSIONS),
                Runnable::run,
                Runnable::run);
    }

    /** Killed, and started again. The monotonic clock of the machine begins somewhere else. */
    void restart(long from) {
        time.restart(from);
        engine.cut = true;
        start();
    }

    private @Nullable TestLedger theLedger() {
        whenTheLedgerIsAsked.run();
        return ledgerIsThere ? ledger : null;
    }

    private List<InstrumentState> instrumentStates() {
        whenInstrumentsAreAsked.run();
        return List.of(
                new InstrumentState("example", null, null, activity, EnumSet.noneOf(Evidence.class), true, null));
    }

    /** Time passes; the companion speaks every second and the agent looks ten times a second. */
    void pass(Duration duration) {
        for (long second = 0; second < duration.toSeconds(); second++) {
            sessions.desktop(DesktopSession.AT_THE_SCREEN);
            passWithout(Duration.ofSeconds(1));
        }
        sessions.desktop(DesktopSession.AT_THE_SCREEN);
    }

    /** The same without a companion. */
    void passWithout(Duration duration) {
        time.pass(duration);
        ledger.set(time.instant());
        sessions.lookAtInstruments();
        sessions.tick();
    }

    /** A long time, looked at once: for what only counts hours. */
    void jump(Duration duration) {
        time.pass(duration);
        ledger.set(time.instant());
        sessions.lookAtInstruments();
        sessions.tick();
    }

    /** A question that a person has looked at for longer than a second. */
    String question() {
        try {
            String id = questions.open().id();
            time.pass(Duration.ofMillis(1100));
            sessions.desktop(DesktopSession.AT_THE_SCREEN);
            return id;
        } catch (AnswerRefusedException e) {
            throw new IllegalStateException(e);
        }
    }

    Visit request() {
        try {
            sessions.request(question(), OneAccount.ID, OneAccount.PIN.toCharArray());
        } catch (SessionRefusedException | AnswerRefusedException | AccountRefusedException e) {
            throw new IllegalStateException(e);
        }
        return engine.visit;
    }

    byte[] list() {
        return service.list(now(), TestSupporters.entry(anna, "2099-01-01", "eu"));
    }

    /** The session's time: the ledger's or the clock's, whichever is later. */
    Instant now() {
        Instant newest = ledger.all().isEmpty()
                ? time.instant()
                : ledger.all().get(ledger.all().size() - 1).time();
        return (newest.isBefore(time.instant()) ? time.instant() : newest).truncatedTo(ChronoUnit.SECONDS);
    }

    Visit joined() throws VisitOverException {
        Visit visit = request();
        visit.joined();
        visit.authenticationString("123456");
        return visit;
    }

    Visit admitted() throws VisitOverException, NotAdmittedException {
        Visit visit = joined();
        visit.admit(anna.chain(), list());
        return visit;
    }

    Visit authenticated() throws VisitOverException, NotAdmittedException {
        Visit visit = admitted();
        if (!visit.password(visit.invitation().password().orElseThrow().toCharArray())) {
            throw new IllegalStateException("the password is the right one");
        }
        sessions.desktop(DesktopSession.AT_THE_SCREEN);
        return visit;
    }

    Visit compared() throws VisitOverException, NotAdmittedException, SessionRefusedException, AnswerRefusedException {
        Visit visit = authenticated();
        sessions.compared(question());
        return visit;
    }

    /** The supporter asks, the person allows it. */
    void allow(Visit visit, Privilege privilege)
            throws VisitOverException, SessionRefusedException, AnswerRefusedException {
        ask(visit, privilege);
        sessions.give(question(), view().request().orElseThrow().id());
    }

    void ask(Visit visit, Privilege privilege) throws VisitOverException {
        visit.asks(
                privilege,
                privilege == Privilege.SHARE_CLIPBOARD ? Optional.of(FileToTransfer.Direction.OUT) : Optional.empty(),
                privilege == Privilege.TRANSFER_FILES
                        ? Optional.of(new FileToTransfer(FileToTransfer.Direction.IN, "a.txt", 10))
                        : Optional.empty());
    }

    SessionView view() {
        return sessions.now();
    }

    List<Entry> entries(EventKind... kinds) {
        Set<EventKind> wanted = Set.of(kinds);
        return ledger.all().stream()
                .filter(entry -> wanted.contains(entry.event().kind()))
                .toList();
    }
}
