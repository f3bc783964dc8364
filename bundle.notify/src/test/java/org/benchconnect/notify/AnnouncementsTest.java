package org.benchconnect.notify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.benchconnect.core.notification.Notification;
import org.benchconnect.core.signal.Severity;
import org.junit.jupiter.api.Test;

class AnnouncementsTest {
    private final List<Long> heard = new ArrayList<>();
    private final Announcements announcements = new Announcements(notice -> heard.add(notice.id()));

    private Announcements.Place place(long id) {
        Notification notice = NotificationBook.opened(id, "navios", Signals.laser(1, Severity.FAULT), Instant.EPOCH)
                .notice();
        return announcements.take(List.of(notice));
    }

    @Test
    void durableChangeThatOvertakesWaitsForItsPredecessor() {
        Announcements.Place first = place(1);
        Announcements.Place second = place(2);

        announcements.settle(second, true);
        assertEquals(List.of(), heard);
        announcements.settle(first, true);

        assertEquals(List.of(1L, 2L), heard);
    }

    @Test
    void failedChangeIsNotAnnouncedAndHoldsNobodyUp() {
        Announcements.Place first = place(1);
        Announcements.Place second = place(2);

        announcements.settle(first, false);
        announcements.settle(second, true);

        assertEquals(List.of(2L), heard);
    }

    @Test
    void changeThatNeverBeganIsIgnored() {
        announcements.settle(null, false);
        announcements.settle(place(1), true);

        assertEquals(List.of(1L), heard);
    }

    @Test
    void listenerThatCausesAnotherChangeIsNotCalledInsideItself() {
        List<String> calls = new ArrayList<>();
        Announcements[] line = new Announcements[1];
        line[0] = new Announcements(notice -> {
            calls.add("begin " + notice.id());
            if (notice.id() == 1) {
                line[0].settle(line[0].take(placeholder(2)), true);
            }
            calls.add("end " + notice.id());
        });

        line[0].settle(line[0].take(placeholder(1)), true);

        assertEquals(List.of("begin 1", "end 1", "begin 2", "end 2"), calls);
    }

    private static List<Notification> placeholder(long id) {
        return List.of(NotificationBook.opened(id, "navios", Signals.laser(1, Severity.FAULT), Instant.EPOCH)
                .notice());
    }
}
