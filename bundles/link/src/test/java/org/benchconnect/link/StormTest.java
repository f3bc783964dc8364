package org.benchconnect.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Random;
import org.benchconnect.link.Backoff.Loss;
import org.benchconnect.link.Storm.Answer;
import org.junit.jupiter.api.Test;

/** Ten thousand agents on a hub that takes a hundred new connections a second (Azure IoT Hub S1). */
class StormTest {
    private static final int AGENTS = 10_000;
    private static final int A_SECOND = 100;
    private static final Duration KEEP_ALIVE = Duration.ofSeconds(230);

    private final Random random = new Random(42);
    private final Storm storm = new Storm(AGENTS, random);

    @Test
    void afterARestartOfTheServerAllAreBackInTenMinutes() {
        storm.lose(Loss.SERVER_SIDE, agent -> 0L).run(Duration.ofHours(2), at -> Answer.SERVED);

        assertBelow(A_SECOND);
        assertEquals(AGENTS, storm.back());
        assertEquals(AGENTS, storm.total());
        assertTrue(storm.lastBack().compareTo(Duration.ofSeconds(600)) <= 0, () -> storm.lastBack()
                .toString());
    }

    @Test
    void afterAnOutageOfAnHourAllAreBackWithinAnother() {
        long over = Duration.ofHours(1).toMillis();

        storm.lose(Loss.SERVER_SIDE, agent -> 0L)
                .run(Duration.ofHours(4), at -> at < over ? Answer.SILENT : Answer.SERVED);

        assertBelow(A_SECOND);
        assertEquals(AGENTS, storm.back());
        assertTrue(storm.lastBack().compareTo(Duration.ofHours(2)) <= 0, () -> storm.lastBack()
                .toString());
    }

    @Test
    void aServerThatGoesSilentlyIsNoticedWithinTheKeepAliveAndComesBackWithoutAStorm() {
        storm.lose(Loss.ISOLATED, agent -> (long) random.nextInt((int) KEEP_ALIVE.toMillis()))
                .run(Duration.ofHours(2), at -> Answer.SERVED);

        assertBelow(A_SECOND);
        assertEquals(AGENTS, storm.back());
    }

    @Test
    void aServerThatRefusesWhatIsTooMuchGetsLessAndServesAll() {
        int takes = 5;

        storm.lose(Loss.SERVER_SIDE, agent -> 0L)
                .run(Duration.ofHours(12), at -> storm.inSecondOf(at) > takes ? Answer.CLOSED : Answer.SERVED);

        assertBelow(A_SECOND);
        assertEquals(AGENTS, storm.back());
        assertTrue(storm.total() < 10L * AGENTS, () -> storm.total() + " attempts");
    }

    @Test
    void overTheDailyQuotaTheFleetKnocksRarelyAllDay() {
        Duration rest = Duration.ofHours(8);

        storm.lose(Loss.SERVER_SIDE, agent -> 0L).run(rest, at -> Answer.CLOSED);

        assertBelow(A_SECOND);
        // Half of 1800 s between two attempts of one agent.
        assertTrue(storm.total() < AGENTS * rest.toSeconds() / 900 * 11 / 10, () -> storm.total() + " attempts");
    }

    private void assertBelow(int aSecond) {
        assertTrue(storm.most() < aSecond, () -> storm.most() + " in one second");
    }
}
