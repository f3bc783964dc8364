package org.benchconnect.companion.alerts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class AlertBookTest {
    private final AlertBook book = new AlertBook();

    private static OpenNotice notice(long id, Severity severity, String escalatedAt) {
        return new OpenNotice(id, severity, "title " + id, "", "", escalatedAt);
    }

    private static OpenNotice warning(long id) {
        return notice(id, Severity.WARNING, null);
    }

    private static OpenNotice fault(long id) {
        return notice(id, Severity.FAULT, null);
    }

    private Step next(OpenNotice... open) {
        return book.next(new Present(false, List.of(open), 0));
    }

    @Test
    void whatIsOpenAtTheStartIsOneSummary() {
        Step step = next(fault(1), warning(2));

        assertEquals(new Step.Summary(1, 1, List.of("title 1", "title 2")), step.summary());
        assertTrue(step.show().isEmpty());
        assertTrue(step.sound());
    }

    @Test
    void aSingleNoticeAtTheStartIsShownItself() {
        Step step = next(warning(1));

        assertEquals(List.of(warning(1)), step.show());
        assertFalse(step.sound());
    }

    @Test
    void theSameAgainIsNoNews() {
        next(fault(1));

        Step step = next(fault(1));

        assertTrue(step.show().isEmpty());
        assertFalse(step.sound());
    }

    @Test
    void aWarningThatBecomesAFaultSounds() {
        next(warning(1));

        Step step = next(fault(1));

        assertEquals(List.of(fault(1)), step.show());
        assertTrue(step.sound());
    }

    @Test
    void anEscalationIsNewOnceAndAgainWhenItIsPressedOnAgain() {
        next(warning(1));

        Step first = next(notice(1, Severity.WARNING, "T1"));
        Step same = next(notice(1, Severity.WARNING, "T1"));
        Step second = next(notice(1, Severity.WARNING, "T2"));

        assertEquals(1, first.show().size());
        assertEquals(0, same.show().size());
        assertEquals(1, second.show().size());
    }

    @Test
    void whatLeavesTheListIsTakenAwayAndIsNewWhenItComesBack() {
        next(warning(1));

        Step gone = next();
        Step back = next(warning(1));

        assertEquals(Set.of(1L), gone.takeAway());
        assertEquals(1, back.show().size());
    }

    @Test
    void anUnreadableStateChangesNothing() {
        next(warning(1));

        Step step = book.next(new Present(true, null, 0));
        Step again = next(warning(1));

        assertTrue(step.takeAway().isEmpty());
        assertTrue(again.show().isEmpty());
    }

    @Test
    void aBurstIsOneSummaryThatTakesTheirOwnAlertsAlong() {
        next(warning(1));

        Step step = next(fault(2), fault(3), warning(4), notice(1, Severity.WARNING, "T1"));

        assertNotNull(step.summary());
        assertEquals(Set.of(1L), step.takeAway());
        assertTrue(step.show().isEmpty());
    }

    @Test
    void theSummaryGoesWhenNothingOfItIsOpen() {
        next(fault(1), warning(2));

        Step half = next(warning(2));
        Step none = next();

        assertFalse(half.summaryOver());
        assertTrue(none.summaryOver());
        assertNull(none.summary());
    }

    @Test
    void aNoticePushedOutByMoreThanFiftyIsNoNewsWhenItComesBack() {
        OpenNotice[] fifty =
                LongStream.rangeClosed(1, 50).mapToObj(AlertBookTest::warning).toArray(OpenNotice[]::new);
        next(fifty);

        OpenNotice[] others =
                LongStream.rangeClosed(2, 50).mapToObj(AlertBookTest::warning).toArray(OpenNotice[]::new);
        book.next(new Present(false, List.of(others), 1));
        Step back = next(fifty);

        assertTrue(back.show().isEmpty());
        assertNull(back.summary());
    }
}
