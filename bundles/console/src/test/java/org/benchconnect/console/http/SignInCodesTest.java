package org.benchconnect.console.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import org.benchconnect.core.testing.SteppingClock;
import org.junit.jupiter.api.Test;

class SignInCodesTest {
    private final SteppingClock clock = new SteppingClock(Instant.parse("2026-01-02T03:04:05Z"));
    private final SignInCodes codes = new SignInCodes(clock);

    @Test
    void aCodeWorksOnce() {
        String code = codes.issue().orElseThrow().code().reveal();

        assertTrue(codes.redeem(code));
        assertFalse(codes.redeem(code));
    }

    @Test
    void aCodeEndsAfterTwoMinutes() {
        String early = codes.issue().orElseThrow().code().reveal();
        String late = codes.issue().orElseThrow().code().reveal();

        clock.step(Duration.ofSeconds(120).minusMillis(1));
        assertTrue(codes.redeem(early));
        clock.step(Duration.ofMillis(1));
        assertFalse(codes.redeem(late));
    }

    @Test
    void anInventedCodeDoesNotWork() {
        codes.issue();

        assertFalse(codes.redeem(Secret.random().reveal()));
        assertFalse(codes.redeem(""));
    }

    @Test
    void noMoreThanTwentyCodesWait() {
        for (int i = 0; i < SignInCodes.MAX_PENDING; i++) {
            assertTrue(codes.issue().isPresent());
        }

        assertTrue(codes.issue().isEmpty());
        clock.step(SignInCodes.LIFETIME);
        assertTrue(codes.issue().isPresent());
    }

    @Test
    void aSecretIsNotPrintedByAccident() {
        SignInCodes.Issued issued = codes.issue().orElseThrow();

        assertFalse(issued.toString().contains(issued.code().reveal()));
        assertEquals(43, issued.code().reveal().length());
    }
}
