package org.benchconnect.upgrade.upgrader;

/** Why the generation before runs again. Each has a text {@code token.BACK_<NAME>}. */
enum WentBackFor {
    /** The launcher refused it, or a module did not start. */
    NOT_STARTED,
    /** A component failed, or missed a service that it had before. */
    COMPONENTS,
    /** A module says of itself that it does not work. */
    HEALTH_CHECK,
    /** A module or the component runtime did not answer in time. */
    NO_ANSWER,
    /** The memory was full even after a collection. */
    MEMORY,
    /** Threads waited for each other for ever. */
    DEADLOCK,
    /** The agent ended with it, again and again, and the launcher went back. */
    CRASHED,
    /** A person wanted it so. */
    PERSON
}
