package org.benchconnect.upgrade.upgrader;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.benchconnect.core.upgrade.Approval.When;
import org.benchconnect.core.upgrade.Hindrance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NoticeBoardTest {
    @TempDir
    Path home;

    private final FakeNotifications notifications = new FakeNotifications();
    private final NoticeBoard board = new NoticeBoard();
    private Given pc;

    @BeforeEach
    void agent() {
        pc = new Given(home);
        pc.around.hindrances = List.of(Hindrance.of(Hindrance.Reason.UNKNOWN));
    }

    private void show(NoticeBoard on, int times) {
        for (int i = 0; i < times; i++) {
            on.show(notifications, NoticeRules.of(pc.course.state(), pc.course.ended(), pc.clock.instant()));
        }
    }

    @Test
    void eachChangeIsToldOnce() throws Exception {
        pc.offered();
        show(board, 10);
        pc.course.approve(Given.PLAN, Given.approval(When.AS_SOON_AS_IDLE));
        show(board, 10);

        assertEquals(List.of("UPGRADE_AVAILABLE", "over UPGRADE_AVAILABLE", "UPGRADE_WAITS"), notifications.reports);
    }

    @Test
    void aSwapOfThisBundleTellsNothingTwice() {
        pc.offered();
        show(board, 1);

        show(new NoticeBoard(), 10);

        assertEquals(List.of("UPGRADE_AVAILABLE"), notifications.reports);
    }

    @Test
    void whatCouldNotBeStoredIsTriedAgain() {
        notifications.fails = true;
        pc.offered();
        show(board, 10);

        notifications.fails = false;
        show(board, 50);

        assertEquals(List.of("UPGRADE_AVAILABLE"), notifications.reports);
    }
}
