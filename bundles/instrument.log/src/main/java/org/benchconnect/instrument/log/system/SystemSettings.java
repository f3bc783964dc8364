package org.benchconnect.instrument.log.system;

import java.time.Duration;
import java.util.Objects;

/**
 * What is watched around an instrument. An empty text or port 0 means that this is not watched.
 *
 * @param service name of a service (Windows) or unit (systemd) of this PC
 * @param program file name of a program that must run, such as {@code CellMek.exe}
 * @param host a name or literal address in the laboratory's network
 * @param port 0 to 65535
 * @param queue folder in which files wait, absolute
 * @param queuePattern a glob for their names
 * @param queueWarning so long is a warning
 * @param queueFault so long is a fault
 * @param queueIdle after so long without a waiting file the instrument counts as idle; zero if that proves nothing
 * @param every between two checks
 */
public record SystemSettings(
        String service,
        String program,
        String host,
        int port,
        String queue,
        String queuePattern,
        Duration queueWarning,
        Duration queueFault,
        Duration queueIdle,
        Duration every) {
    /** Without surrounding blanks; null, which is what Declarative Services makes of an empty default, is empty. */
    public SystemSettings {
        service = Objects.requireNonNullElse(service, "").strip();
        program = Objects.requireNonNullElse(program, "").strip();
        host = Objects.requireNonNullElse(host, "").strip();
        queue = Objects.requireNonNullElse(queue, "").strip();
        queuePattern = Objects.requireNonNullElse(queuePattern, "").isBlank() ? "*" : queuePattern.strip();
    }

    /**
     * As the laboratory's settings have it; a number outside its range counts as the nearest within.
     *
     * @param port 0 to 65535
     * @param warningMinutes 1 to 10080
     * @param faultMinutes 1 to 10080
     * @param idleMinutes 0 to 1440
     * @param everySeconds 5 to 3600
     */
    public static SystemSettings of(
            String service,
            String program,
            String host,
            int port,
            String queue,
            String queuePattern,
            int warningMinutes,
            int faultMinutes,
            int idleMinutes,
            int everySeconds) {
        return new SystemSettings(
                service,
                program,
                host,
                within(port, 0, 65_535),
                queue,
                queuePattern,
                Duration.ofMinutes(within(warningMinutes, 1, 10_080)),
                Duration.ofMinutes(within(faultMinutes, 1, 10_080)),
                Duration.ofMinutes(within(idleMinutes, 0, 1440)),
                Duration.ofSeconds(within(everySeconds, 5, 3600)));
    }

    private static int within(int value, int least, int most) {
        return Math.max(least, Math.min(most, value));
    }

    boolean hasService() {
        return !service.isEmpty() || !program.isEmpty();
    }

    boolean hasConnection() {
        return !host.isEmpty() && port > 0 && port <= 65_535;
    }

    boolean hasQueue() {
        return !queue.isEmpty();
    }

    boolean tellsActivity() {
        return hasQueue() && !queueIdle.isZero();
    }
}
