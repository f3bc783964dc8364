package org.benchconnect.cli.upgrade;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.time.Duration;
import java.util.Set;
import org.benchconnect.cli.upgrade.Outlook.Sight;
import org.junit.jupiter.api.Test;

class OutlookTest {
    private static final String PLAN = "a1".repeat(32);
    private static final JsonObject NOTHING = state("NOTHING_NEW", "null", "null");
    private static final JsonObject WAITS = state("WAITS", "{'id':'" + PLAN + "'}", "null");
    private static final JsonObject OFFERED = state("OFFERED", "{'id':'" + PLAN + "'}", "null");
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final Outlook outlook = new Outlook(PLAN, Set.of("3 t1 WENT_BACK"), Duration.ofSeconds(10));

    private static JsonObject state(String phase, String plan, String last) {
        String json = "{'phase':'" + phase + "','plan':" + plan + ",'last':" + last + "}";
        return JsonParser.parseString(json.replace('\'', '"')).getAsJsonObject();
    }

    private static String last(String begun, String outcome) {
        return "{'generation':3,'plan':'" + PLAN + "','begun':'" + begun + "','outcome':'" + outcome + "'}";
    }

    @Test
    void whatIsGoneForAMomentGoesOn() {
        assertEquals(Sight.GOES_ON, outlook.see(WAITS, 0));
        assertEquals(Sight.GONE, outlook.see(NOTHING, SECOND));
        assertEquals(Sight.GOES_ON, outlook.see(WAITS, 2 * SECOND));
        assertEquals(Sight.GONE, outlook.see(NOTHING, 12 * SECOND), "counted anew");
    }

    @Test
    void whatStaysAwayForTenSecondsIsOver() {
        assertEquals(Sight.GONE, outlook.see(NOTHING, 0));
        assertEquals(Sight.GONE, outlook.see(NOTHING, 9 * SECOND));
        assertEquals(Sight.OVER, outlook.see(NOTHING, 10 * SECOND));
    }

    @Test
    void anAgentThatWasAwayIsLookedAtAnew() {
        assertEquals(Sight.GONE, outlook.see(OFFERED, 0));

        outlook.away();

        assertEquals(Sight.GONE, outlook.see(OFFERED, 11 * SECOND));
        assertEquals(Sight.OVER, outlook.see(OFFERED, 21 * SECOND));
    }

    @Test
    void theRecordOfItsEndIsTheEndAtOnce() {
        assertEquals(Sight.GOES_ON, outlook.see(state("NOTHING_NEW", "null", last("t2", "PROVES")), 0));
        assertEquals(Sight.OVER, outlook.see(state("NOTHING_NEW", "null", last("t2", "COMMITTED")), 1));
        assertEquals(Sight.OVER, outlook.see(state("NOTHING_NEW", "null", last("t2", "WENT_BACK")), 2));
    }

    @Test
    void theRecordOfAnEarlierAttemptIsNoEnd() {
        JsonObject again = state("WAITS", "{'id':'" + PLAN + "'}", last("t1", "WENT_BACK"));
        JsonObject starting = state("NOTHING_NEW", "null", last("t1", "WENT_BACK"));

        assertEquals(Sight.GOES_ON, outlook.see(again, 0));
        assertEquals(Sight.GONE, outlook.see(starting, 1));
    }

    @Test
    void anotherAnswerIsNotTheSameAnswer() {
        assertEquals(Sight.GONE, outlook.see(state("LOOKS", "null", "null"), 0));
        assertEquals(Sight.GONE, outlook.see(NOTHING, 9 * SECOND));
        assertEquals(Sight.GONE, outlook.see(NOTHING, 11 * SECOND));
        assertEquals(Sight.GOES_ON, outlook.see(state("GOES_BACK", "null", "null"), 30 * SECOND));
    }
}
