package org.benchconnect.companion.api;

/** Why the agent cannot be followed. The name in lower case is the key of its sentence: {@code trouble.not-running}. */
public enum Trouble {
    /** There is no {@code run/api}, or nobody answers there. */
    NOT_RUNNING,
    /** This account may not read {@code run/api}: it is not a member of the agent's group. */
    NOT_ALLOWED,
    /** {@code run/api}, or an answer, is not what it should be. */
    NOT_UNDERSTOOD,
    /** A part of the agent is not running yet, or too many follow it. */
    NOT_READY;

    /** The key of the sentence for people. */
    public String key() {
        return "trouble." + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
