package org.benchconnect.link;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.benchconnect.core.link.Link.State;
import org.benchconnect.core.link.TlsClient;
import org.benchconnect.core.store.AgentStore;
import org.benchconnect.core.store.StoreException;
import org.benchconnect.link.Backoff.Loss;
import org.benchconnect.link.Mailbox.Letter;
import org.benchconnect.link.command.CommandTaker;
import org.benchconnect.link.dialect.Dialect;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread of the link: waits, connects, lets a {@link Connection} live until it ends, and begins again. Everything it
 * holds is its own; other threads write to its mailbox, and read {@link #seen}.
 */
final class Supervisor implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Supervisor.class);
    /** How often to look after the store and the rows when nobody says anything. */
    private static final Duration TICK = Duration.ofSeconds(30);

    private final Function<UUID, Dialect> dialects;
    private final Broker broker;
    private final Backoff backoff;
    private final Clock clock;
    private final Clock steady;
    private final AtomicReference<@Nullable AgentStore> store = new AtomicReference<>();
    private final AtomicReference<@Nullable TlsClient> tls = new AtomicReference<>();
    private final Mailbox mailbox = new Mailbox();
    private final Rows rows = new Rows(store, mailbox);
    private final Hearing hearing;

    private volatile Seen seen;
    private volatile boolean stopped;
    private long attempts;

    /**
     * What others see.
     *
     * @param state of the link
     * @param since when it began
     * @param waiting how many rows wait
     * @param problem why it is not connected
     * @param nextAttempt when it is tried again, by the steady clock, or null
     */
    record Seen(State state, Instant since, long waiting, Problem problem, @Nullable Instant nextAttempt) {}

    /**
     * To be run by one thread.
     *
     * @param dialects how the service side is spoken to by an agent
     * @param commands who obeys the service side
     * @param clock what people and messages are told
     * @param steady by which it waits
     */
    Supervisor(
            Function<UUID, Dialect> dialects,
            CommandTaker commands,
            Broker broker,
            Backoff backoff,
            Clock clock,
            Clock steady) {
        this.dialects = dialects;
        this.hearing = new Hearing(commands, store::get, work -> mailbox.post(new Mailbox.Task(work)));
        this.broker = broker;
        this.backoff = backoff;
        this.clock = clock;
        this.steady = steady;
        this.seen = new Seen(State.WAITING, clock.instant(), 0, Problem.LINK_PARTS_MISSING, null);
    }

    Seen seen() {
        return seen;
    }

    /** How long until the next attempt; zero if none is scheduled. */
    Duration untilNextAttempt() {
        Instant next = seen.nextAttempt();
        Duration left = next == null ? Duration.ZERO : Duration.between(steady.instant(), next);
        return left.isNegative() ? Duration.ZERO : left;
    }

    /** The database to use from now on. */
    void store(AgentStore now) {
        store.set(now);
        mailbox.wake();
    }

    /** This database is going; another may have taken its place already. */
    void storeGone(AgentStore gone) {
        store.compareAndSet(gone, null);
        mailbox.wake();
    }

    /** The TLS client to use from the next connection on. */
    void tls(TlsClient now) {
        tls.set(now);
        mailbox.wake();
    }

    /** This TLS client is going; another may have taken its place already. */
    void tlsGone(TlsClient gone) {
        tls.compareAndSet(gone, null);
        mailbox.wake();
    }

    /** What was said of presence. */
    PresenceSaid presence() {
        return rows.presence();
    }

    /** Something may be there to send. Never blocks. */
    void wake() {
        mailbox.wake();
    }

    /** Ends the thread, after a farewell to the service side. Does not wait for it. */
    void stop() {
        // The letter alone could be among those that a connection leaves unread when it ends at the same moment.
        stopped = true;
        mailbox.post(new Mailbox.Stop());
    }

    @Override
    public void run() {
        try (broker) {
            while (!stopped) {
                AgentStore database = store.get();
                TlsClient client = tls.get();
                if (database == null || client == null) {
                    say(State.WAITING, Problem.LINK_PARTS_MISSING, null);
                    rest(TICK, true);
                } else if (pause()) {
                    attempt(database, client);
                }
            }
            finish();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What was kept as obeyed is obeyed. */
    private void finish() throws InterruptedException {
        for (Letter letter : mailbox.take(Duration.ZERO)) {
            if (letter instanceof Mailbox.Task task) {
                task.work().run();
            }
        }
    }

    /** Waits as the back-off says; false if the link was stopped meanwhile. */
    private boolean pause() throws InterruptedException {
        Duration wait = backoff.next();
        Problem problem = seen.problem() == Problem.LINK_PARTS_MISSING ? Problem.LINK_NO_PROBLEM : seen.problem();
        say(State.WAITING, problem, steady.instant().plus(wait));
        rest(wait, false);
        return !stopped;
    }

    /** Reads the mail for a while; what comes from earlier connections is of no interest any more. */
    private void rest(Duration wait, boolean wakeful) throws InterruptedException {
        long end = System.nanoTime() + wait.toNanos();
        while (!stopped && System.nanoTime() < end) {
            mailbox.await(Duration.ofNanos(end - System.nanoTime()).plusMillis(1));
            for (Letter letter = mailbox.next(); letter != null; letter = mailbox.next()) {
                if (letter instanceof Mailbox.Stop) {
                    stopped = true;
                } else if (letter instanceof Mailbox.Removed removed) {
                    rows.removed(removed);
                } else if (letter instanceof Mailbox.Task task) {
                    task.work().run();
                } else if (letter instanceof Mailbox.Waking) {
                    rows.count();
                    say(seen.state(), seen.problem(), seen.nextAttempt());
                    if (wakeful) {
                        return;
                    }
                }
            }
        }
    }

    private void attempt(AgentStore database, TlsClient client) throws InterruptedException {
        attempts++;
        say(State.CONNECTING, seen.problem(), null);
        try {
            UUID agent = database.agent();
            Topics topics = new Topics(dialects.apply(agent), agent, database.bootEpoch());
            ended(new Connection(topics, hearing, rows, mailbox, clock, steady, attempts, this::online)
                    .live(broker, client));
        } catch (RefusedSettingException e) {
            ended(new Connection.End(e.problem(), Loss.ISOLATED));
        } catch (StoreException e) {
            ended(new Connection.End(Problem.LINK_PARTS_MISSING, Loss.ISOLATED));
        } catch (RuntimeException e) {
            // A defect, or a part that is just being swapped; the link goes on. The message could hold what was sent.
            LOG.error("The connection ended with {} at {}", e.getClass().getName(), origin(e));
            ended(new Connection.End(Problem.LINK_LOST, Loss.ISOLATED));
        }
    }

    private static String origin(RuntimeException e) {
        StackTraceElement[] trace = e.getStackTrace();
        return trace.length == 0 ? "an unknown place" : trace[0].toString();
    }

    private void online() {
        backoff.acknowledged();
        say(State.ONLINE, Problem.LINK_NO_PROBLEM, null);
    }

    private void ended(Connection.@Nullable End end) {
        if (end == null) {
            stopped = true;
            say(State.WAITING, Problem.LINK_NO_PROBLEM, null);
        } else {
            if (end.problem() != seen.problem() && end.problem() != Problem.LINK_NO_PROBLEM) {
                LOG.warn("Not connected to the service side: {}", end.problem());
            }
            backoff.lost(end.loss());
            say(State.WAITING, end.problem(), null);
        }
    }

    private void say(State state, Problem problem, @Nullable Instant nextAttempt) {
        Instant since = state == seen.state() ? seen.since() : clock.instant();
        if (state == State.ONLINE && state != seen.state()) {
            LOG.info("Connected to the service side");
        }
        seen = new Seen(state, since, rows.waiting(), problem, nextAttempt);
    }
}
