package org.benchconnect.store;

import static org.benchconnect.store.Given.NOON;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.benchconnect.core.ledger.Head;
import org.benchconnect.core.link.HeadReport;
import org.benchconnect.core.link.NoticeReport;
import org.benchconnect.core.link.Report;
import org.benchconnect.core.notification.Notification.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReportCodecTest {
    static final String GOOD = "notice.1|7|navios|LASER_POWER|LASER=n7|INSTRUMENT|FAULT"
            + "|LASER=n7;MEASURED_MILLIWATT=n12.5;BUILD=v1.2.3|OPEN|3|1772366400000|1772366400000||";

    @ParameterizedTest
    @EnumSource(State.class)
    void whatIsEncodedDecodes(State state) {
        Report report = new NoticeReport(Given.notice(7, state, NOON.plusMillis(5)));

        assertEquals(report, ReportCodec.decode(ReportCodec.encode(report)));
    }

    @Test
    void formOfALineIsFixed() {
        assertEquals(GOOD, ReportCodec.encode(Given.report(7)));
        assertEquals(Given.report(7), ReportCodec.decode(GOOD));
    }

    @Test
    void aHeadOfTheLedgerIsKeptAsItWasSigned() {
        Report report = new HeadReport(
                new Head("0f".repeat(16), 65, "ab".repeat(32), NOON.plusMillis(5), "A".repeat(86) + "=="));

        String line = ReportCodec.encode(report);

        assertEquals(
                "head.1|" + "0f".repeat(16) + "|65|" + "ab".repeat(32) + "|1772366400005|" + "A".repeat(86) + "==",
                line);
        assertEquals(report, ReportCodec.decode(line));
        for (String other : new String[] {
            line.replace("|65|", "|065|"), line.replace("|65|", "|x|"), line + "|", line.replace("==", "")
        }) {
            assertThrows(IllegalArgumentException.class, () -> ReportCodec.decode(other), other);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "notice.1",
                "notice.2|7|navios|LASER_POWER||INSTRUMENT|FAULT||OPEN|3|0|0||",
                "notice.1|0|navios|LASER_POWER||INSTRUMENT|FAULT||OPEN|3|0|0||",
                "notice.1|+7|navios|LASER_POWER||INSTRUMENT|FAULT||OPEN|3|0|0||",
                "notice.1|07|navios|LASER_POWER||INSTRUMENT|FAULT||OPEN|3|0|0||",
                "notice.1|7|Doe John|LASER_POWER||INSTRUMENT|FAULT||OPEN|3|0|0||",
                "notice.1|7|navios|Doe||INSTRUMENT|FAULT||OPEN|3|0|0||",
                "notice.1|7|navios|LASER_POWER||PERSON|FAULT||OPEN|3|0|0||",
                "notice.1|7|navios|LASER_POWER||INSTRUMENT|FATAL||OPEN|3|0|0||",
                "notice.1|7|navios|LASER_POWER||INSTRUMENT|FAULT|NAME=xDoe|OPEN|3|0|0||",
                "notice.1|7|navios|LASER_POWER||INSTRUMENT|FAULT|POWER=n1.50|OPEN|3|0|0||",
                "notice.1|7|navios|LASER_POWER||INSTRUMENT|FAULT|POWER=nNaN|OPEN|3|0|0||",
                "notice.1|7|navios|LASER_POWER||INSTRUMENT|FAULT||OPEN|0|0|0||",
                "notice.1|7|navios|LASER_POWER||INSTRUMENT|FAULT||OPEN|3|||",
                "notice.1|7|navios|LASER_POWER||INSTRUMENT|FAULT||OPEN|3|0|0||5",
                "notice.1|7|navios|LASER_POWER||INSTRUMENT|FAULT||CLEARED|3|0|0||",
                "notice.1|7|navios|LASER_POWER||INSTRUMENT|FAULT||ACKNOWLEDGED|3|0|0||",
                "notice.1|7|navios|LASER_POWER||INSTRUMENT|FAULT||OPEN|3|0|0|||",
                "notice.1|7|navios|LASER_POWER||INSTRUMENT|FAULT||OPEN|3|0|0",
                "notice.1|7|navios|LASER_POWER||INSTRUMENT|FAULT||OPEN|3|0|0||\n",
            })
    void anythingElseIsRefusedWithoutQuotingIt(String line) {
        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, () -> ReportCodec.decode(line));

        assertFalse(String.valueOf(refused.getMessage()).contains("Doe"));
    }

    @Test
    void lineThatIsTooLongIsRefusedUnread() {
        String line = GOOD + "x".repeat(ReportCodec.MAX_LENGTH);

        assertThrows(IllegalArgumentException.class, () -> ReportCodec.decode(line));
    }
}
