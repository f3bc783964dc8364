package org.benchconnect.cli.doctor;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.benchconnect.core.status.Status;

/** Whether the agent can read what it needs, and nobody can write what they should not. Nothing of the contents is kept. */
final class OwnFiles {
    private final Place place;
    private final Settings settings;
    private final AgentRights rights;

    OwnFiles(Place place, Settings settings, AgentRights rights) {
        this.place = place;
        this.settings = settings;
        this.rights = rights;
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
        if (named.isEmpty()) {
            return;
        }
        Map<String, String> local = Map.of("path", named, "key", key);
        try {
            Path file = place.home().resolve(named);
            if (!rights.mayRead(file)) {
                findings.add(Finding.failed(Cause.PASSWORD_UNREADABLE, local));
                return;
            }
            Arrays.fill(new Login("", file).reveal(), (byte) 0);
            if (AgentRights.isOpen(file, PosixFilePermission.OTHERS_READ)) {
                findings.add(Finding.warning(Cause.PASSWORD_OPEN, local));
            }
        } catch (AccessDeniedException e) {
            // The agent may, whoever runs the doctor may not.
            findings.add(Finding.notTested(Hop.PERMISSIONS));
        } catch (IOException | InvalidPathException e) {
            findings.add(Finding.failed(Cause.PASSWORD_UNREADABLE, local));
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

    private static Map<String, String> path(Path path) {
        return Map.of("path", path.toString());
    }
}
