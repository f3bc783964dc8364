package org.benchconnect.host;

import static org.benchconnect.host.Said.WELL;
import static org.benchconnect.host.Said.said;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.benchconnect.host.reading.AntivirusState;
import org.benchconnect.host.reading.BackupState;
import org.benchconnect.host.reading.ServiceState;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What somebody has to see to, services, a restart, the backup and the antivirus, just within its limit and just beyond it. */
class LimitsOfUpkeepTest {
    private static final HostLimits LIMITS = HostLimits.SHIPPED;
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

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
