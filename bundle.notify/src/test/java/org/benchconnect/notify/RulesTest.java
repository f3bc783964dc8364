package org.benchconnect.notify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RulesTest {
    @Test
    void asShippedIsWhatTheDescriptionsSay() {
        NoticeRules rules = Rules.shipped();

        assertEquals(Duration.ofMinutes(15), rules.flap());
        assertEquals(QuietHours.NONE, rules.quiet());
        assertEquals(ShiftStarts.SHIPPED, rules.shifts());
        assertEquals(Set.of(), rules.invalid());
    }

    @Test
    void whatIsOutOfItsRangeIsTheNearestValueInIt() {
        NoticeRules rules = Rules.with(Map.of(
                "flap_minutes", -5,
                "storm_notices", 1,
                "storm_minutes", 100_000,
                "history_days", 0,
                "history_notices", Integer.MAX_VALUE));

        assertEquals(Duration.ZERO, rules.flap());
        assertEquals(2, rules.stormNotices());
        assertEquals(Duration.ofMinutes(240), rules.storm());
        assertEquals(Duration.ofDays(1), rules.historyAge());
        assertEquals(10_000, rules.history());
    }
}
