package org.benchconnect.host;

import static org.benchconnect.host.Said.WELL;
import static org.benchconnect.host.Said.said;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.benchconnect.core.link.ServiceDate;
import org.benchconnect.core.signal.Signal;
import org.benchconnect.host.reading.ClockState;
import org.benchconnect.host.reading.MemorySpace;
import org.benchconnect.host.reading.Volume;
import org.benchconnect.host.reading.VolumeSpace;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Disk, memory and clock just within their limits, just beyond them, and in between. */
class LimitsOfResourcesTest {
    private static final HostLimits LIMITS = HostLimits.SHIPPED;

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
            return said(ClockCheck.judge(Optional.of(new ClockState(synchronised, offset)), Optional.empty(), LIMITS));
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

        private String byService(Optional<ClockState> clock, int offsetSeconds) {
            Instant now = Instant.parse("2026-03-01T12:00:00Z");
            return said(ClockCheck.judge(
                    clock,
                    Optional.of(new ServiceDate.Seen(
                            now.minusSeconds(offsetSeconds),
                            now,
                            Duration.ofSeconds(offsetSeconds),
                            Duration.ofSeconds(2))),
                    LIMITS));
        }

        @Test
        void whereNoTimeServiceIsKnownTheServiceSidesDateTells() {
            Optional<ClockState> unknown = Optional.of(new ClockState(false, OptionalDouble.empty()));
            String nobody = "INFO PC_CLOCK_NOT_SYNCHRONISED ";

            assertEquals("[" + nobody + "] undecided 0", byService(unknown, 28));
            assertEquals("[" + nobody + "] undecided 1", byService(unknown, -31));
            assertEquals(
                    "[" + nobody + ", WARNING PC_CLOCK_OFF OFFSET_SECONDS=n33] undecided 0", byService(unknown, -33));
            assertEquals("[FAULT PC_CLOCK_OFF OFFSET_SECONDS=n303] undecided 0", byService(Optional.empty(), 303));
        }

        @Test
        void itNeverContradictsATimeServer() {
            assertEquals(WELL, byService(Optional.of(new ClockState(true, OptionalDouble.of(0))), 3600));
            assertEquals("[] undecided 1", byService(Optional.of(new ClockState(true, OptionalDouble.empty())), 3600));
            assertEquals(WELL, byService(Optional.of(new ClockState(true, OptionalDouble.empty())), 3));
        }
    }
}
