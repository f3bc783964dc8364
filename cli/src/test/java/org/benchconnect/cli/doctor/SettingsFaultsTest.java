package org.benchconnect.cli.doctor;

import static org.benchconnect.cli.doctor.Found.isFound;
import static org.benchconnect.cli.doctor.LabServers.OURS;
import static org.benchconnect.cli.doctor.LabServers.broker;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** On this PC, in its settings and the files they name: each fault that is put in is the one that is named, and no other. */
@Timeout(60)
class SettingsFaultsTest {
    @TempDir
    Path folder;

    private Pc pc;

    @BeforeEach
    void aPcThatTrustsOurAuthority() {
        pc = new Pc(folder).trusts(OURS);
    }

    @Test
    void offlineByChoiceIsNoFault() {
        Diagnosis diagnosis = pc.examined();

        assertTrue(diagnosis.cause().isEmpty(), diagnosis::toString);
        assertEquals(Cause.OFFLINE, diagnosis.findings().get(0).cause());
    }

    @Test
    void settingsWithAMistake() throws IOException {
        Files.writeString(pc.place().home().resolve("config").resolve("agent.json"), "{ \"link\": ");

        isFound(pc, Cause.SETTINGS_BROKEN);
    }

    @Test
    void unreadablePasswordFile() {
        try (ScriptedServer broker = broker(0)) {
            pc.broker(broker.address() + "/mqtt").signsIn("agent", "nowhere.txt");

            isFound(pc, Cause.PASSWORD_UNREADABLE);
        }
    }

    @Test
    void emptyPasswordFile() {
        try (ScriptedServer broker = broker(0)) {
            pc.secret("broker.txt", "\n");
            pc.broker(broker.address() + "/mqtt").signsIn("agent", "broker.txt");

            isFound(pc, Cause.PASSWORD_UNREADABLE);
        }
    }

    @Test
    void instrumentFolderThatTheAgentsAccountCannotRead() throws IOException {
        Path instrument = Files.createDirectories(folder.resolve("instrument"));
        Files.setPosixFilePermissions(instrument, PosixFilePermissions.fromString("---------"));
        if (Files.isReadable(instrument)) {
            // An administrator reads everything, so the agent's account must be another's.
            UserPrincipal nobody =
                    folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody");
            Files.setOwner(pc.place().home(), nobody);
            openTheWayTo(folder);
        }
        pc.with("adapter.navios", "folder", instrument.toString());

        isFound(pc, Cause.FOLDER_UNREADABLE);
    }

    private static void openTheWayTo(Path folder) throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @Test
    void instrumentFolderThatIsNotThere() {
        pc.with("adapter.navios", "folder", folder.resolve("gone").toString());

        isFound(pc, Cause.FOLDER_MISSING);
    }
}
