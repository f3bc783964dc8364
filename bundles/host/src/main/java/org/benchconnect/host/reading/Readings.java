package org.benchconnect.host.reading;

import java.util.List;
import java.util.Optional;

/**
 * What the checks know of this PC. Each call reads anew and may block, so it is made on a thread that somebody watches; none is
 * made before its check is due. An empty answer means that this PC has no such thing, or does not tell; that is no failure.
 */
public interface Readings {
    /**
     * The disks that are looked at.
     *
     * @throws UnreadableException if they cannot be read
     */
    List<VolumeSpace> volumes() throws UnreadableException;

    /**
     * The memory.
     *
     * @throws UnreadableException if it cannot be read
     */
    MemorySpace memory() throws UnreadableException;

    /**
     * The clock, as far as the operating system knows how right it is.
     *
     * @throws UnreadableException if it cannot be read
     */
    Optional<ClockState> clock() throws UnreadableException;

    /**
     * The services that the settings name, in their order.
     *
     * @throws UnreadableException if they cannot be read
     */
    List<ServiceState> services() throws UnreadableException;

    /**
     * The certificates of this agent and those that the settings name.
     *
     * @throws UnreadableException if they cannot be read
     */
    List<CertificateFile> certificates() throws UnreadableException;

    /**
     * The operating system, if it is one that the table of ends of support may know.
     *
     * @throws UnreadableException if it cannot be read
     */
    Optional<SystemRelease> system() throws UnreadableException;

    /**
     * Whether an update waits for a restart, if this operating system tells.
     *
     * @throws UnreadableException if it cannot be read
     */
    Optional<Boolean> restartWaits() throws UnreadableException;

    /**
     * The backup, if the settings name its folder.
     *
     * @throws UnreadableException if it cannot be read in another way than {@link BackupState#readable} says
     */
    Optional<BackupState> backup() throws UnreadableException;

    /**
     * The antivirus program, where it can be read.
     *
     * @throws UnreadableException if it cannot be read
     */
    Optional<AntivirusState> antivirus() throws UnreadableException;
}
