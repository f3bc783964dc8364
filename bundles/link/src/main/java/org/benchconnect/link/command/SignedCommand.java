package org.benchconnect.link.command;

import java.time.Instant;
import java.util.UUID;
import org.benchconnect.link.command.RefusedCommandException.Rule;

/** A command that the vendor signed for this agent and this time: to hold one is the proof. Whether it was here before, only the database knows. */
public final class SignedCommand {
    private final Order order;

    private SignedCommand(Order order) {
        this.order = order;
    }

    /**
     * Verifies. Pure: no network, no disk.
     *
     * @param utf8 what came
     * @param key the vendor's
     * @param agent this one
     * @param now trusted time
     * @throws RefusedCommandException if any rule but {@link Rule#COMMAND_ONCE} is broken
     */
    public static SignedCommand verify(byte[] utf8, CommandKey key, UUID agent, Instant now)
            throws RefusedCommandException {
        CommandText text = CommandText.read(utf8);
        Order order = text.order();
        require(key.verifies(order.canonical(), text.signature()), Rule.COMMAND_SIGNED);
        require(order.agent().equals(agent), Rule.COMMAND_FOR_THIS_AGENT);
        require(order.isShortLived(), Rule.COMMAND_SHORT_LIVED);
        require(!now.isBefore(order.notBefore()), Rule.COMMAND_NOT_EARLY);
        require(now.isBefore(order.expires()), Rule.COMMAND_NOT_LATE);
        return new SignedCommand(order);
    }

    private static void require(boolean held, Rule rule) throws RefusedCommandException {
        if (!held) {
            throw new RefusedCommandException(rule);
        }
    }

    /** What to do. */
    public Command command() {
        return order.command();
    }

    /** What must never have been here before. */
    public String nonce() {
        return order.nonce();
    }

    /** Until when it counts. */
    public Instant expires() {
        return order.expires();
    }
}
