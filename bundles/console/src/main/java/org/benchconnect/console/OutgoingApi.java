package org.benchconnect.console;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.benchconnect.console.http.Access;
import org.benchconnect.console.http.Call;
import org.benchconnect.console.http.Refused;
import org.benchconnect.console.http.Reply;
import org.benchconnect.console.http.Route;
import org.benchconnect.core.link.Departures;
import org.benchconnect.core.link.Link;
import org.benchconnect.core.link.Stream;
import org.benchconnect.core.link.Streams;
import org.benchconnect.core.store.AgentStore;
import org.benchconnect.core.store.StoreException;
import org.benchconnect.core.text.Language;
import org.jspecify.annotations.Nullable;

/** The operations of the local API on what may leave this PC and what did. */
final class OutgoingApi {
    private static final int NORMAL = 20;
    private static final int MOST = 100;

    private final Neighbours neighbours;
    private final Map<Language, OwnWords> words;

    OutgoingApi(Neighbours neighbours, Map<Language, OwnWords> words) {
        this.neighbours = neighbours;
        this.words = words;
    }

    List<Route> routes() {
        return List.of(
                new Route("GET", Api.ROOT + "/streams", Access.SIGNED_IN, this::streams),
                new Route("GET", Api.ROOT + "/departures", Access.SIGNED_IN, this::departures));
    }

    private Reply streams(Call call) throws Refused {
        OwnWords own = own(call);
        Streams streams = neighbours.streams();
        Link link = neighbours.link();
        boolean connects = link != null && link.status().state() != Link.State.OFF;
        Waiting waiting = waiting();
        return Reply.json(
                200,
                new AllView(
                        List.of(Stream.values()).stream()
                                .map(one -> StreamView.of(one, streams != null && streams.on(one), own))
                                .toList(),
                        connects,
                        own.say(connects ? "outgoing.connects" : "outgoing.offline"),
                        waiting,
                        waiting == null ? own.say("outgoing.unknown") : waiting.text(own)));
    }

    /** Null while the database cannot be read. */
    private @Nullable Waiting waiting() {
        AgentStore store = neighbours.store();
        if (store == null) {
            return null;
        }
        try {
            return store.read(tables ->
                    new Waiting(tables.outbox().waiting(), tables.outbox().givenUp()));
        } catch (StoreException unreadable) {
            return null;
        }
    }

    private Reply departures(Call call) throws Refused {
        OwnWords own = own(call);
        int limit = call.number("limit", 1, MOST, NORMAL);
        Departures departures = neighbours.departures();
        if (departures == null) {
            return PersonsRefusal.notRunning(own);
        }
        try {
            return Reply.json(
                    200,
                    Map.of(
                            "departures",
                            departures.newest(limit).stream()
                                    .map(one -> DepartureView.of(one, own))
                                    .toList()));
        } catch (StoreException unreadable) {
            return PersonsRefusal.notAvailable("outgoing.unreadable", own);
        }
    }

    private OwnWords own(Call call) throws Refused {
        return Objects.requireNonNull(words.get(call.language()));
    }

    private record AllView(
            List<StreamView> streams, boolean connects, String text, @Nullable Waiting outbox, String outboxText) {}

    /**
     * How the outbox is.
     *
     * @param waiting how many messages wait to be sent
     * @param givenUp how many were given up for lack of room since the database was made
     */
    private record Waiting(long waiting, long givenUp) {
        String text(OwnWords own) {
            String waits =
                    waiting == 0 ? own.say("outgoing.nothingWaits") : own.count("outgoing.waiting", waiting, Map.of());
            return givenUp == 0 ? waits : waits + " " + own.count("outgoing.givenUp", givenUp, Map.of());
        }
    }

    /**
     * A stream of the data inventory.
     *
     * @param setting its switch in the settings; null if it has none
     */
    private record StreamView(
            Stream stream,
            String title,
            String text,
            boolean on,
            @Nullable String setting,
            String switchText,
            List<FieldView> fields) {
        static StreamView of(Stream stream, boolean on, OwnWords own) {
            boolean hasSwitch = Outgoing.hasSwitch(stream);
            String setting = Outgoing.setting(stream);
            return new StreamView(
                    stream,
                    own.say("stream." + stream + ".title"),
                    own.say("stream." + stream + ".text"),
                    on,
                    hasSwitch ? setting : null,
                    hasSwitch
                            ? own.say(on ? "stream.on" : "stream.off", Map.of("setting", setting))
                            : own.say("stream." + stream + ".switch"),
                    Outgoing.fields(stream).stream()
                            .map(name -> new FieldView(name, own.say("field." + stream + "." + name)))
                            .toList());
        }
    }

    /** One member of a message's data, and what it says. */
    private record FieldView(String name, String text) {}

    /** What left, exactly as it was sent: somebody else may have to judge it byte by byte. */
    private record DepartureView(Instant at, String moment, Stream stream, String title, String id, String content) {
        static DepartureView of(Departures.Departure one, OwnWords own) {
            return new DepartureView(
                    one.at(),
                    own.moment(one.at()),
                    one.stream(),
                    own.say("stream." + one.stream() + ".title"),
                    one.id(),
                    one.content());
        }
    }
}
