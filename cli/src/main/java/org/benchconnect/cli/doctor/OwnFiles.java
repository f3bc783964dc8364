package org.benchconnect.cli.doctor;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.benchconnect.core.status.Status;

/** Whether the agent can read what it needs, and nobody can write what they should not. Of the contents only the passwords are taken. */
final class OwnFiles {
    private final Place place;
    private final Settings settings;
    private final AgentRights rights;
    private final Secrets secrets;

    OwnFiles(Place place, Settings settings, AgentRights rights, Secrets secrets) {
        this.place = place;
        this.settings = settings;
        this.rights = rights;
        this.secrets = secrets;
    }

    /** Everything that is not right; one that all is, if it is. */
    List<Finding> look() {
        List<Finding> findings = new ArrayList<>();
        if (AgentRights.isOpen(place.home(), PosixFilePermission.OTHERS_WRITE)) {
            findings.add(Finding.warning(Cause.HOME_OPEN, path(place.home())));
        }
        if (Files.isDirectory(place.installation()) && rights.mayWrite(place.installation())) {
            findings.add(Finding.warning(Cause.INSTALLATION_OPEN, path(place.installation())));
        }
        password("password-file", findings);
        password("proxy-password-file", findings);
        if (findings.isEmpty()) {
            findings.add(Finding.ok(Hop.PERMISSIONS, Map.of()));
        }
        return findings;
    }

    private void password(String key, List<Finding> findings) {
        String named = settings.text("link", key);
        try {
            secrets.take(key);
            if (!named.isEmpty() && AgentRights.isOpen(place.home().resolve(named), PosixFilePermission.OTHERS_READ)) {
                findings.add(Finding.warning(Cause.PASSWORD_OPEN, Map.of("path", named, "key", key)));
            }
        } catch (BlockedException e) {
            findings.add(e.finding());
        }
    }

    /** What the file of trust anchors lacks, if the service side is to be reached. */
    static List<Finding> anchors(Status tls, String setting) {
        return switch (tls.subject().toString()) {
            case "TLS_NO_ANCHORS" -> List.of(Finding.failed(Cause.ANCHORS_MISSING, Map.of()));
            case "TLS_ANCHORS_UNREADABLE", "TLS_LISTS_UNREADABLE" ->
                List.of(Finding.failed(Cause.ANCHORS_UNREADABLE, Map.of("path", setting)));
            default -> List.of();
        };
    }

    /** Ends the road at a file of section tls that is a pipe or a device, which would keep whoever opens it. */
    static void noPipe(Place place, String setting) throws BlockedException {
        try {
            Path file = place.home().resolve(setting);
            if (Files.exists(file) && !Files.isRegularFile(file) && !Files.isDirectory(file)) {
                throw new BlockedException(Cause.ANCHORS_UNREADABLE, Map.of("path", setting));
            }
        } catch (InvalidPathException e) {
            throw new BlockedException(Cause.ANCHORS_UNREADABLE, Map.of("path", setting));
        }
    }

    private static Map<String, String> path(Path path) {
        return Map.of("path", path.toString());
    }
}
