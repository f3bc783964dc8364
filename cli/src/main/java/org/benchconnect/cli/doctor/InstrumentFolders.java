package org.benchconnect.cli.doctor;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whether the agent's account can read the instruments' folders, and cannot write into them. */
final class InstrumentFolders {
    private InstrumentFolders() {}

    static List<Finding> look(Settings settings, AgentRights rights) {
        List<Finding> findings = new ArrayList<>();
        settings.instrumentFolders().forEach((setting, folder) -> look(folder, rights)
                .ifPresent(cause -> findings.add(finding(cause, Map.of("path", folder, "key", setting)))));
        if (findings.isEmpty()) {
            boolean none = settings.instrumentFolders().isEmpty();
            findings.add(
                    none ? Finding.notTested(Hop.INSTRUMENT_FOLDERS) : Finding.ok(Hop.INSTRUMENT_FOLDERS, Map.of()));
        }
        return findings;
    }

    private static Finding finding(Cause cause, Map<String, String> local) {
        return cause == Cause.FOLDER_WRITABLE ? Finding.warning(cause, local) : Finding.failed(cause, local);
    }

    private static Optional<Cause> look(String named, AgentRights rights) {
        try {
            Path folder = Path.of(named);
            if (Files.notExists(folder)) {
                return Optional.of(Cause.FOLDER_MISSING);
            }
            if (!rights.mayRead(folder)) {
                return Optional.of(Cause.FOLDER_UNREADABLE);
            }
            return rights.mayWrite(folder) ? Optional.of(Cause.FOLDER_WRITABLE) : Optional.empty();
        } catch (InvalidPathException e) {
            return Optional.of(Cause.FOLDER_MISSING);
        }
    }
}
