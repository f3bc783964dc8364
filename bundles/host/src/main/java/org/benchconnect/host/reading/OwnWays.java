package org.benchconnect.host.reading;

import java.util.List;
import java.util.Optional;

/** What each operating system tells in its own way; the contracts are those of {@link Readings}. */
interface OwnWays {
    Optional<ClockState> clock() throws UnreadableException;

    List<ServiceState> services(List<String> names) throws UnreadableException;

    Optional<SystemRelease> system() throws UnreadableException;

    Optional<Boolean> restartWaits() throws UnreadableException;

    Optional<AntivirusState> antivirus() throws UnreadableException;
}
