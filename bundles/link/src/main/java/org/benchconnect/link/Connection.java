package org.benchconnect.link;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.benchconnect.core.link.OutboxEntry;
import org.benchconnect.core.link.TlsClient;
import org.benchconnect.link.Backoff.Loss;
import org.benchconnect.link.Broker.Session;
import org.benchconnect.link.EventContent.Presence.State;
import org.benchconnect.link.Mailbox.Letter;
import org.jspecify.annotations.Nullable;

/**
 * The life of one connection, on the supervisor's thread: says it is there, sends rows within the window, takes acknowledged
 * ones out, and says good-bye when it is asked to stop.
 */
final class Connection {
    private static final long ONLINE = -1;
    private static final long OFFLINE = -2;
    /** How often to look at the rows under way, and at the store if it was in trouble. */
    private static final Duration TICK = Duration.ofSeconds(5);
    /** How long the farewell may take. */
    private static final Duration FAREWELL = Duration.ofSeconds(2);
    /** Longer than the longest connect time-out, for proxy, TLS, WebSocket and CONNACK: Paho itself would wait for ever. */
    private static final Duration CONNECT_PATIENCE = Duration.ofSeconds(150);

    private final Topics topics;
    private final LookTopic look;
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
    private final Broker.Message will;

    /** What was said when it was connected. */
    private Broker.@Nullable Message here;

    private @Nullable Instant connectedAt;
    private boolean acknowledged;
    private boolean subscribed;

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
     * @param look who hears of what comes
     * @param wall what people and messages are told
     * @param steady by which it waits
     * @param attempt its number in this run of the link; letters of other numbers are not for it
     * @param online run at each acknowledgement
     */
    Connection(
            Topics topics,
            LookTopic look,
            Rows rows,
            Mailbox mailbox,
            Clock wall,
            Clock steady,
            long attempt,
            Runnable online) {
        this.topics = topics;
        this.look = look;
        this.rows = rows;
        this.mailbox = mailbox;
        this.wall = wall;
        this.steady = steady;
        this.attempt = attempt;
        this.online = online;
        this.begun = steady.instant();
        this.will = topics.presence(State.OFFLINE, attempt, wall.instant());
    }

    /** Lives until it ends; null if it was asked to stop. */
    @Nullable
    End live(Broker broker, TlsClient tls) throws RefusedSettingException, InterruptedException {
        try (Session session = broker.open(tls, topics.agent().toString(), will, topics.look(), new Post())) {
            while (true) {
                for (Letter letter : mailbox.take(TICK)) {
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

    private @Nullable End read(Letter letter, Session session) {
        if (letter instanceof Mailbox.Connected connected && connected.attempt() == attempt) {
            connectedAt = steady.instant();
            here = topics.presence(State.ONLINE, attempt, wall.instant());
            session.publish(here, ONLINE);
        } else if (letter instanceof Mailbox.Acknowledged ack && ack.attempt() == attempt) {
            acknowledged = true;
            window.acknowledged(ack.token()).ifPresent(text -> rows.acknowledged(ack.token(), text, wall.instant()));
            if (ack.token() == ONLINE && here != null) {
                rows.presence().said(here, wall.instant());
            }
        } else if (letter instanceof Mailbox.Removed removed) {
            rows.removed(removed);
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
        send(session, now);
        if (acknowledged) {
            online.run();
            subscribe(session);
        }
        return null;
    }

    /** Once, when the service side has shown that it takes what this agent has to say: that comes first. */
    private void subscribe(Session session) {
        if (!subscribed && look.isWanted()) {
            look.asked();
            session.subscribe();
        }
        subscribed = true;
    }

    /** Fills the window. Rows that only wait to be taken out are passed over. */
    private void send(Session session, Instant now) {
        for (OutboxEntry entry : rows.next(window)) {
            send(session, entry, now);
        }
    }

    /** A row that is no event for receivers is a defect: it is set aside, and holds nothing up. */
    private void send(Session session, OutboxEntry entry, Instant now) {
        Broker.Message message;
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
            for (Letter letter : mailbox.take(Duration.ofNanos(end - System.nanoTime()))) {
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
            look.answered(granted);
        }

        @Override
        public void look() {
            look.came();
        }

        @Override
        public void lost(Problem problem, Loss loss) {
            mailbox.post(new Mailbox.Lost(attempt, problem, loss));
        }
    }
}
