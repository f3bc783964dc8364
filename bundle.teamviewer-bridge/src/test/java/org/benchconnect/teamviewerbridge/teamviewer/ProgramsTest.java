package org.benchconnect.teamviewerbridge.teamviewer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class ProgramsTest {
    private static final Path SOURCES = Path.of("src/main/java/org/benchconnect/teamviewerbridge");

    @Test
    void theListOfProgramsIsClosedAndOnlyReadsButForTheService() {
        Path root = Path.of("/r");
        String all = Arrays.stream(Programs.values())
                .map(program -> String.join(" ", program.words(root)))
                .collect(Collectors.joining("\n"));

        assertEquals(
                """
                /r/System32/reg.exe query HKLM\\SOFTWARE\\WOW6432Node\\TeamViewer /s
                /r/System32/reg.exe query HKLM\\SOFTWARE\\TeamViewer /s
                /r/System32/tasklist.exe /FO CSV /NH
                /r/System32/sc.exe query TeamViewer
                /r/System32/sc.exe start TeamViewer
                /r/System32/sc.exe stop TeamViewer
                /r/usr/bin/systemctl show --property=ActiveState teamviewerd.service
                /r/usr/bin/systemctl --no-ask-password --no-block start teamviewerd.service
                /r/usr/bin/systemctl --no-ask-password --no-block stop teamviewerd.service""",
                all);
    }

    /** The bundle has one place that starts programs, two that name them, and none that could write a registry value or the client's file. */
    @Test
    void nothingInThisBundleCanWriteARegistryValue() throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(SOURCES)) {
            files = walk.filter(file -> file.toString().endsWith(".java")).toList();
        }

        assertTrue(files.size() > 50, "looked at " + files.size());
        assertEquals(Set.of("Command.java"), naming(files, "ProcessBuilder"));
        assertEquals(Set.of("ClientLookup.java", "Programs.java"), naming(files, "new Command("));
        assertEquals(
                Set.of("ClientLookup.java", "Programs.java"),
                files.stream()
                        .filter(file -> code(file).contains("\"reg.exe\""))
                        .map(file -> String.valueOf(file.getFileName()))
                        .collect(Collectors.toSet()));
        for (String word : List.of(
                "\"add\"",
                "\"import\"",
                "\"delete\"",
                "\"restore\"",
                "\"load\"",
                "getRuntime",
                "RegSetValue",
                "Advapi32",
                "java.util.prefs",
                "com.sun.jna",
                "\"customize\"",
                "\"assignment\"",
                "\"passwd\"")) {
            assertEquals(Set.of(), naming(files, word), word);
        }
    }

    private static Set<String> naming(List<Path> files, String word) {
        return files.stream()
                .filter(file -> code(file).contains(word))
                .map(file -> String.valueOf(file.getFileName()))
                .collect(Collectors.toSet());
    }

    private static String code(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void theServicesStateIsReadInEveryLanguageOfWindows() {
        String german = "SERVICE_NAME: TeamViewer\r\n        TYPE               : 10  WIN32_OWN_PROCESS\r\n"
                + "        STATE              : 4  RUNNING\r\n";

        assertEquals(ServiceState.RUNNING, ServiceState.ofSc(german));
        assertEquals(ServiceState.STOPPED, ServiceState.ofSc(german.replace("4  RUNNING", "1  STOPPED")));
        assertEquals(ServiceState.RUNNING, ServiceState.ofSc(german.replace("4  RUNNING", "3  STOP_PENDING")));
        assertEquals(ServiceState.UNKNOWN, ServiceState.ofSc("Zugriff verweigert"));
        assertEquals(ServiceState.STOPPED, ServiceState.ofSystemd("ActiveState=inactive\n"));
        assertEquals(ServiceState.RUNNING, ServiceState.ofSystemd("ActiveState=deactivating\n"));
        assertEquals(ServiceState.UNKNOWN, ServiceState.ofSystemd(""));
    }

    @Test
    void theTasksOfWindowsAreRead() {
        String output = "\"System Idle Process\",\"0\",\"Services\",\"0\",\"8 K\"\r\n"
                + "\"TeamViewer_Service.exe\",\"1234\",\"Services\",\"0\",\"20.000 K\"\r\nnonsense\r\n";

        assertEquals(Set.of("System Idle Process", "TeamViewer_Service.exe"), WindowsPc.names(output));
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "shell scripts stand in for the programs of Windows")
    void aWindowsPcIsAskedThroughItsOwnPrograms(@TempDir Path root) throws Exception {
        program(
                root,
                "System32/reg.exe",
                "[ \"$2\" = 'HKLM\\SOFTWARE\\TeamViewer' ] || exit 1\n"
                        + "printf 'HKEY_LOCAL_MACHINE\\\\SOFTWARE\\\\TeamViewer\\r\\n    Log    REG_DWORD    0x1\\r\\n'");
        program(
                root,
                "System32/tasklist.exe",
                "printf '\"TeamViewer_Desktop.exe\",\"5\",\"Console\",\"1\",\"1 K\"\\r\\n'");
        program(root, "System32/sc.exe", "printf '        STATE              : 4  RUNNING\\r\\n'");
        Pc pc = new WindowsPc(root, root.resolve("log"));

        Look look = new Looking(pc).look(1, true);

        assertEquals(new Look(ServiceState.RUNNING, Presence.SOMEBODY), look);
        assertEquals(Map.of("Log", new Setting.Number(1)), pc.settings());
        assertTrue(pc.stop() && pc.start());
        assertFalse(pc.processes().isEmpty());
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "a shell script stands in for systemctl")
    void aLinuxPcIsAskedThroughProcAndSystemd(@TempDir Path root) throws Exception {
        program(root, "usr/bin/systemctl", "echo ActiveState=active");
        Files.createDirectories(root.resolve("proc/17"));
        Files.createDirectories(root.resolve("proc/self"));
        Files.writeString(root.resolve("proc/17/comm"), "teamviewerd\n");
        Pc pc = new LinuxPc(root, root.resolve(LinuxPc.LOG));
        Looking looking = new Looking(pc);

        assertEquals(new Look(ServiceState.RUNNING, Presence.NOBODY), looking.look(1, false));
        Files.createDirectories(root.resolve("proc/18"));
        Files.writeString(root.resolve("proc/18/comm"), "TeamViewer_Desk\n");

        assertEquals(new Look(ServiceState.RUNNING, Presence.SOMEBODY), looking.look(2, false));
        Files.delete(root.resolve("proc/18/comm"));
        Files.delete(root.resolve("proc/18"));
        assertEquals(new Look(ServiceState.RUNNING, Presence.NOBODY), looking.look(3, false));
        assertEquals(Map.of(), pc.settings());
    }

    private static void program(Path root, String name, String script) throws IOException {
        Path file = root.resolve(name);
        Path folder = file.getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Files.writeString(file, "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }
}
