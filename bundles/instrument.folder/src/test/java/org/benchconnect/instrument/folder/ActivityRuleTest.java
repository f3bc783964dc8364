package org.benchconnect.instrument.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import org.benchconnect.core.instrument.Activity;
import org.benchconnect.instrument.folder.ActivityRule.Evidence;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ActivityRuleTest {
    private static final ActivityRule RULE =
            new ActivityRule(Duration.ofMinutes(10), Duration.ofMinutes(30), Duration.ofSeconds(11));
    private static final Instant NOW = Instant.EPOCH.plus(Duration.ofDays(1));

    private static @Nullable Instant ago(@Nullable Integer minutes) {
        return minutes == null ? null : NOW.minus(Duration.ofMinutes(minutes));
    }

    @ParameterizedTest(name = "watched for {0} min, last growth {1} min ago: {2}")
    @CsvSource({
        "0, 0, ACQUIRING",
        "0, 9, ACQUIRING",
        "0, 10, UNKNOWN",
        "0, 5000, UNKNOWN",
        "9, 5000, UNKNOWN",
        "10, 5000, IDLE",
        "10, 31, IDLE",
        "10, 30, UNKNOWN",
        "60, 9, ACQUIRING",
        "60, 11, UNKNOWN",
        "60, 31, IDLE",
        "0, , UNKNOWN",
        "29, , UNKNOWN",
        "31, , IDLE",
        ", 0, UNKNOWN",
        ", 31, UNKNOWN",
        ", , UNKNOWN",
    })
    void activityFollowsFromGrowthAndFromHowLongItWasWatched(
            @Nullable Integer watched, @Nullable Integer growth, Activity expected) {
        assertEquals(expected, RULE.at(NOW, new Evidence(ago(watched), ago(growth), NOW)));
    }

    @Test
    void aWatchThatHangsKnowsNothing() {
        Evidence seen = new Evidence(ago(60), ago(31), NOW);

        assertEquals(Activity.IDLE, RULE.at(NOW.plusSeconds(11), seen));
        assertEquals(Activity.UNKNOWN, RULE.at(NOW.plusSeconds(12), seen));
        assertEquals(Activity.UNKNOWN, RULE.at(NOW, Evidence.NONE));
    }
}
