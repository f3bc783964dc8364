package org.benchconnect.teamviewerbridge.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.benchconnect.core.feature.Privilege;
import org.benchconnect.core.session.DesktopSession;
import org.benchconnect.core.session.FileToTransfer;
import org.benchconnect.core.session.SessionEnd;
import org.benchconnect.core.session.SessionState;
import org.benchconnect.crypto.signature.KeyRefusedException;
import org.benchconnect.crypto.signature.Scheme;
import org.benchconnect.crypto.signature.VerificationKey;
import org.benchconnect.crypto.supporter.AdmittedSupporter;
import org.benchconnect.crypto.supporter.SupporterPolicy;
import org.benchconnect.crypto.supporter.SupporterRefusedException;
import org.benchconnect.crypto.testing.TestSupporters;
import org.benchconnect.teamviewerbridge.rules.Happening.Availability;

/** One run of the rules over a history. */
final class World {
    private static final AdmittedSupporter ANNA = anna();

    final Rules rules = new Rules(Limits.MOST);
    Course course = Course.BEGINNING;
    long now;
    int named;
    Set<String> clicked = new HashSet<>();
    Set<String> controlled = new HashSet<>();
    Set<String> proven = new HashSet<>();

    void step(After after) {
        now += after.nanos();
        Course before = course;
        Happening what = happening(after.move());
        Step step = rules.on(before, what, now);
        course = step.course();
        check(before, what, step);
    }

    private Happening happening(Move move) {
        Optional<Session> session = course.running();
        String waiting =
                session.flatMap(one -> one.requests().waiting()).map(Asked::id).orElse("none");
        String lease = session.flatMap(
                        one -> one.leases().keySet().stream().sorted().findFirst())
                .orElse("none");
        return switch (move) {
            case REQUEST -> new Happening.Requested("s" + named++, Session.Way.ENFORCED);
            case REQUEST_DELEGATED -> new Happening.Requested("s" + named++, Session.Way.DELEGATED);
            case PRACTISE -> new Happening.Practised("s" + named++, "123456");
            case COMPARE -> new Happening.Compared();
            case NOT_THE_SAME -> new Happening.NotTheSame();
            case PROVE -> new Happening.Proven(waiting);
            case GIVE -> new Happening.Given(waiting, "l" + named++);
            case GIVE_SOMETHING_ELSE -> new Happening.Given("other", "l" + named++);
            case REFUSE -> new Happening.Refused(waiting);
            case TAKE_BACK -> new Happening.TakenBack(lease);
            case STOP -> new Happening.Stopped();
            case ALLOW_CONTROL -> new Happening.ControlAllowed();
            case JOIN -> new Happening.Joined();
            case STRING -> new Happening.StringShown("654321");
            case ADMIT -> new Happening.Admitted(ANNA);
            case NOT_ADMITTED -> new Happening.NotAdmitted();
            case MUST_WAIT -> new Happening.MustWait();
            case RIGHT -> new Happening.PasswordRight();
            case WRONG -> new Happening.PasswordWrong();
            case ASK_VIEW -> asks(Ask.of(Privilege.VIEW_SCREEN));
            case ASK_CONTROL -> asks(Ask.of(Privilege.CONTROL_INPUT));
            case ASK_CLIPBOARD ->
                asks(new Ask(Privilege.SHARE_CLIPBOARD, Optional.of(FileToTransfer.Direction.OUT), Optional.empty()));
            case ASK_FILE ->
                asks(new Ask(
                        Privilege.TRANSFER_FILES,
                        Optional.empty(),
                        Optional.of(new FileToTransfer(FileToTransfer.Direction.IN, "f" + named, named))));
            case ASK_UNSUPPORTED ->
                new Happening.Asks("r" + named++, Ask.of(Privilege.VIEW_SCREEN), Availability.UNSUPPORTED);
            case LEAVE -> new Happening.Left(SessionEnd.SUPPORTER_LEFT);
            case LEASE_OVER -> new Happening.LeaseOver(lease);
            case FAIL -> new Happening.Failed(SessionEnd.DESKTOP);
            case CLEARED ->
                new Happening.Cleared(course.session().map(Session::id).orElse("none"));
            case AT_THE_SCREEN -> new Happening.Desktop(DesktopSession.AT_THE_SCREEN);
            case LOCKED -> new Happening.Desktop(DesktopSession.LOCKED);
            case IDLE -> new Happening.Instruments(true);
            case ACQUIRING -> new Happening.Instruments(false);
            case NOTHING -> new Happening.Tick();
        };
    }

    private Happening asks(Ask ask) {
        return new Happening.Asks("r" + named++, ask, Availability.ENFORCED);
    }

    private void check(Course before, Happening what, Step step) {
        Set<String> had = leases(before);
        Set<String> has = leases(course);
        if (what instanceof Happening.Given given && step.taken()) {
            clicked.add(given.lease());
            before.running()
                    .map(Session::id)
                    .filter(controlled::contains)
                    .ifPresent(session ->
                            assertTrue(proven.contains(given.request()), "no permission after control without a PIN"));
        } else {
            assertTrue(had.containsAll(has), "nothing but a person's click gives a lease");
        }
        assertTrue(clicked.containsAll(has), "no lease without a click");
        if (what instanceof Happening.Proven person) {
            proven.add(person.request());
        }
        course.running().filter(World::isControlled).map(Session::id).ifPresent(controlled::add);
        if (!before.runs() && course.runs()) {
            assertTrue(
                    what instanceof Happening.Requested || what instanceof Happening.Practised,
                    "only a person leads out of rest");
        }
        if (what instanceof Happening.Stopped) {
            assertFalse(course.runs(), "a stop ends it");
        }
        if (what instanceof Happening.Tick) {
            assertFalse(more(before, course), "time leads towards less");
        }
        assertInside();
    }

    /** What must hold in every state. */
    private void assertInside() {
        Session session = course.session().orElse(null);
        if (session == null) {
            assertEquals(SessionState.IDLE, course.state());
            return;
        }
        if (!course.runs()) {
            assertEquals(Set.of(), session.leases().keySet(), "nothing is allowed after the end");
            assertEquals(Optional.empty(), session.requests().waiting());
            assertFalse(course.frozen());
            assertTrue(course.ended().isPresent());
            return;
        }
        assertEquals(session.requests().waiting().isPresent(), course.frozen(), "frozen while somebody is asked");
        assertTrue(now - session.began() < Limits.MOST.longest().toNanos());
        session.requests().noes().values().forEach(noes -> assertTrue(noes <= Limits.NOES));
        if (!session.leases().isEmpty()) {
            assertLeases(session);
        }
    }

    private void assertLeases(Session session) {
        assertEquals(Session.Way.ENFORCED, session.way());
        assertEquals(SessionState.AUTHENTICATED, course.state());
        assertTrue(session.guest().compared());
        assertTrue(session.guest().supporter().isPresent());
        assertTrue(course.companionIsThere(now));
        if (isControlled(session)) {
            assertTrue(course.idle() || session.controlDuringRun());
        }
    }

    private static boolean isControlled(Session session) {
        return session.leases().values().stream().anyMatch(sort -> sort.privilege() == Privilege.CONTROL_INPUT);
    }

    static Set<String> leases(Course course) {
        return course.running().map(session -> session.leases().keySet()).orElse(Set.of());
    }

    private static boolean more(Course before, Course after) {
        boolean climbs = after.runs() && (!before.runs() || after.state() != before.state());
        boolean compared = is(after, session -> session.guest().compared())
                && !is(before, session -> session.guest().compared());
        boolean control = is(after, Session::controlDuringRun) && !is(before, Session::controlDuringRun);
        return climbs || compared || control;
    }

    private static boolean is(Course course, Predicate<Session> what) {
        return course.running().filter(what).isPresent();
    }

    private static AdmittedSupporter anna() {
        Instant now = Instant.parse("2026-11-22T12:00:00Z");
        TestSupporters service = new TestSupporters(now);
        TestSupporters.Person anna = service.person("Anna Example");
        try {
            return SupporterPolicy.of(
                            VerificationKey.of(Scheme.ED25519, service.listKey()), List.of(service.authority()), "eu")
                    .admit(anna.chain(), service.list(now, TestSupporters.entry(anna, "2099-01-01", "eu")), now);
        } catch (KeyRefusedException | SupporterRefusedException e) {
            throw new IllegalStateException(e);
        }
    }

    record After(Move move, long nanos) {}
}
