package org.benchconnect.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.benchconnect.core.instrument.Memory;
import org.benchconnect.core.signal.Severity;
import org.benchconnect.host.reading.Volume;
import org.benchconnect.host.reading.VolumeSpace;
import org.junit.jupiter.api.Test;

/** When a disk will be full. */
class SpaceCourseTest {
    private static final long GIGABYTE = 1_000_000_000L;
    private static final long TOTAL = 500 * GIGABYTE;
    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
    private static final SpaceCourse NEW = new SpaceCourse(0, List.of());

    private static VolumeSpace disk(double usable) {
        return new VolumeSpace(Volume.DATA_DISK, (long) usable, TOTAL);
    }

    /** A disk that loses or gains so much an hour, from 100 GB on. */
    private static SpaceCourse course(double bytesAnHour, int hours) {
        SpaceCourse course = NEW;
        for (int hour = 0; hour <= hours; hour++) {
            course = course.and(disk(100 * GIGABYTE + bytesAnHour * hour), START.plus(Duration.ofHours(hour)));
        }
        return course;
    }

    private static Verdict judge(SpaceCourse course, double usable) {
        return DiskCheck.judge(List.of(disk(usable)), Map.of(Volume.DATA_DISK, course), HostLimits.SHIPPED);
    }

    @Test
    void aSteadyLossIsDrawnOn() {
        SpaceCourse course = course(-GIGABYTE / 24.0, 96);

        assertEquals(96, course.daysToFull().orElseThrow(), 0.01);
    }

    @Test
    void lessThanADayOfSamplesSaysNothing() {
        assertEquals(OptionalDouble.empty(), course(-GIGABYTE, 23).daysToFull());
        assertTrue(course(-GIGABYTE, 24).daysToFull().isPresent());
    }

    @Test
    void aDiskThatStaysOrGrowsEmptierIsNeverFull() {
        assertEquals(OptionalDouble.empty(), course(0, 96).daysToFull());
        assertEquals(OptionalDouble.empty(), course(GIGABYTE / 24.0, 96).daysToFull());
    }

    @Test
    void whatWasBeforeSomebodyTidiedUpDoesNotCount() {
        SpaceCourse course = course(-GIGABYTE, 48).and(disk(400 * GIGABYTE), START.plus(Duration.ofHours(49)));

        assertEquals(1, course.samples().size());
        assertEquals(OptionalDouble.empty(), course.daysToFull());
    }

    @Test
    void samplesAreAnHourApartAndTwoWeeksOldAtMost() {
        SpaceCourse often =
                NEW.and(disk(1), START).and(disk(2), START.plusSeconds(3599)).and(disk(3), START.plusSeconds(3600));
        SpaceCourse months = course(-1, 24 * 60);

        assertEquals(2, often.samples().size());
        assertEquals(14 * 24 + 1, months.samples().size());
        assertTrue(months.row().size() <= Memory.MAX_NUMBERS);
    }

    @Test
    void anotherDiskAndAClockSetBackBeginAnew() {
        SpaceCourse course = course(-GIGABYTE, 48);

        assertEquals(
                1,
                course.and(new VolumeSpace(Volume.DATA_DISK, 5, 10), START.plus(Duration.ofDays(3)))
                        .samples()
                        .size());
        assertEquals(1, course.and(disk(GIGABYTE), START).samples().size());
    }

    @Test
    void theRowOfMemoryGivesTheCourseBack() {
        SpaceCourse course = course(-GIGABYTE, 48);

        assertEquals(course, SpaceCourse.read(course.row()));
        assertEquals(NEW, SpaceCourse.read(List.of()));
        assertEquals(NEW, SpaceCourse.read(List.of(1.0, 2.0)));
    }

    @Test
    void fourteenDaysAreTheLimitAndTwentyOneClear() {
        double perHour = -GIGABYTE / 24.0; // one gigabyte a day: as many days as gigabytes
        SpaceCourse thirteen = ending(perHour, 13.99);
        SpaceCourse fourteen = ending(perHour, 14.01);
        SpaceCourse longer = ending(perHour, 21.01);

        assertEquals(
                Severity.WARNING,
                judge(thirteen, 400 * GIGABYTE).signals().get(0).severity());
        assertEquals(
                HostCode.PC_DISK_FILLING,
                judge(thirteen, 400 * GIGABYTE).signals().get(0).code());
        assertEquals(1, judge(fourteen, 400 * GIGABYTE).undecided().size());
        assertEquals(new Verdict.Draft().done(), judge(longer, 400 * GIGABYTE));
    }

    /** A course that ends with so many gigabytes. */
    private static SpaceCourse ending(double bytesAnHour, double gigabytes) {
        SpaceCourse course = NEW;
        for (int hour = 0; hour <= 48; hour++) {
            course = course.and(
                    disk(gigabytes * GIGABYTE + bytesAnHour * (hour - 48)), START.plus(Duration.ofHours(hour)));
        }
        return course;
    }
}
