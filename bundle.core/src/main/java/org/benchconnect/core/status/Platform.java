package org.benchconnect.core.status;

/** What the launcher tells the bundles, as properties of the framework ({@code BundleContext.getProperty}). */
public final class Platform {
    /** The home folder, absolute: what this agent writes. */
    public static final String HOME = "org.benchconnect.home";
    /** The installation folder, absolute: never written by the agent. */
    public static final String INSTALLATION = "org.benchconnect.installation";
    /** The number of the running generation. */
    public static final String GENERATION = "org.benchconnect.generation";
    /** The SHA-256 of the running generation's list, 64 hexadecimal digits. */
    public static final String GENERATION_DIGEST = "org.benchconnect.generation.digest";
    /** How many modules the running generation has. */
    public static final String GENERATION_MODULES = "org.benchconnect.generation.modules";
    /** The version of launcher, framework and Java together: what an installer brings. Missing in a framework that our launcher did not start. */
    public static final String VERSION = "org.benchconnect.platform";
    /** The framework's start level once everything that starts with the agent was started: what starts later is a swap. */
    public static final int RUNNING = 2;

    private Platform() {}
}
