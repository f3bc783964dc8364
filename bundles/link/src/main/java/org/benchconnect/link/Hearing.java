package org.benchconnect.link;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.benchconnect.core.store.AgentStore;
import org.benchconnect.link.Broker.Session;
import org.benchconnect.link.command.CommandTaker;
import org.benchconnect.link.dialect.Dialect;
import org.benchconnect.link.dialect.Dialect.Outcome;
import org.benchconnect.link.dialect.Heard;
import org.benchconnect.link.dialect.Incoming;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of what comes from the service side. Read and obeyed on the supervisor's thread; acknowledged when it is durable that it was here, so that the service
 * side sends again what a loss of power took. {@link #came} and {@link #subscribed} may be called by any thread.
 */
final class Hearing {
    /** More than any service side has under way towards one agent (Azure IoT Hub: 50). */
    private static final int MOST_UNREAD = 64;

    private final Listening listening = new Listening();
    private final CommandTaker commands;
    private final Supplier<@Nullable AgentStore> store;
    private final Executor supervisor;
    /** Came, and not read yet. */
    private final AtomicInteger unread = new AtomicInteger();

    /**
     * For one supervisor.
     *
     * @param store the database now
     * @param supervisor runs things on its thread
     */
    Hearing(CommandTaker commands, Supplier<@Nullable AgentStore> store, Executor supervisor) {
        this.commands = commands;
        this.store = store;
        this.supervisor = supervisor;
    }

    /** Asks for what may come, unless this service side has shown that it does not let the agent. */
    void subscribe(Dialect dialect, Session session) {
        List<String> filters = dialect.subscriptions(commands.isWilling());
        if (!filters.isEmpty() && listening.isWanted()) {
            listening.asked();
            session.subscribe(filters);
        }
    }

    void subscribed(boolean granted) {
        listening.answered(granted);
    }

    /** What it is taken to be; empty if nobody asked for it, or for so much. */
    Optional<Heard> came(Dialect dialect, Incoming message) {
        Heard heard = dialect.heard(message);
        if (heard instanceof Heard.Unasked || unread.get() >= MOST_UNREAD) {
            return Optional.empty();
        }
        unread.incrementAndGet();
        return Optional.of(heard);
    }

    /** Forgets what a connection that is over has left unread. */
    void begin() {
        unread.set(0);
    }

    void heard(Mailbox.Came came, Dialect dialect, Session session) {
        unread.decrementAndGet();
        if (came.heard() instanceof Heard.Command command) {
            obey(command, came.receipt(), dialect, session);
            return;
        }
        session.taken(came.receipt());
        if (came.heard() instanceof Heard.Look) {
            commands.look();
        } else if (came.heard() instanceof Heard.Unknown unknown) {
            session.publish(dialect.answer(unknown.request(), Outcome.UNKNOWN), Connection.UNANSWERED);
        }
    }

    private void obey(Heard.Command command, Broker.Receipt receipt, Dialect dialect, Session session) {
        commands.take(command.signed(), store.get(), supervisor)
                .thenAccept(outcome -> answer(command, receipt, outcome, dialect, session));
    }

    private static void answer(
            Heard.Command command, Broker.Receipt receipt, Outcome outcome, Dialect dialect, Session session) {
        if (outcome != Outcome.NOT_NOW) {
            session.taken(receipt);
        }
        String request = command.request();
        if (request != null) {
            session.publish(dialect.answer(request, outcome), Connection.UNANSWERED);
        }
    }
}
