package org.benchconnect.console;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.benchconnect.core.account.AccountId;
import org.benchconnect.core.account.AccountRefusedException;
import org.benchconnect.core.consent.AnswerRefusedException;
import org.benchconnect.core.feature.Privilege;
import org.benchconnect.core.session.DesktopSession;
import org.benchconnect.core.session.Enforcement;
import org.benchconnect.core.session.FileToTransfer;
import org.benchconnect.core.session.RemoteSessions;
import org.benchconnect.core.session.SessionRefusedException;
import org.benchconnect.core.session.SessionState;
import org.benchconnect.core.session.SessionView;
import org.jspecify.annotations.Nullable;

/** Remote support in memory, in whatever state a test brings it. */
final class FakeSessions implements RemoteSessions {
    /** What is in it. */
    final ExampleSession example;

    private final Clock clock;
    private final FakeQuestions questions;
    private final FakeAccounts accounts;
    private final Set<Consumer<SessionView>> listeners = ConcurrentHashMap.newKeySet();

    /** What was done, by the name of the call. */
    final List<String> done = new CopyOnWriteArrayList<>();

    volatile SessionRefusedException.@Nullable Reason refuses;
    private volatile SessionView view;

    FakeSessions(Clock clock, FakeQuestions questions, FakeAccounts accounts) {
        this.clock = clock;
        this.example = new ExampleSession(clock);
        this.questions = questions;
        this.accounts = accounts;
        view = new MadeView(clock, SessionState.IDLE).view();
    }

    /** Brings it into a state, and says so. */
    void is(SessionState state, Consumer<MadeView> how) {
        MadeView made = new MadeView(clock, state);
        how.accept(made);
        tell(made.view());
    }

    private void tell(SessionView now) {
        view = now;
        listeners.forEach(listener -> listener.accept(now));
    }

    /** Everything at once, as it never is: for the form alone. */
    void everything() {
        is(SessionState.AUTHENTICATED, made -> {
            made.hindrances = List.of(SessionView.Hindrance.values());
            made.invitation = example.invitation();
            made.supporter = ExampleSession.supporter();
            made.string = Optional.of("482913");
            made.request = Optional.of(example.file(FileToTransfer.Direction.OUT));
            made.permissions = List.of(example.permission(Privilege.VIEW_SCREEN, null));
            made.last = example.last();
            made.enforcement.put(Privilege.TRANSFER_FILES, Enforcement.OBSERVED_ONLY);
        });
    }

    boolean isHeard() {
        return !listeners.isEmpty();
    }

    @Override
    public SessionView now() {
        return view;
    }

    @Override
    public AutoCloseable listen(Consumer<SessionView> changed) {
        listeners.add(changed);
        return () -> listeners.remove(changed);
    }

    @Override
    public void request(String question, AccountId by, char[] pin)
            throws SessionRefusedException, AnswerRefusedException, AccountRefusedException {
        byPin("request", question, by, pin);
        is(SessionState.INVITED, made -> made.invitation = example.invitation());
    }

    @Override
    public void allowControlDuringRun(String question, AccountId by, char[] pin)
            throws SessionRefusedException, AnswerRefusedException, AccountRefusedException {
        byPin("allowControlDuringRun", question, by, pin);
        change(made -> {
            made.duringRun = true;
            return made;
        });
    }

    private void byPin(String what, String question, AccountId by, char[] pin)
            throws SessionRefusedException, AnswerRefusedException, AccountRefusedException {
        accounts.check(by, pin);
        use(what, question);
    }

    private void use(String what, String question) throws SessionRefusedException, AnswerRefusedException {
        SessionRefusedException.Reason reason = refuses;
        if (reason != null) {
            throw new SessionRefusedException(reason);
        }
        try (var used = questions.use(question)) {
            assert used != null;
            done.add(what);
        }
    }

    @Override
    public void practice() throws SessionRefusedException {
        SessionRefusedException.Reason reason = refuses;
        if (reason != null) {
            throw new SessionRefusedException(reason);
        }
        done.add("practice");
        is(SessionState.INVITED, made -> {
            made.practice = true;
            made.invitation = example.invitation();
        });
    }

    @Override
    public void compared(String question) throws SessionRefusedException, AnswerRefusedException {
        use("compared", question);
        change(made -> {
            made.compared = true;
            made.string = Optional.empty();
            return made;
        });
    }

    @Override
    public void notTheSame() {
        over("notTheSame");
    }

    @Override
    public void give(String question, String request) throws SessionRefusedException, AnswerRefusedException {
        use("give " + request, question);
        change(made -> {
            made.permissions = made.request
                    .map(one -> List.of(
                            example.permission(one.privilege(), one.direction().orElse(null))))
                    .orElse(List.of());
            made.request = Optional.empty();
            return made;
        });
    }

    @Override
    public void give(String question, String request, AccountId by, char[] pin)
            throws SessionRefusedException, AnswerRefusedException, AccountRefusedException {
        accounts.check(by, pin);
        refuses = null;
        give(question, request);
    }

    @Override
    public void refuse(String request) {
        done.add("refuse " + request);
        change(made -> {
            made.request = Optional.empty();
            return made;
        });
    }

    @Override
    public void end(String lease) {
        done.add("end " + lease);
        change(made -> {
            made.permissions = List.of();
            return made;
        });
    }

    @Override
    public void stop() {
        over("stop");
    }

    private void over(String how) {
        done.add(how);
        is(SessionState.CLOSED, made -> made.last = example.last());
    }

    @Override
    public void desktop(DesktopSession session) {
        done.add("desktop " + session);
    }

    /** The same with something else in it. */
    private void change(UnaryOperator<MadeView> how) {
        tell(how.apply(MadeView.like(clock, view)).view());
    }
}
