package org.benchconnect.consent.question;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.benchconnect.core.consent.AnswerRefusedException;
import org.benchconnect.core.consent.AnswerRefusedException.Reason;
import org.benchconnect.core.consent.Questions;
import org.benchconnect.core.session.RemoteDesktop;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The open questions, in memory only: a restart closes them all. Ages are measured by the monotonic clock, so that nobody who sets the clock of this PC makes
 * an answer count earlier or a question stay longer.
 *
 * <p>An engine that cannot freeze ({@link RemoteDesktop.Reach#DELEGATED}) and has somebody connected closes every open question: by {@link #look}, five times a
 * second while one is open, so that a visit between question and answer is seen too, and once more when it is answered.
 */
@Component(service = Questions.class, immediate = true)
public final class OpenQuestions implements Questions {
    /** At most so many at once. */
    static final int MOST = 8;

    private static final Logger LOG = LoggerFactory.getLogger(OpenQuestions.class);
    private static final long LOOK_EVERY = 200; // milliseconds

    private final Clock clock;
    private final LongSupplier nanos;
    private final SecureRandom random = new SecureRandom();
    private final List<RemoteDesktop> engines = new CopyOnWriteArrayList<>();
    private final Map<String, OpenQuestion> open = new LinkedHashMap<>(); // guarded by this
    private final Set<OpenQuestion> used = new HashSet<>(); // guarded by this
    private final ScheduledExecutorService looking = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "benchconnect-questions");
        thread.setDaemon(true);
        return thread;
    });

    /** By this PC's clocks. */
    @Activate
    public OpenQuestions() {
        this(Clock.systemUTC(), System::nanoTime);
        looking.scheduleWithFixedDelay(this::look, LOOK_EVERY, LOOK_EVERY, TimeUnit.MILLISECONDS);
    }

    /** By these clocks; somebody else calls {@link #look}. */
    OpenQuestions(Clock clock, LongSupplier nanos) {
        this.clock = clock;
        this.nanos = nanos;
    }

    /** An engine that comes while questions are open is held too; if it cannot be, they are closed. */
    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    public synchronized void addEngine(RemoteDesktop engine) {
        engines.add(engine);
        for (Map.Entry<String, OpenQuestion> one : Map.copyOf(open).entrySet()) {
            if (!holds(one.getValue(), engine)) {
                end(one.getKey());
            }
        }
        for (OpenQuestion one : used) {
            holds(one, engine); // the answer was given before anybody could come by this engine
        }
    }

    /** Its sessions are over, or run on without us knowing: what it held, it holds until the questions end. */
    public void removeEngine(RemoteDesktop engine) {
        engines.remove(engine);
    }

    /** The component runtime calls it: nothing is open any more. */
    @Deactivate
    public void close() {
        looking.shutdownNow();
        synchronized (this) {
            List.copyOf(open.keySet()).forEach(this::end);
            List.copyOf(used).forEach(OpenQuestion::letGo);
        }
    }

    @Override
    public synchronized Question open() throws AnswerRefusedException {
        look();
        refuseWhileDelegated();
        if (open.size() >= MOST) {
            throw new AnswerRefusedException(Reason.TOO_MANY_QUESTIONS, MOST + " questions are open already");
        }
        OpenQuestion question = new OpenQuestion(nanos.getAsLong());
        for (RemoteDesktop engine : engines) {
            if (!holds(question, engine)) {
                question.letGo();
                throw new AnswerRefusedException(
                        Reason.REMOTE_INPUT, "an engine of remote sessions cannot freeze its input");
            }
        }
        String id = newId();
        open.put(id, question);
        Instant now = clock.instant();
        return new Question(id, now.plus(INERT), now.plus(LONGEST));
    }

    @Override
    public synchronized void close(String question) {
        end(question);
    }

    @Override
    public synchronized Use use(String id) throws AnswerRefusedException {
        look();
        OpenQuestion question = open.get(id);
        refuseWhileDelegated();
        if (question == null) {
            throw new AnswerRefusedException(Reason.QUESTION_CLOSED, "the question is not open any more: ask again");
        }
        if (question.age(nanos.getAsLong()) < INERT.toNanos()) {
            throw new AnswerRefusedException(
                    Reason.TOO_SOON, "no answer counts within " + INERT.toMillis() + " ms of its question");
        }
        open.remove(id);
        used.add(question);
        return () -> {
            question.letGo();
            forget(question);
        };
    }

    private synchronized void forget(OpenQuestion question) {
        used.remove(question);
    }

    /** Closes what is over its time, and everything while somebody is connected whose input cannot be frozen. */
    synchronized void look() {
        if (open.isEmpty()) {
            return;
        }
        boolean delegated = delegated();
        long now = nanos.getAsLong();
        for (Map.Entry<String, OpenQuestion> one : Map.copyOf(open).entrySet()) {
            if (delegated || one.getValue().age(now) >= LONGEST.toNanos()) {
                end(one.getKey());
            }
        }
    }

    private void end(String id) {
        OpenQuestion question = open.remove(id);
        if (question != null) {
            question.letGo();
        }
    }

    private void refuseWhileDelegated() throws AnswerRefusedException {
        if (delegated()) {
            throw new AnswerRefusedException(
                    Reason.REMOTE_INPUT, "somebody is connected by a program whose input this agent cannot freeze");
        }
    }

    /** An engine that fails to say counts as one that cannot freeze. */
    private boolean delegated() {
        for (RemoteDesktop engine : engines) {
            try {
                if (engine.reach() == RemoteDesktop.Reach.DELEGATED) {
                    return true;
                }
            } catch (RuntimeException e) {
                LOG.warn("an engine of remote sessions does not say who is connected: nothing is raised", e);
                return true;
            }
        }
        return false;
    }

    private static boolean holds(OpenQuestion question, RemoteDesktop engine) {
        try {
            question.hold(engine);
            return true;
        } catch (RuntimeException e) {
            LOG.warn("an engine of remote sessions cannot freeze its input: the question is closed", e);
            return false;
        }
    }

    private String newId() {
        byte[] id = new byte[16];
        random.nextBytes(id);
        return HexFormat.of().formatHex(id);
    }
}
