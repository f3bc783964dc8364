package org.benchconnect.host.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.benchconnect.host.reading.CertificateFile.Role;
import org.benchconnect.host.reading.ServiceState.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** This PC itself, asked for real. */
@EnabledOnOs(OS.LINUX)
class ThisPcTest {
    @TempDir
    Path folder;

    private ThisPc asking(String backups, String[] services, String... certificates) {
        return ThisPc.asking(Places.of(folder, folder.resolve("installation"), "", backups, services, certificates));
    }

    private ThisPc asking() {
        return asking("", new String[0]);
    }

    @Test
    void theSystemsDiskHasTheSizeThatTheFileSystemHas() throws UnreadableException, IOException {
        List<VolumeSpace> volumes = asking().volumes();

        VolumeSpace system = volumes.get(0);
        assertEquals(Volume.SYSTEM_DISK, system.volume());
        assertEquals(Files.getFileStore(Path.of("/")).getTotalSpace(), system.totalBytes());
        assertTrue(system.usableBytes() > 0);
    }

    @Test
    void theMemoryIsThatOfTheKernel() throws UnreadableException, IOException {
        Matcher total = Pattern.compile("MemTotal: +([0-9]+) kB").matcher(Files.readString(Path.of("/proc/meminfo")));
        assertTrue(total.find());

        MemorySpace memory = asking().memory();

        assertEquals(Long.parseLong(total.group(1)) * 1024, memory.totalBytes());
        assertTrue(memory.availableBytes() > 0);
    }

    @Test
    void theKernelTellsWhetherItsClockIsSet() throws UnreadableException {
        assertTrue(asking().clock().isPresent());
    }

    @Test
    void theOperatingSystemIsReadFromItsOwnFile() throws UnreadableException, IOException {
        assumeTrue(Files.exists(Path.of("/etc/debian_version")), "not on Debian");
        assumeTrue(Files.readString(Path.of("/etc/os-release")).contains("ID=debian\n"), "a kin of Debian");

        assertEquals(Optional.of(SystemRelease.Family.DEBIAN), asking().system().map(SystemRelease::family));
    }

    @Test
    void aServiceThatDoesNotExistIsNotFound() throws UnreadableException {
        List<ServiceState> states =
                asking("", new String[] {"no-such-service-here", " "}).services();

        assertEquals(List.of(new ServiceState(1, State.SERVICE_NOT_FOUND)), states);
    }

    @Test
    void theOthersAnswerToo() throws UnreadableException {
        ThisPc pc = asking();

        assertEquals(Files.isDirectory(Path.of("/etc/apt")), pc.restartWaits().isPresent());
        assertEquals(
                Files.exists(Path.of("/var/lib/clamav/daily.cvd"))
                        || Files.exists(Path.of("/var/lib/clamav/daily.cld")),
                pc.antivirus().isPresent());
        assertEquals(Optional.empty(), pc.backup());
    }

    @Test
    void theNewestFileOfTheBackupsCounts() throws UnreadableException, IOException {
        Path backups = Files.createDirectories(folder.resolve("backups/monday/full"));
        Instant newest = Instant.parse("2026-03-01T02:00:00Z");
        Files.setLastModifiedTime(Files.writeString(backups.resolve("a"), "a"), FileTime.from(newest));
        Files.setLastModifiedTime(
                Files.writeString(folder.resolve("backups/b"), "b"), FileTime.from(newest.minusSeconds(9)));
        Files.createDirectories(folder.resolve("backups/1/2/3/4"));
        Files.writeString(folder.resolve("backups/1/2/3/4/too-deep"), "new");

        assertEquals(
                Optional.of(new BackupState(true, Optional.of(newest))),
                asking("backups", new String[0]).backup());
    }

    @Test
    void aFolderOfBackupsThatIsNotThereIsNotReadable() throws UnreadableException {
        assertEquals(
                Optional.of(new BackupState(false, Optional.empty())),
                asking("not-there", new String[0]).backup());
    }

    @Test
    void certificatesAreReadForTheirEndAlone() throws Exception {
        String pem = Certificates.endingAfterDays(folder, 90);
        Files.createDirectories(folder.resolve("identity"));
        Files.writeString(folder.resolve("identity/device.crt"), pem);
        Files.writeString(folder.resolve("identity/device.key"), "no certificate");
        Files.writeString(folder.resolve("identity/device.pem"), "-----BEGIN PRIVATE KEY-----\n");
        Files.writeString(folder.resolve("named"), pem);
        Files.write(folder.resolve("broken"), "no certificate".getBytes(StandardCharsets.US_ASCII));

        List<CertificateFile> found =
                asking("", new String[0], "named", "broken", "not-there").certificates();

        assertEquals(
                List.of(
                        Role.DEVICE_CERTIFICATE,
                        Role.NAMED_CERTIFICATE,
                        Role.NAMED_CERTIFICATE,
                        Role.NAMED_CERTIFICATE),
                found.stream().map(CertificateFile::role).toList());
        assertEquals(
                List.of(true, true, false, false),
                found.stream().map(file -> file.expiry().isPresent()).toList());
        assertTrue(found.get(0).expiry().orElseThrow().isAfter(Instant.EPOCH.plusSeconds(1_700_000_000)));
    }

    @Test
    void aNameThatIsAnOptionIsStillOnlyAName() throws UnreadableException {
        List<ServiceState> states =
                asking("", new String[] {"--version", "; id"}).services();

        assertFalse(states.stream().anyMatch(service -> service.state() == State.SERVICE_RUNNING));
    }
}
