package org.benchconnect.teamviewerbridge.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.benchconnect.core.session.SessionState;
import org.benchconnect.teamviewerbridge.rules.Happening;
import org.benchconnect.teamviewerbridge.rules.Limits;
import org.benchconnect.teamviewerbridge.rules.Rules;
import org.benchconnect.teamviewerbridge.rules.Session;
import org.junit.jupiter.api.Test;

class ConductTest {
    private final Conduct conduct = new Conduct(new Rules(Limits.MOST), () -> 0, deeds -> {}, () -> {});

    @Test
    void whatIsToldWithinASessionThatIsOverCountsForNoOther() {
        conduct.tell(new Happening.Requested("first", Session.Way.ENFORCED));
        conduct.tell(new Happening.Stopped());
        conduct.tell(new Happening.Requested("second", Session.Way.ENFORCED));

        assertFalse(conduct.tell("first", new Happening.Joined()));
        assertEquals(SessionState.INVITED, conduct.course().state());
        assertTrue(conduct.tell("second", new Happening.Joined()));
        assertEquals(SessionState.JOINED, conduct.course().state());
    }
}
