package org.benchconnect.link;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.benchconnect.core.store.AgentStore;
import org.benchconnect.link.Broker.Reception;
import org.benchconnect.link.Broker.Session;
import org.benchconnect.link.command.CommandTaker;
import org.benchconnect.link.command.SignedCommand;
import org.benchconnect.link.dialect.Dialect;
import org.benchconnect.link.dialect.Dialect.Outcome;
import org.benchconnect.link.dialect.Heard;
import org.benchconnect.link.dialect.Incoming;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of what comes from the service side. What is no command of the vendor ends where it came, on the connection's own thread, so that a flood of it waits in
 * the network and nowhere else. A command is obeyed on the supervisor's thread, and acknowledged when it is durable that it was here, so that the service side sends
 * again what a loss of power took.
 */
final class Hearing {
    /** More than any service side has under way towards one agent (Azure IoT Hub: 50). What comes beyond is not acknowledged, and comes again with the next connection. */
    private static final int MOST_UNREAD = 64;

    private final Listening listening = new Listening();
    private final CommandTaker commands;
    private final Supplier<@Nullable AgentStore> store;
    private final Executor supervisor;
    /** Came, and not read yet. */
    private final AtomicInteger unread = new AtomicInteger();
    /** Read, and not answered by the database yet: of this connection and of earlier ones. */
    private final AtomicInteger underWay = new AtomicInteger();

    /**
     * What the supervisor has to do.
     *
     * @param command what to obey, or null if that is decided
     * @param request who waits for an answer, or null for nobody
     */
    record Task(@Nullable SignedCommand command, @Nullable String request, Outcome outcome) {}

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

    /** From any thread. */
    void subscribed(boolean granted) {
        listening.answered(granted);
    }

    /** Forgets what a connection that is over has left unread. */
    void begin() {
        unread.set(0);
    }

    /**
     * Something came. From any thread.
     *
     * @param agent this one
     * @param supervisor is given what it has to do
     */
    Reception came(Dialect dialect, UUID agent, Incoming message, Consumer<Task> supervisor) {
        Heard heard = dialect.heard(message);
        if (heard instanceof Heard.Unasked) {
            return Reception.UNASKED;
        }
        if (heard instanceof Heard.Look) {
            commands.look();
        } else if (heard instanceof Heard.Unknown unknown) {
            return hand(new Task(null, unknown.request(), Outcome.UNKNOWN), supervisor);
        } else if (heard instanceof Heard.Command command) {
            Optional<SignedCommand> verified = commands.verify(command.signed(), agent);
            if (verified.isPresent() || command.request() != null) {
                return hand(new Task(verified.orElse(null), command.request(), Outcome.REFUSED), supervisor);
            }
        }
        return Reception.DONE;
    }

    private Reception hand(Task task, Consumer<Task> supervisor) {
        if (unread.get() + underWay.get() < MOST_UNREAD) {
            unread.incrementAndGet();
            supervisor.accept(task);
        }
        return Reception.LATER;
    }

    /** On the supervisor's thread. */
    void read(Mailbox.Came came, Dialect dialect, Session session) {
        underWay.incrementAndGet();
        unread.decrementAndGet();
        Task task = came.task();
        SignedCommand command = task.command();
        if (command == null) {
            underWay.decrementAndGet();
            answer(came, task.outcome(), dialect, session);
        } else {
            commands.take(command, store.get(), supervisor)
                    .whenComplete((outcome, failure) -> underWay.decrementAndGet())
                    .thenAccept(outcome -> answer(came, outcome, dialect, session));
        }
    }

    private static void answer(Mailbox.Came came, Outcome outcome, Dialect dialect, Session session) {
        if (outcome != Outcome.NOT_NOW) {
            session.taken(came.receipt());
        }
        String request = came.task().request();
        if (request != null) {
            session.publish(dialect.answer(request, outcome), Connection.UNANSWERED);
        }
    }
}
