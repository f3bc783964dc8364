package org.benchconnect.host.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.benchconnect.core.signal.SoftwareVersion;
import org.benchconnect.host.reading.ServiceState.State;
import org.benchconnect.host.reading.SystemRelease.Family;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What is understood of what the operating systems' own programs and files say, and what is not. */
class AnswersOfProgramsTest {
    @Nested
    class OfChrony {
        private static final String LINE =
                "A29FC87B,162.159.200.123,4,1772366400.123,-0.000123456,0.000012,0.000345,-12.3,0.001,0.05,0.012,0.0005,1032.1,";

        @Test
        void theOffsetAndTheLeapStatusAreRead() {
            assertEquals(
                    Optional.of(new ClockState(true, OptionalDouble.of(0.000123456))), Chrony.read(LINE + "Normal\n"));
        }

        @Test
        void anOffsetAgainstNobodyIsNone() {
            assertEquals(
                    Optional.of(new ClockState(false, OptionalDouble.empty())),
                    Chrony.read(LINE + "Not synchronised\n"));
        }

        @Test
        void anotherFormIsNoAnswer() {
            assertEquals(Optional.empty(), Chrony.read(""));
            assertEquals(Optional.empty(), Chrony.read("506 Cannot talk to daemon"));
            assertEquals(Optional.empty(), Chrony.read((LINE + "Normal").replace("-0.000123456", "soon")));
        }
    }

    @Nested
    class OfWindowsTime {
        private static final String ENGLISH =
                """
                Leap Indicator: 0(no warning)
                Stratum: 4 (secondary reference - syncd by (S)NTP)
                Precision: -23 (119.209ns per tick)
                Root Delay: 0.0312500s
                Root Dispersion: 0.0512500s
                ReferenceId: 0x0A000001 (source IP:  10.0.0.1)
                Last Successful Sync Time: 3/1/2026 10:00:00 AM
                Source: time
                Poll Interval: 10 (1024s)

                Phase Offset: -42.0625000s
                ClockRate: 0.0156250s
                State Machine: 2 (Sync)
                """;

        @Test
        void theOffsetIsRead() {
            assertEquals(Optional.of(new ClockState(true, OptionalDouble.of(42.0625))), WindowsTime.read(ENGLISH));
        }

        @Test
        void wordsAndTheDecimalSignOfAnotherLanguageDoNotMatter() {
            String italian = ENGLISH.replace("Leap Indicator", "Indicatore di secondo intercalare")
                    .replace("Root Delay: 0.", "Ritardo principale: 0,")
                    .replace("Root Dispersion: 0.", "Dispersione principale: 0,")
                    .replace("Phase Offset: -42.", "Offset di fase: -42,")
                    .replace("ClockRate: 0.", "Frequenza: 0,")
                    .replace("\n", "\r\n");

            assertEquals(Optional.of(new ClockState(true, OptionalDouble.of(42.0625))), WindowsTime.read(italian));
        }

        @Test
        void oneThatIsNotSynchronisedHasNoOffset() {
            assertEquals(
                    Optional.of(new ClockState(false, OptionalDouble.empty())),
                    WindowsTime.read(ENGLISH.replace("0(no warning)", "3(not synchronized)")));
        }

        @Test
        void anErrorIsNoAnswer() {
            assertEquals(
                    Optional.empty(),
                    WindowsTime.read("The following error occurred: The service has not been started. (0x80070426)"));
        }
    }

    @Nested
    class OfOsRelease {
        private Optional<SystemRelease> read(String text) {
            return OsRelease.read(text);
        }

        @Test
        void familyAndVersionAreRead() {
            assertEquals(
                    Optional.of(new SystemRelease(Family.DEBIAN, new SoftwareVersion(List.of(12)), "")),
                    read("PRETTY_NAME=\"Debian GNU/Linux 12 (bookworm)\"\nID=debian\nVERSION_ID=\"12\"\n"));
            assertEquals(
                    Optional.of(new SystemRelease(Family.UBUNTU, new SoftwareVersion(List.of(24, 4)), "")),
                    read("ID=ubuntu\nVERSION_ID='24.04'\n"));
        }

        @Test
        void ofRedHatAndItsKinTheMajorVersionCounts() {
            assertEquals(
                    Optional.of(new SystemRelease(Family.RED_HAT, new SoftwareVersion(List.of(9)), "")),
                    read("ID=\"rhel\"\nVERSION_ID=\"9.4\"\n"));
        }

        @Test
        void whatTheTableHasNoFamilyForIsNone() {
            assertEquals(Optional.empty(), read("ID=nixos\nVERSION_ID=24.05"));
            assertEquals(Optional.empty(), read("ID=debian\nVERSION_ID=trixie/sid"));
            assertEquals(Optional.empty(), read("=\n\"\nID"));
        }
    }

    @Nested
    class OfSystemd {
        @Test
        void activeRunsAndFailedDoesNot() throws UnreadableException {
            assertEquals(State.SERVICE_RUNNING, SystemdUnit.state("LoadState=loaded\nActiveState=active\n"));
            assertEquals(State.SERVICE_RUNNING, SystemdUnit.state("LoadState=loaded\nActiveState=reloading\n"));
            assertEquals(State.SERVICE_STOPPED, SystemdUnit.state("LoadState=loaded\nActiveState=inactive\n"));
            assertEquals(State.SERVICE_STOPPED, SystemdUnit.state("LoadState=loaded\nActiveState=failed\n"));
            assertEquals(State.SERVICE_STOPPED, SystemdUnit.state("LoadState=loaded\nActiveState=activating\n"));
        }

        @Test
        void aUnitThatIsNotThereIsNotFound() throws UnreadableException {
            assertEquals(State.SERVICE_NOT_FOUND, SystemdUnit.state("LoadState=not-found\nActiveState=inactive\n"));
        }

        @Test
        void anotherFormIsUnreadable() {
            assertThrows(UnreadableException.class, () -> SystemdUnit.state(""));
        }
    }

    @Nested
    class OfWindowsSecurity {
        private static byte[] fileTime(long steps) {
            return ByteBuffer.allocate(Long.BYTES)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putLong(steps)
                    .array();
        }

        @Test
        void aProgramGuardsIfAnyDoes() {
            assertEquals(Optional.of(true), SecurityCenter.on(List.of(0x061000)));
            assertEquals(Optional.of(false), SecurityCenter.on(List.of(0x060100)));
            assertEquals(Optional.of(true), SecurityCenter.on(List.of(0x060100, 0x041010)));
            assertEquals(Optional.empty(), SecurityCenter.on(List.of()));
        }

        @Test
        void aFileTimeCountsFrom1601() {
            assertEquals(
                    Optional.of(Instant.parse("2026-03-01T00:00:00Z")),
                    SecurityCenter.time(fileTime(
                            (Instant.parse("2026-03-01T00:00:00Z").getEpochSecond() + 11_644_473_600L) * 10_000_000L)));
            assertEquals(Optional.empty(), SecurityCenter.time(fileTime(0)));
            assertEquals(Optional.empty(), SecurityCenter.time(new byte[4]));
        }

        @Test
        void editionsWithoutALineOfTheirOwnHaveThatOfTheirKin() {
            SoftwareVersion build = new SoftwareVersion(List.of(26100));

            assertEquals(
                    "Enterprise", WindowsEdition.release(build, "Education").edition());
            assertEquals(
                    "EnterpriseS", WindowsEdition.release(build, "EnterpriseSN").edition());
            assertEquals(
                    "Professional",
                    WindowsEdition.release(build, "Professional").edition());
            assertEquals(Family.WINDOWS, WindowsEdition.release(build, "Core").family());
            assertEquals(
                    Family.WINDOWS_SERVER,
                    WindowsEdition.release(build, "ServerStandard").family());
        }
    }
}
