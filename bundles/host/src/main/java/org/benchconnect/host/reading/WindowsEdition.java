package org.benchconnect.host.reading;

import org.benchconnect.core.signal.SoftwareVersion;
import org.benchconnect.host.reading.SystemRelease.Family;

/** Which line of the table an {@code EditionID} of Windows is: the editions without media player and those for schools have the dates of their kin. */
final class WindowsEdition {
    private WindowsEdition() {}

    static SystemRelease release(SoftwareVersion build, String editionId) {
        Family family = editionId.startsWith("Server") ? Family.WINDOWS_SERVER : Family.WINDOWS;
        return new SystemRelease(family, build, edition(editionId));
    }

    private static String edition(String editionId) {
        return switch (editionId) {
            case "EnterpriseN", "Education", "EducationN", "IoTEnterprise" -> "Enterprise";
            case "EnterpriseSN", "EnterpriseSEval" -> "EnterpriseS";
            case "IoTEnterpriseSK" -> "IoTEnterpriseS";
            default -> editionId;
        };
    }
}
