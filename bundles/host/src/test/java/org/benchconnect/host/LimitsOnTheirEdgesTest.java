package org.benchconnect.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.benchconnect.core.signal.Signal;
import org.benchconnect.core.signal.SoftwareVersion;
import org.benchconnect.host.reading.AntivirusState;
import org.benchconnect.host.reading.BackupState;
import org.benchconnect.host.reading.CertificateFile;
import org.benchconnect.host.reading.CertificateFile.Role;
import org.benchconnect.host.reading.ClockState;
import org.benchconnect.host.reading.MemorySpace;
import org.benchconnect.host.reading.ServiceState;
import org.benchconnect.host.reading.SystemRelease;
import org.benchconnect.host.reading.SystemRelease.Family;
import org.benchconnect.host.reading.Volume;
import org.benchconnect.host.reading.VolumeSpace;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Each check just within its limit, just beyond it, and in between. */
class LimitsOnTheirEdgesTest {
    private static final HostLimits LIMITS = HostLimits.SHIPPED;
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final String WELL = "[] undecided 0";

    /** Codes and severities in the order of the verdict, and how much is undecided. */
    private static String said(Verdict verdict) {
        return verdict.signals().stream().map(LimitsOnTheirEdgesTest::said).toList() + " undecided "
                + verdict.undecided().size();
    }

    private static String said(Signal signal) {
        return signal.severity() + " " + signal.code() + " " + signal.facts();
    }

    @Nested
    class OfADisk {
        private String disk(long usable, long total) {
            return said(DiskCheck.judge(List.of(new VolumeSpace(Volume.SYSTEM_DISK, usable, total)), Map.of(), LIMITS));
        }

        @Test
        void elevenPercentAreEnough() {
            assertEquals(WELL, disk(11_000_000_000L, 100_000_000_000L));
        }

        @Test
        void betweenTenAndElevenPercentNothingChanges() {
            assertEquals("[] undecided 1", disk(10_000_000_000L, 100_000_000_000L));
            assertEquals("[] undecided 1", disk(10_999_999_999L, 100_000_000_000L));
        }

        @Test
        void lessThanTenPercentIsAWarning() {
            assertEquals(
                    "[WARNING PC_DISK_LOW VOLUME=tSYSTEM_DISK;FREE_PERCENT=n9;FREE_GIGABYTE=n9] undecided 0",
                    disk(9_999_999_999L, 100_000_000_000L));
            assertTrue(disk(3_000_000_000L, 100_000_000_000L).startsWith("[WARNING"));
        }

        @Test
        void lessThanThreePercentIsAFault() {
            assertTrue(disk(2_999_999_999L, 100_000_000_000L).startsWith("[FAULT PC_DISK_LOW"));
            assertTrue(disk(0, 100_000_000_000L).startsWith("[FAULT PC_DISK_LOW"));
        }

        @Test
        void fiftyGigabytesAreEnoughOnAnyDisk() {
            assertEquals(WELL, disk(50_000_000_000L, 4_000_000_000_000L));
            assertTrue(disk(49_999_999_999L, 4_000_000_000_000L).startsWith("[FAULT"));
        }

        @Test
        void twoDisksAreTwoConditions() {
            Verdict both = DiskCheck.judge(
                    List.of(new VolumeSpace(Volume.SYSTEM_DISK, 1, 100), new VolumeSpace(Volume.DATA_DISK, 1, 100)),
                    Map.of(),
                    LIMITS);

            assertEquals(
                    2, both.signals().stream().map(Signal::condition).distinct().count());
        }
    }

    @Nested
    class OfMemory {
        private String memory(long... available) {
            List<MemorySpace> looks = Arrays.stream(available)
                    .mapToObj(bytes -> new MemorySpace(bytes, 1000))
                    .toList();
            return said(MemoryCheck.judge(looks, LIMITS));
        }

        @Test
        void oneLowLookIsNone() {
            assertEquals("[] undecided 1", memory(99));
            assertEquals("[] undecided 1", memory(500, 99, 99));
        }

        @Test
        void threeLowLooksAreAWarning() {
            assertEquals("[WARNING PC_MEMORY_LOW FREE_PERCENT=n9] undecided 0", memory(99, 99, 99));
            assertEquals("[] undecided 1", memory(99, 99, 100));
        }

        @Test
        void allBelowFourPercentAreAFault() {
            assertEquals("[FAULT PC_MEMORY_LOW FREE_PERCENT=n3] undecided 0", memory(39, 39, 39));
            assertEquals("[WARNING PC_MEMORY_LOW FREE_PERCENT=n3] undecided 0", memory(40, 39, 39));
        }

        @Test
        void oneGoodLookClears() {
            assertEquals(WELL, memory(39, 39, 110));
        }
    }

    @Nested
    class OfTheClock {
        private String clock(boolean synchronised, OptionalDouble offset) {
            return said(ClockCheck.judge(new ClockState(synchronised, offset), LIMITS));
        }

        @Test
        void halfAMinuteIsWell() {
            assertEquals(WELL, clock(true, OptionalDouble.of(30)));
            assertEquals(WELL, clock(true, OptionalDouble.of(-30)));
        }

        @Test
        void moreIsAWarningAndFiveMinutesAreAFault() {
            assertEquals(
                    "[WARNING PC_CLOCK_OFF OFFSET_SECONDS=n31] undecided 0", clock(true, OptionalDouble.of(-30.6)));
            assertTrue(clock(true, OptionalDouble.of(300)).startsWith("[WARNING"));
            assertTrue(clock(true, OptionalDouble.of(301)).startsWith("[FAULT"));
        }

        @Test
        void aClockThatNobodySetsIsForInformation() {
            assertEquals("[INFO PC_CLOCK_NOT_SYNCHRONISED ] undecided 1", clock(false, OptionalDouble.empty()));
        }
    }

    @Nested
    class OfServices {
        @Test
        void whatRunsIsWellAndWhatDoesNotIsToldByItsPlace() {
            Verdict verdict = ServiceCheck.judge(List.of(
                    new ServiceState(1, ServiceState.State.SERVICE_RUNNING),
                    new ServiceState(2, ServiceState.State.SERVICE_STOPPED),
                    new ServiceState(3, ServiceState.State.SERVICE_NOT_FOUND)));

            assertEquals(
                    "[FAULT PC_SERVICE_NOT_RUNNING SERVICE_NUMBER=n2;STATE=tSERVICE_STOPPED,"
                            + " WARNING PC_SERVICE_NOT_RUNNING SERVICE_NUMBER=n3;STATE=tSERVICE_NOT_FOUND] undecided 0",
                    said(verdict));
        }
    }

    @Nested
    class OfCertificates {
        private String certificate(Role role, Duration left) {
            return said(CertificateCheck.judge(
                    List.of(new CertificateFile(role, 1, Optional.of(NOW.plus(left)))), NOW, LIMITS));
        }

        @Test
        void thirtyDaysAreEnough() {
            assertEquals(WELL, certificate(Role.DEVICE_CERTIFICATE, Duration.ofDays(30)));
        }

        @Test
        void lessIsAWarning() {
            assertTrue(certificate(Role.DEVICE_CERTIFICATE, Duration.ofDays(30).minusSeconds(1))
                    .startsWith("[WARNING PC_CERTIFICATE_EXPIRES"));
            assertTrue(certificate(Role.DEVICE_CERTIFICATE, Duration.ZERO).contains("DAYS_LEFT=n0"));
        }

        @Test
        void anEndedOneIsAFaultButNotOfAnAuthority() {
            assertTrue(
                    certificate(Role.DEVICE_CERTIFICATE, Duration.ofSeconds(-1)).startsWith("[FAULT"));
            assertTrue(certificate(Role.NAMED_CERTIFICATE, Duration.ofDays(-9)).startsWith("[FAULT"));
            assertTrue(
                    certificate(Role.AUTHORITY_CERTIFICATE, Duration.ofDays(-9)).startsWith("[WARNING"));
        }

        @Test
        void anUnreadableFileIsToldAsSuch() {
            Verdict verdict = CertificateCheck.judge(
                    List.of(new CertificateFile(Role.NAMED_CERTIFICATE, 4, Optional.empty())), NOW, LIMITS);

            assertTrue(said(verdict).startsWith("[WARNING PC_CERTIFICATE_UNREADABLE ROLE=tNAMED_CERTIFICATE"));
        }
    }

    @Nested
    class OfTheOperatingSystem {
        private final SupportTable table = SupportTable.shipped();
        private final SystemRelease debian = new SystemRelease(Family.DEBIAN, new SoftwareVersion(List.of(12)), "");

        private String system(SystemRelease release, String today, HostLimits limits) {
            return said(SystemCheck.judge(release, table, LocalDate.parse(today), limits));
        }

        @Test
        void onItsLastDayItIsSupported() {
            assertTrue(system(debian, "2028-06-30", LIMITS).startsWith("[INFO PC_SYSTEM_SUPPORT_ENDS"));
            assertTrue(system(debian, "2028-07-01", LIMITS).startsWith("[WARNING PC_SYSTEM_UNSUPPORTED"));
        }

        @Test
        void halfAYearBeforeTheEndNothingIsSaid() {
            assertEquals(WELL, system(debian, "2028-01-02", LIMITS));
            assertTrue(system(debian, "2028-01-03", LIMITS).startsWith("[INFO"));
        }

        @Test
        void editionsOfOneBuildEndOnDaysOfTheirOwn() {
            SoftwareVersion build = new SoftwareVersion(List.of(19044));

            assertEquals(
                    WELL, system(new SystemRelease(Family.WINDOWS, build, "IoTEnterpriseS"), "2027-06-01", LIMITS));
            assertTrue(system(new SystemRelease(Family.WINDOWS, build, "EnterpriseS"), "2027-06-01", LIMITS)
                    .startsWith("[WARNING PC_SYSTEM_UNSUPPORTED SYSTEM=tWINDOWS;VERSION=v19044"));
            assertTrue(system(new SystemRelease(Family.WINDOWS, build, "Professional"), "2023-06-14", LIMITS)
                    .startsWith("[WARNING"));
        }

        @Test
        void aReleaseThatTheTableDoesNotKnowIsNotJudged() {
            assertEquals(
                    WELL,
                    system(
                            new SystemRelease(Family.DEBIAN, new SoftwareVersion(List.of(99)), ""),
                            "2050-01-01",
                            LIMITS));
        }

        @Test
        void aContractsDayStandsInPlaceOfThePublicOne() {
            HostLimits contract = new HostLimits(
                    10, 3, 50, 14, 10, 4, 3, 30, 300, 30, 180, LocalDate.parse("2030-01-01"), 3, 36, 168, 7);

            assertEquals(WELL, system(debian, "2029-01-01", contract));
            assertTrue(system(debian, "2030-01-02", contract).startsWith("[WARNING PC_SYSTEM_UNSUPPORTED"));
        }

        @Test
        void theTableHasALineForEachFamily() {
            assertTrue(table.size() > 50);
        }
    }

    @Nested
    class OfARestart {
        private String restart(Duration waiting) {
            return said(RestartCheck.judge(NOW.minus(waiting), NOW, LIMITS));
        }

        @Test
        void threeDaysAreForInformationAndMoreAreAWarning() {
            assertEquals("[INFO PC_RESTART_WAITS DAYS_SINCE=n0] undecided 0", restart(Duration.ZERO));
            assertTrue(restart(Duration.ofDays(3)).startsWith("[INFO"));
            assertTrue(restart(Duration.ofDays(3).plusSeconds(1)).startsWith("[WARNING"));
        }
    }

    @Nested
    class OfTheBackup {
        private String backup(Duration age) {
            return said(BackupCheck.judge(new BackupState(true, Optional.of(NOW.minus(age))), NOW, LIMITS));
        }

        @Test
        void aDayAndAHalfIsWell() {
            assertEquals(WELL, backup(Duration.ofHours(36)));
            assertEquals(WELL, backup(Duration.ofHours(-2)));
        }

        @Test
        void olderIsAWarningAndAWeekAFault() {
            assertEquals(
                    "[WARNING PC_BACKUP_OLD AGE_HOURS=n36] undecided 0",
                    backup(Duration.ofHours(36).plusSeconds(1)));
            assertTrue(backup(Duration.ofHours(168)).startsWith("[WARNING"));
            assertTrue(backup(Duration.ofHours(168).plusSeconds(1)).startsWith("[FAULT"));
        }

        @Test
        void anEmptyFolderIsAFault() {
            assertEquals(
                    "[FAULT PC_BACKUP_OLD ] undecided 0",
                    said(BackupCheck.judge(new BackupState(true, Optional.empty()), NOW, LIMITS)));
        }

        @Test
        void anUnreadableFolderSaysNothingOfTheBackupsAge() {
            assertEquals(
                    "[WARNING PC_BACKUP_UNREADABLE ] undecided 1",
                    said(BackupCheck.judge(new BackupState(false, Optional.empty()), NOW, LIMITS)));
        }
    }

    @Nested
    class OfAntivirus {
        private String antivirus(Optional<Boolean> on, Duration age) {
            return said(AntivirusCheck.judge(new AntivirusState(on, Optional.of(NOW.minus(age))), NOW, LIMITS));
        }

        @Test
        void aWeekIsWellAndMoreIsAWarning() {
            assertEquals(WELL, antivirus(Optional.of(true), Duration.ofDays(7)));
            assertEquals(
                    "[WARNING PC_ANTIVIRUS_OLD AGE_DAYS=n7] undecided 0",
                    antivirus(Optional.empty(), Duration.ofDays(7).plusSeconds(1)));
        }

        @Test
        void oneThatIsOffIsAWarning() {
            assertTrue(antivirus(Optional.of(false), Duration.ZERO).startsWith("[WARNING PC_ANTIVIRUS_OFF"));
        }
    }
}
