package org.benchconnect.teamviewerbridge.teamviewer;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

/**
 * What the operating system tells of the client, and the two things that it is asked to do: start and stop the client's service. There is nothing here that changes a
 * setting. One thread.
 */
interface Pc {
    /** The numbers of the processes now: cheap, to know whether a closer look is worth it. Empty where they cannot be seen. */
    Set<Long> processes();

    /** The names of the processes now; empty where they cannot be seen. */
    Set<String> processNames() throws InterruptedException;

    /** The client's service. */
    ServiceState service() throws InterruptedException;

    /** What the client keeps of its settings; empty where nothing can be read. */
    Map<String, Setting> settings() throws InterruptedException;

    /** The client's log of connections. */
    Path log();

    /** Asks for the service to be started. Returns whether the system took it. */
    boolean start() throws InterruptedException;

    /** Asks for the service to be stopped, and with it every connection. Returns whether the system took it; it may take seconds more. */
    boolean stop() throws InterruptedException;
}
