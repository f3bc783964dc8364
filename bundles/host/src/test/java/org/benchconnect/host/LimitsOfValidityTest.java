package org.benchconnect.host;

import static org.benchconnect.host.Said.WELL;
import static org.benchconnect.host.Said.said;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.benchconnect.core.signal.SoftwareVersion;
import org.benchconnect.host.reading.CertificateFile;
import org.benchconnect.host.reading.CertificateFile.Role;
import org.benchconnect.host.reading.SystemRelease;
import org.benchconnect.host.reading.SystemRelease.Family;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What ends on a day, a certificate and the support of the operating system, just before its limit and just behind it. */
class LimitsOfValidityTest {
    private static final HostLimits LIMITS = HostLimits.SHIPPED;
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

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
}
