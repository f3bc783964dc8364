package org.benchconnect.host.reading;

import org.benchconnect.core.signal.SoftwareVersion;

/**
 * Which operating system runs here.
 *
 * @param family whose
 * @param version its release; of Windows the build: 19045
 * @param edition Windows' {@code EditionID}, such as {@code IoTEnterpriseS}; empty elsewhere. For the table alone, never a fact
 */
public record SystemRelease(Family family, SoftwareVersion version, String edition) {
    /** The operating systems of the table. */
    public enum Family {
        WINDOWS,
        WINDOWS_SERVER,
        DEBIAN,
        UBUNTU,
        RED_HAT,
        ROCKY,
        ALMA,
        CENTOS
    }
}
