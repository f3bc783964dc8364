package org.benchconnect.link.command;

import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.benchconnect.core.store.AgentStore;
import org.benchconnect.link.command.RefusedCommandException.Rule;
import org.benchconnect.link.dialect.Dialect.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * Takes a command: verified, then kept that it was here, then obeyed, then written down; acknowledged by the caller when the future completes. After a loss of power
 * between keeping and obeying it is not obeyed, and whoever gave it gives another. A withdrawal is obeyed even if the disk takes nothing: lowering waits for no disk.
 * But for {@link #verify} used by one thread, the one of the executor.
 */
public final class CommandTaker {
    /** Nonces of withdrawals that were obeyed and that the disk did not take. */
    private static final int MOST_UNKEPT = 1000;

    private final @Nullable CommandKey key;
    private final CommandEffects effects;
    private final AdvancingClock clock;
    private final Refusals refusals;
    private final Takings takings;
    private final Set<String> unkept = new LinkedHashSet<>();

    /**
     * For one agent.
     *
     * @param key the vendor's; without one no command is obeyed
     * @param effects who obeys
     * @param wall the PC's clock
     * @param steady one that only ever advances
     */
    public CommandTaker(Optional<CommandKey> key, CommandEffects effects, Clock wall, Clock steady) {
        this.key = key.orElse(null);
        this.effects = effects;
        this.clock = new AdvancingClock(wall, steady);
        this.refusals = new Refusals(effects, steady);
        this.takings = new Takings(effects, steady);
    }

    /** Whether any command could be obeyed. */
    public boolean isWilling() {
        return key != null;
    }

    /** There may be something to look for; anybody may say so. */
    public void look() {
        effects.obey(new Command.Look());
    }

    /**
     * Verifies what came; what is refused is told. Safe for any thread; takes less than a millisecond.
     *
     * @param utf8 what may be a command
     * @param agent this one
     * @return empty if it is refused
     */
    public Optional<SignedCommand> verify(byte[] utf8, UUID agent) {
        try {
            if (key == null) {
                throw new RefusedCommandException(Rule.COMMAND_SIGNED);
            }
            return Optional.of(SignedCommand.verify(utf8, key, agent, clock.now()));
        } catch (RefusedCommandException e) {
            refusals.refused(e.rule());
            return Optional.empty();
        }
    }

    /**
     * Takes a command. The future never fails; it completes on the executor's thread, or at once.
     *
     * @param store the database now, or null if there is none
     * @param executor runs the rest on the thread that calls this
     */
    public CompletableFuture<Outcome> take(SignedCommand command, @Nullable AgentStore store, Executor executor) {
        if (store == null || !effects.canObey(command.command())) {
            return CompletableFuture.completedFuture(Outcome.NOT_NOW);
        }
        return keep(command, store)
                .handleAsync((first, failure) -> taken(command, failure == null ? first : null), executor);
    }

    private static CompletableFuture<Boolean> keep(SignedCommand command, AgentStore store) {
        return store.write(tables -> tables.commands().take(command.nonce(), command.expires()));
    }

    /**
     * The database has answered.
     *
     * @param first whether the command was not here before, or null if nothing could be kept
     */
    private Outcome taken(SignedCommand command, @Nullable Boolean first) {
        if (unkept.contains(command.nonce())) {
            // Obeyed when the disk took nothing; now it is known whether it does.
            if (first != null) {
                unkept.remove(command.nonce());
            }
            return first == null ? Outcome.NOT_NOW : Outcome.TAKEN;
        }
        if (first == null) {
            boolean obeyed = command.command() instanceof Command.Withdraw && unkept.size() < MOST_UNKEPT;
            if (obeyed) {
                unkept.add(command.nonce());
                obey(command.command());
            }
            return Outcome.NOT_NOW;
        }
        if (!first) {
            refusals.refused(Rule.COMMAND_ONCE);
            return Outcome.REFUSED;
        }
        obey(command.command());
        return Outcome.TAKEN;
    }

    private void obey(Command command) {
        effects.obey(command);
        takings.taken(command);
    }
}
