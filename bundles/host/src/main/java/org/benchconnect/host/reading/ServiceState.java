package org.benchconnect.host.reading;

/**
 * A service that the settings name.
 *
 * @param number its place in the settings, from 1: its name stays there
 * @param state how it is
 */
public record ServiceState(int number, State state) {
    /** How a service is. */
    public enum State {
        SERVICE_RUNNING,
        /** Also one that is starting or failed. */
        SERVICE_STOPPED,
        /** This PC has no service of that name. */
        SERVICE_NOT_FOUND
    }
}
