package org.benchconnect.store;

import static org.benchconnect.store.Given.NOON;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.Map;
import org.benchconnect.core.ledger.Detail;
import org.benchconnect.core.ledger.EventKind;
import org.benchconnect.core.ledger.Head;
import org.benchconnect.core.link.HeadReport;
import org.benchconnect.core.link.NoticeReport;
import org.benchconnect.core.link.Registration;
import org.benchconnect.core.link.RegistrationReport;
import org.benchconnect.core.link.ReleaseReport;
import org.benchconnect.core.link.Report;
import org.benchconnect.core.link.SessionReport;
import org.benchconnect.core.notification.Notification;
import org.benchconnect.core.notification.Notification.State;
import org.benchconnect.core.signal.SerialNumber;
import org.benchconnect.core.signal.SoftwareVersion;
import org.jspecify.annotations.Nullable;
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

    @Test
    void aNoticeThatWasPressedOnOrSeenHasALineOfItsOwn() {
        Notification plain = Given.notice(7);
        Notification pressed = marked(plain, NOON.plusMillis(5), null);
        Notification seen = marked(plain, null, NOON.plusMillis(6));

        String line = ReportCodec.encode(new NoticeReport(pressed));

        assertEquals(GOOD.replace("notice.1", "notice.2") + "|1772366400005|", line);
        assertEquals(new NoticeReport(pressed), ReportCodec.decode(line));
        assertEquals(new NoticeReport(seen), ReportCodec.decode(ReportCodec.encode(new NoticeReport(seen))));
    }

    private static Notification marked(Notification notice, @Nullable Instant escalated, @Nullable Instant seen) {
        return new Notification(
                notice.id(),
                notice.source(),
                notice.condition(),
                notice.kind(),
                notice.severity(),
                notice.facts(),
                notice.state(),
                notice.count(),
                notice.firstSeen(),
                notice.lastSeen(),
                notice.acknowledgedAt(),
                notice.clearedAt(),
                escalated,
                seen);
    }

    @Test
    void aRegistrationComesBackAsItWasTyped() {
        SerialNumber serial = SerialNumber.parse("AB-123").orElseThrow();
        for (String name : new String[] {"Ana Núñez", "a|b", "=;|", "名前", "x".repeat(80)}) {
            Report report =
                    new RegistrationReport(new Registration("lab|1@example.org", name, "Navios EX", "NAV-7", serial));

            String line = ReportCodec.encode(report);

            assertEquals(report, ReportCodec.decode(line));
            assertEquals(5, line.chars().filter(c -> c == '|').count());
        }
    }

    @ParameterizedTest
    @EnumSource(ReleaseReport.Outcome.class)
    void aReleaseReportComesBack(ReleaseReport.Outcome outcome) {
        SoftwareVersion version = SoftwareVersion.parse("1.20.3").orElseThrow();

        for (Report report : new Report[] {
            new ReleaseReport(version, null, outcome), new ReleaseReport(null, version, outcome),
            new ReleaseReport(null, null, outcome), new ReleaseReport(version, version, outcome)
        }) {
            assertEquals(report, ReportCodec.decode(ReportCodec.encode(report)));
        }
    }

    @Test
    void anEventOfASessionComesBack() {
        Instant at = Instant.parse("2026-05-04T12:00:00.123Z");

        for (EventKind kind : SessionReport.KINDS) {
            SessionReport bare = new SessionReport(0, at, kind, Map.of());
            SessionReport full = new SessionReport(
                    17,
                    at,
                    kind,
                    Map.of(
                            Detail.SESSION, "0123456789abcdef",
                            Detail.PRIVILEGE, "view-screen",
                            Detail.SERIAL, "AB-1.2",
                            Detail.DIRECTION, "out",
                            Detail.SUPPORTER, "a".repeat(64)));

            assertEquals(bare, ReportCodec.decode(ReportCodec.encode(bare)));
            assertEquals(full, ReportCodec.decode(ReportCodec.encode(full)));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "session.1|1|0|UPGRADE_COMMITTED|",
                "session.1|01|0|LEASE_GIVEN|",
                "session.1|1|0|LEASE_GIVEN|account=0123456789abcdef",
                "session.1|1|0|LEASE_GIVEN|session=a;session=b",
                "session.1|1|0|LEASE_GIVEN|privilege=Doe",
                "session.1|1|0|LEASE_GIVEN|session",
                "session.1|1|0|LEASE_GIVEN|;",
                "notice.2|7|navios|LASER_POWER||INSTRUMENT|FAULT||OPEN|3|0|0||||",
                "notice.2|7|navios|LASER_POWER||INSTRUMENT|FAULT||OPEN|3|0|0|||x|",
                "notice.1|7|navios|LASER_POWER||INSTRUMENT|FAULT||OPEN|3|0|0|||5|",
                "registration.1|Doe|RG9l|Navios|NAV-7|AB-1",
                "registration.1|YUBiLmM|RG9l|Navios|NAV-7|AB",
                "registration.1|YUBiLmM=|RG9l|Navios|NAV-7|AB-1",
                "registration.1|YUBiLmM|RG9m|Navios|NAV-7|AB-1|",
                "registration.1|YUBiLmM|RG9l|Navios|NAV 7|AB-1",
                "registration.1|YUBiLmM|_w|Navios|NAV-7|AB-1",
                "registration.1|YUBiLmN|RG9l|Navios|NAV-7|AB-1",
                "registration.2|YUBiLmM|RG9l|Navios|NAV-7|AB-1",
                "release.1|1.0|01.0|COMMITTED",
                "release.1|1.0|Doe|COMMITTED",
                "release.1|||DONE",
                "release.1|||COMMITTED|",
                "release.1|.|.|COMMITTED",
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
