package org.benchconnect.console;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.benchconnect.console.http.Access;
import org.benchconnect.console.http.Call;
import org.benchconnect.console.http.Refused;
import org.benchconnect.console.http.Refused.Reason;
import org.benchconnect.console.http.Reply;
import org.benchconnect.console.http.Route;
import org.benchconnect.core.notification.Notification;
import org.benchconnect.core.notification.Notifications;
import org.benchconnect.core.store.StoreException;
import org.benchconnect.core.text.Language;

/** The operations of the local API on notices: reading, what a new shift should read, acknowledging, and following. */
final class NoticeApi {
    private static final String NOTICES = Api.ROOT + "/notices";
    private static final int PATIENCE_SECONDS = 5;

    private final Neighbours neighbours;
    private final Describer describer;
    private final Live live;
    private final Map<Language, OwnWords> words;

    NoticeApi(Neighbours neighbours, Describer describer, Live live, Map<Language, OwnWords> words) {
        this.neighbours = neighbours;
        this.describer = describer;
        this.live = live;
        this.words = words;
    }

    List<Route> routes() {
        return List.of(
                new Route("GET", NOTICES, Access.SIGNED_IN, this::notices),
                new Route("GET", NOTICES + "/since-last-shift", Access.SIGNED_IN, this::shift),
                new Route("POST", NOTICES + "/{id}/acknowledge", Access.SIGNED_IN, this::acknowledge),
                new Route("GET", Api.ROOT + "/events", Access.SIGNED_IN, this::events),
                new Route("GET", Api.ROOT + "/alerts", Access.SIGNED_IN, this::alerts));
    }

    private Reply notices(Call call) throws Refused {
        String state = call.query().getOrDefault("state", "active");
        int limit = call.number("limit", 1, 1000, 100);
        Notifications notifications = neighbours.notifications();
        if (notifications == null) {
            return PersonsRefusal.notRunning(own(call));
        }
        try {
            List<Notification> found =
                    switch (state) {
                        case "active" ->
                            notifications.active().stream().limit(limit).toList();
                        case "history" -> notifications.history(limit);
                        default -> throw new Refused(400, Reason.BAD_REQUEST, "state is active or history");
                    };
            return Reply.json(200, Map.of("notices", describer.notices(found, call.language())));
        } catch (StoreException e) {
            return PersonsRefusal.notAvailable("notice.notNow", own(call));
        }
    }

    private Reply shift(Call call) throws Refused {
        Notifications notifications = neighbours.notifications();
        if (notifications == null) {
            return PersonsRefusal.notRunning(own(call));
        }
        try {
            Notifications.Shift shift = notifications.sinceLastShift();
            return Reply.json(200, new ShiftView(shift.since(), describer.notices(shift.notices(), call.language())));
        } catch (StoreException e) {
            return PersonsRefusal.notAvailable("notice.notNow", own(call));
        }
    }

    private Reply acknowledge(Call call) throws Refused, InterruptedException {
        String id = call.variables().getOrDefault("id", "");
        OwnWords own = own(call);
        Notifications notifications = neighbours.notifications();
        if (notifications == null) {
            return PersonsRefusal.notRunning(own);
        }
        if (!id.matches("[0-9]{1,18}")) {
            return PersonsRefusal.notHere("notice.notOpen", own);
        }
        try {
            Optional<Notification> notice =
                    notifications.acknowledge(Long.parseLong(id)).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            return notice.isEmpty()
                    ? PersonsRefusal.notHere("notice.notOpen", own)
                    : Reply.json(200, describer.notice(notice.get(), call.language()));
        } catch (StoreException | ExecutionException | TimeoutException e) {
            return PersonsRefusal.notAvailable("notice.notNow", own);
        }
    }

    private Reply events(Call call) throws Refused {
        var language = call.language();
        return new Reply.Events(sink -> live.stream(language, sink));
    }

    private Reply alerts(Call call) throws Refused {
        var language = call.language();
        return new Reply.Events(sink -> live.alerts(language, sink));
    }

    private OwnWords own(Call call) throws Refused {
        return Objects.requireNonNull(words.get(call.language()));
    }

    private record ShiftView(Instant since, List<NoticeView> notices) {}
}
