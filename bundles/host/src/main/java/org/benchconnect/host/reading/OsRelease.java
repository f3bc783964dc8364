package org.benchconnect.host.reading;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.benchconnect.core.signal.SoftwareVersion;
import org.benchconnect.host.reading.SystemRelease.Family;

/** The text of {@code os-release(5)}: of Red Hat and its kin the major version counts, the others' as it stands. */
final class OsRelease {
    private static final Map<String, Family> FAMILIES = Map.of(
            "debian", Family.DEBIAN,
            "ubuntu", Family.UBUNTU,
            "rhel", Family.RED_HAT,
            "rocky", Family.ROCKY,
            "almalinux", Family.ALMA,
            "centos", Family.CENTOS);

    private OsRelease() {}

    static Optional<SystemRelease> read(String text) {
        Map<String, String> values = new HashMap<>();
        text.lines().forEach(line -> {
            int equals = line.indexOf('=');
            if (equals > 0) {
                values.put(
                        line.substring(0, equals).strip(),
                        unquoted(line.substring(equals + 1).strip()));
            }
        });
        Family family = FAMILIES.get(values.getOrDefault("ID", ""));
        if (family == null) {
            return Optional.empty();
        }
        return SoftwareVersion.parse(values.getOrDefault("VERSION_ID", ""))
                .map(version -> new SystemRelease(family, relevant(family, version), ""));
    }

    private static SoftwareVersion relevant(Family family, SoftwareVersion version) {
        return family == Family.UBUNTU
                ? version
                : new SoftwareVersion(version.numbers().subList(0, 1));
    }

    private static String unquoted(String value) {
        boolean quoted = value.length() >= 2 && (value.startsWith("\"") || value.startsWith("'"));
        return quoted ? value.substring(1, value.length() - 1) : value;
    }
}
