package org.benchconnect.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.benchconnect.link.Backoff.Loss;
import org.benchconnect.link.Backoff.Spans;
import org.junit.jupiter.api.Test;

class BackoffTest {
    private static final Spans SHIPPED =
            new Spans(Duration.ofSeconds(30), Duration.ofSeconds(600), Duration.ofSeconds(1800));
    /** Always the end of the span. */
    private static final RandomGenerator LATEST = new RandomGenerator() {
        @Override
        public long nextLong() {
            return 0;
        }

        @Override
        public long nextLong(long bound) {
            return bound - 1;
        }
    };

    private final Backoff backoff = new Backoff(SHIPPED, LATEST);

    @Test
    void firstAttemptComesWithinTheSpanOfAnIsolatedLoss() {
        assertEquals(seconds(30), backoff.next());
    }

    @Test
    void eachFurtherAttemptDoublesTheSpanUpToTheCap() {
        List<Duration> waits = Stream.generate(this::failedAttempt).limit(8).toList();

        assertEquals(
                List.of(
                        seconds(30),
                        seconds(60),
                        seconds(120),
                        seconds(240),
                        seconds(480),
                        seconds(960),
                        seconds(1800),
                        seconds(1800)),
                waits);
    }

    @Test
    void serverThatAcknowledgesAndThenDoesWhatItMayNotIsAskedLessAndLess() {
        List<Duration> waits = Stream.generate(() -> {
                    Duration wait = backoff.next();
                    backoff.acknowledged();
                    backoff.lost(Loss.VIOLATION);
                    return wait;
                })
                .limit(4)
                .toList();

        assertEquals(List.of(seconds(30), seconds(60), seconds(120), seconds(240)), waits);
    }

    @Test
    void lossOfTheServerAfterAnAcknowledgementSpreadsOverItsOwnSpan() {
        backoff.next();
        backoff.acknowledged();
        backoff.lost(Loss.SERVER_SIDE);

        assertEquals(seconds(600), backoff.next());
    }

    @Test
    void isolatedLossAfterAnAcknowledgementComesBackSoon() {
        Stream.generate(this::failedAttempt).limit(8).toList();
        backoff.acknowledged();
        backoff.lost(Loss.ISOLATED);

        assertEquals(seconds(30), backoff.next());
    }

    @Test
    void connectionWithoutAnAcknowledgementResetsNothing() {
        Stream.generate(this::failedAttempt).limit(4).toList();

        backoff.lost(Loss.ISOLATED);

        assertEquals(seconds(480), backoff.next());
    }

    @Test
    void lossOfTheServerWithoutAnAcknowledgementIsNeverQuickerThanItsSpan() {
        backoff.next();
        backoff.lost(Loss.SERVER_SIDE);

        assertEquals(seconds(600), backoff.next());
    }

    @Test
    void waitsAreUniformOverTheSpan() {
        Backoff random = new Backoff(new Spans(seconds(100), seconds(100), seconds(100)), new Random(7));

        double mean = Stream.generate(random::next)
                .limit(10_000)
                .mapToLong(Duration::toMillis)
                .peek(wait -> assertTrue(wait >= 0 && wait <= 100_000))
                .average()
                .orElseThrow();

        assertEquals(50_000, mean, 2_000);
    }

    @Test
    void spansOfZeroStillGrowWhenAttemptsFail() {
        Backoff quick = new Backoff(new Spans(Duration.ZERO, Duration.ZERO, seconds(4)), LATEST);

        assertEquals(
                List.of(Duration.ZERO, seconds(1), seconds(2), seconds(4), seconds(4)),
                Stream.generate(quick::next).limit(5).toList());
    }

    private Duration failedAttempt() {
        Duration wait = backoff.next();
        backoff.lost(Loss.ISOLATED);
        return wait;
    }

    private static Duration seconds(long seconds) {
        return Duration.ofSeconds(seconds);
    }
}
