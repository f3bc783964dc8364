package org.benchconnect.link;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.benchconnect.core.link.OutboxEntry;
import org.benchconnect.core.link.TlsClient;
import org.benchconnect.link.Backoff.Loss;
import org.benchconnect.link.Broker.Session;
import org.benchconnect.link.EventContent.Presence.State;
import org.benchconnect.link.Mailbox.Letter;
import org.benchconnect.link.dialect.Access;
import org.benchconnect.link.dialect.Dialect;
import org.benchconnect.link.dialect.Incoming;
import org.benchconnect.link.dialect.Message;
import org.benchconnect.link.dialect.UnreadableSecretException;
import org.jspecify.annotations.Nullable;

/**
 * The life of one connection, on the supervisor's thread: says it is there, sends rows within the window, takes acknowledged
 * ones out, and says good-bye when it is asked to stop.
 */
final class Connection {
    private static final long ONLINE = -1;
    private static final long OFFLINE = -2;
    /** Of what is published without acknowledgement. */
    static final long UNANSWERED = -3;
    /** How often to look at the rows under way, and at the store if it was in trouble. */
    private static final Duration TICK = Duration.ofSeconds(5);
    /** How long the farewell may take. */
    private static final Duration FAREWELL = Duration.ofSeconds(2);
    /** Longer than the longest connect time-out, for proxy, TLS, WebSocket and CONNACK: Paho itself would wait for ever. */
    private static final Duration CONNECT_PATIENCE = Duration.ofSeconds(150);

    private final Topics topics;
    private final Hearing hearing;
    private final Rows rows;
    private final Mailbox mailbox;
    /** For what others read. */
    private final Clock wall;
    /** For how long something takes, whatever the PC's clock is set to meanwhile. */
    private final Clock steady;

    private final long attempt;
    private final Runnable online;
    private final Window window = new Window();
    private final Instant begun;
    /** What the service side says when the connection breaks, and the agent itself when it stops. */
    private final Message will;

    /** What was said when it was connected. */
    private @Nullable Message here;

    private @Nullable Instant connectedAt;
    private boolean acknowledged;
    private boolean subscribed;
    /** When a new connection with a new password takes the place of this one, by the steady clock. */
    private @Nullable Instant renewal;

    /**
     * Why it ended.
     *
     * @param problem why
     * @param loss how
     */
    record End(Problem problem, Loss loss) {}

    /**
     * A connection to be.
     *
     * @param hearing what becomes of what comes
     * @param wall what people and messages are told
     * @param steady by which it waits
     * @param attempt its number in this run of the link; letters of other numbers are not for it
     * @param online run at each acknowledgement
     */
    Connection(
            Topics topics,
            Hearing hearing,
            Rows rows,
            Mailbox mailbox,
            Clock wall,
            Clock steady,
            long attempt,
            Runnable online) {
        this.topics = topics;
        this.hearing = hearing;
        this.rows = rows;
        this.mailbox = mailbox;
        this.wall = wall;
        this.steady = steady;
        this.attempt = attempt;
        this.online = online;
        this.begun = steady.instant();
        hearing.begin();
        this.will = topics.presence(State.OFFLINE, attempt, wall.instant());
    }

    /** Lives until it ends; null if it was asked to stop. */
    @Nullable
    End live(Broker broker, TlsClient tls) throws RefusedSettingException, InterruptedException {
        try (Session session = open(broker, tls)) {
            while (true) {
                mailbox.await(TICK);
                // What is unread at the end stays: what the store answered, a command that was kept.
                for (Letter letter = mailbox.next(); letter != null; letter = mailbox.next()) {
                    if (letter instanceof Mailbox.Stop) {
                        sayGoodbye(session);
                        return null;
                    }
                    End end = read(letter, session);
                    if (end != null) {
                        return end;
                    }
                }
                End end = lookAfter(session);
                if (end != null) {
                    return end;
                }
            }
        }
    }

    private Session open(Broker broker, TlsClient tls) throws RefusedSettingException {
        Dialect dialect = topics.dialect();
        try (Access access = dialect.access(wall.instant())) {
            renewal = access.life() == null ? null : begun.plus(access.life());
            return broker.open(tls, new Broker.Visit(dialect.address(), dialect.client(), access, will), new Post());
        } catch (UnreadableSecretException e) {
            throw new RefusedSettingException(Problem.LINK_PASSWORD_UNREADABLE);
        }
    }

    private @Nullable End read(Letter letter, Session session) {
        if (letter instanceof Mailbox.Connected connected && connected.attempt() == attempt) {
            connectedAt = steady.instant();
            here = topics.presence(State.ONLINE, attempt, wall.instant());
            session.publish(here, ONLINE);
        } else if (letter instanceof Mailbox.Acknowledged ack && ack.attempt() == attempt) {
            acknowledged = true;
            window.acknowledged(ack.token()).ifPresent(text -> rows.acknowledged(ack.token(), text, wall.instant()));
            if (ack.token() == ONLINE && here != null) {
                // As the store keeps the time of rows, so that both can be told in order.
                rows.presence().said(here, wall.instant().truncatedTo(ChronoUnit.MILLIS));
            }
        } else if (letter instanceof Mailbox.Removed removed) {
            rows.removed(removed);
        } else if (letter instanceof Mailbox.Task task) {
            task.work().run();
        } else if (letter instanceof Mailbox.Came came && came.attempt() == attempt) {
            hearing.read(came, topics.dialect(), session);
        } else if (letter instanceof Mailbox.Subscribed granted && granted.attempt() == attempt) {
            topics.dialect().question().ifPresent(question -> session.publish(question, UNANSWERED));
        } else if (letter instanceof Mailbox.Lost lost && lost.attempt() == attempt) {
            rows.removeDone();
            return new End(lost.problem(), lost.loss());
        }
        return null;
    }

    private @Nullable End lookAfter(Session session) {
        Instant now = steady.instant();
        if (connectedAt == null) {
            return begun.plus(CONNECT_PATIENCE).isBefore(now) ? new End(Problem.LINK_UNREACHABLE, Loss.ISOLATED) : null;
        }
        if (window.isStuck(now)
                || (!acknowledged && connectedAt.plus(Window.PATIENCE).isBefore(now))) {
            return new End(Problem.LINK_NO_ACKNOWLEDGEMENT, Loss.ISOLATED);
        }
        rows.removeDone();
        if (renewal != null && renewal.isBefore(now)) {
            return new End(Problem.LINK_NO_PROBLEM, Loss.RENEWAL);
        }
        send(session, now);
        if (acknowledged) {
            online.run();
            subscribe(session);
        }
        return null;
    }

    /** Once, when the service side has shown that it takes what this agent has to say: that comes first. */
    private void subscribe(Session session) {
        if (!subscribed) {
            subscribed = true;
            hearing.subscribe(topics.dialect(), session);
        }
    }

    /** Fills the window. Rows that only wait to be taken out are passed over. */
    private void send(Session session, Instant now) {
        for (OutboxEntry entry : rows.next(window)) {
            send(session, entry, now);
        }
    }

    /** A row that is no event for receivers is a defect: it is set aside, and holds nothing up. */
    private void send(Session session, OutboxEntry entry, Instant now) {
        Message message;
        try {
            message = topics.notify(entry);
        } catch (IllegalArgumentException e) {
            rows.refused(entry.sequence());
            return;
        }
        window.sent(entry.sequence(), new String(message.payload(), StandardCharsets.UTF_8), now);
        session.publish(message, entry.sequence());
    }

    private void sayGoodbye(Session session) throws InterruptedException {
        rows.remove();
        if (connectedAt == null) {
            return;
        }
        session.publish(will, OFFLINE);
        long end = System.nanoTime() + FAREWELL.toNanos();
        while (System.nanoTime() < end) {
            mailbox.await(Duration.ofNanos(end - System.nanoTime()));
            for (Letter letter = mailbox.next(); letter != null; letter = mailbox.next()) {
                if (letter instanceof Mailbox.Acknowledged ack && ack.attempt() == attempt && ack.token() == OFFLINE) {
                    return;
                }
                if (read(letter, session) != null) {
                    return;
                }
            }
        }
    }

    /** Puts what happens on other threads into the mailbox. */
    private final class Post implements Broker.Listener {
        @Override
        public void connected() {
            mailbox.post(new Mailbox.Connected(attempt));
        }

        @Override
        public void acknowledged(long token) {
            mailbox.post(new Mailbox.Acknowledged(attempt, token));
        }

        @Override
        public void subscribed(boolean granted) {
            hearing.subscribed(granted);
            if (granted) {
                mailbox.post(new Mailbox.Subscribed(attempt));
            }
        }

        @Override
        public Broker.Reception came(Incoming message, Broker.Receipt receipt) {
            return hearing.came(
                    topics.dialect(),
                    topics.agent(),
                    message,
                    task -> mailbox.post(new Mailbox.Came(attempt, task, receipt)));
        }

        @Override
        public void lost(Problem problem, Loss loss) {
            mailbox.post(new Mailbox.Lost(attempt, problem, loss));
        }
    }
}
