package org.benchconnect.instrument.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileTimesTest {
    private static final Duration FOUR_MINUTES = Duration.ofMinutes(4);
    private static final Duration AN_HOUR = Duration.ofHours(1);

    private static FileTimes.Verdict of(long... seconds) {
        FileTimes times = new FileTimes(new FileTimes.Rule(5, Duration.ofMinutes(5)));
        LongStream.of(seconds).mapToObj(Duration::ofSeconds).forEach(times::add);
        return times.verdict();
    }

    @Nested
    class OfOffsets {
        @Test
        void theMedianBeyondTheLimitIsSkewedInEitherDirection() {
            assertEquals(FileTimes.Verdict.SKEWED, of(301, 301, 301, 0, 0));
            assertEquals(FileTimes.Verdict.SKEWED, of(-3600, -3601, -3599, -3600, -3660));
            assertEquals(FileTimes.Verdict.OPEN, of(300, 300, 300, 0, 0));
        }

        @Test
        void itIsWellBelowTwoMinutesAndOpenBetween() {
            assertEquals(FileTimes.Verdict.WELL, of(119, 119, 119, 9999, 9999));
            assertEquals(FileTimes.Verdict.OPEN, of(120, 120, 120, 120, 120));
        }

        @Test
        void filesThatDisagreeSayNothingAboutAClock() {
            assertEquals(FileTimes.Verdict.OPEN, of(-86_400, -80_000, -50_000, -20_000, -7_200));
        }

        @Test
        void tooFewFilesSayNothing() {
            assertEquals(FileTimes.Verdict.OPEN, of(3600, 3600, 3600, 3600));
        }

        @Test
        void onlyTheLastFilesCount() {
            assertEquals(FileTimes.Verdict.WELL, of(3600, 3600, 3600, 3600, 3600, 0, 0, 0));
        }
    }

    @Nested
    class OfAFolder {
        @TempDir
        Path folder = Path.of("");

        private int written;

        private void files(Watching watching, int count, Duration age) throws Exception {
            for (int i = 0; i < count; i++) {
                watching.file("f" + written + ".num", written++, age);
                watching.passSeconds(2);
            }
        }

        @Test
        void oneNoticeComesAndItClearsWhenTheClockIsRightAgain() throws Exception {
            Watching watching = Watching.of(folder).passSeconds(1);

            files(watching, 8, AN_HOUR);
            assertEquals(List.of("+FILE_CLOCK_SKEW"), skew(watching));
            files(watching, 2, FOUR_MINUTES);
            assertEquals(List.of("+FILE_CLOCK_SKEW"), skew(watching));
            files(watching, 5, Duration.ZERO);

            assertEquals(List.of("+FILE_CLOCK_SKEW", "-FILE_CLOCK_SKEW"), skew(watching));
            assertEquals(15, watching.numbers().size());
        }

        @Test
        void filesThatWereThereAtTheFirstLookDoNotCount() throws Exception {
            Watching watching = Watching.of(folder);
            for (int i = 0; i < 10; i++) {
                watching.file("f" + i + ".num", i, AN_HOUR);
            }

            watching.passSeconds(3);

            assertEquals(10, watching.numbers().size());
            assertEquals(List.of(), skew(watching));
        }

        private List<String> skew(Watching watching) {
            return watching.recorded.conditions().stream()
                    .filter(each -> each.endsWith("FILE_CLOCK_SKEW"))
                    .toList();
        }
    }
}
