package org.benchconnect.host.reading;

/** The answer of {@code systemctl show --property=LoadState,ActiveState}. */
final class SystemdUnit {
    private SystemdUnit() {}

    static ServiceState.State state(String answer) throws UnreadableException {
        if (answer.contains("LoadState=not-found")) {
            return ServiceState.State.SERVICE_NOT_FOUND;
        } else if (!answer.contains("ActiveState=")) {
            throw new UnreadableException("systemctl told no state");
        }
        boolean runs = answer.contains("ActiveState=active") || answer.contains("ActiveState=reloading");
        return runs ? ServiceState.State.SERVICE_RUNNING : ServiceState.State.SERVICE_STOPPED;
    }
}
