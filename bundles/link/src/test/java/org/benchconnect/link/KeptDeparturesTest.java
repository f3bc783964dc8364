package org.benchconnect.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.benchconnect.core.link.Departures.Departure;
import org.benchconnect.core.link.Link.State;
import org.benchconnect.core.link.Stream;
import org.benchconnect.core.store.StoreException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptDeparturesTest {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @TempDir
    Path home;

    @Test
    void whatLeftIsExactlyWhatTheBrokerGot() throws Exception {
        try (TestAgent agent = new TestAgent(home)) {
            Mosquitto broker = agent.broker();
            Received received = agent.closing(new Received(broker.plainPort()));
            Notices.append(agent.store(), 1, 5);
            PahoLink link = agent.link(agent.settings(broker.address()));
            KeptDepartures departures = new KeptDepartures(link);
            departures.bindStore(agent.store());

            Await.until(SOON, () -> "rows wait", () -> agent.waiting() == 0);
            Await.until(SOON, () -> link.problem().name(), () -> link.status().state() == State.ONLINE);
            Await.until(SOON, () -> "not all came", () -> received.notices().size() == 5);

            List<Departure> left = departures.newest(1000);
            assertEquals(6, left.size());
            assertEquals(
                    received.notices().stream().map(Event::id).sorted().toList(),
                    left.stream()
                            .filter(one -> one.stream() == Stream.NOTICES)
                            .map(Departure::id)
                            .sorted()
                            .toList());
            assertEquals(Stream.PRESENCE, left.get(5).stream());
            for (Departure departure : left) {
                Event event = CloudEvents.decode(departure.content().getBytes(StandardCharsets.UTF_8));
                assertEquals(departure.id(), event.id());
                assertTrue(received.notices().contains(event)
                        || received.presence().contains(event));
            }
            assertEquals(2, departures.newest(2).size());
            departures.unbindStore(agent.store());
            assertThrows(StoreException.class, () -> departures.newest(1));
        }
    }

    @Test
    void theNewestOfBothComeFirst() {
        List<Departure> stored = List.of(departure(3), departure(1));
        List<Departure> presence = List.of(departure(4), departure(2));

        assertEquals(
                List.of("4", "3", "2"),
                KeptDepartures.merged(stored, presence, 3).stream()
                        .map(Departure::id)
                        .toList());
    }

    @Test
    void aLimitOutOfRangeIsRefused() throws Exception {
        try (TestAgent agent = new TestAgent(home)) {
            KeptDepartures departures = new KeptDepartures(agent.link(Settings.quick("")));

            for (int limit : new int[] {0, -1, 1001}) {
                assertThrows(IllegalArgumentException.class, () -> departures.newest(limit));
            }
        }
    }

    @Test
    void onlyTheNewestPresenceIsKept() {
        PresenceSaid said = new PresenceSaid();
        Topics topics = new Topics("lab-7", FakeStore.AGENT, 3);
        for (long connection = 1; connection <= 60; connection++) {
            said.said(topics.presence(EventContent.Presence.State.ONLINE, connection, NOON), NOON);
        }

        assertEquals(
                LongStream.rangeClosed(11, 60).mapToObj(n -> "3-online-" + n).toList(),
                said.newest().stream().map(Departure::id).sorted().toList());
    }

    private static Departure departure(int second) {
        return new Departure(NOON.plusSeconds(second), Stream.NOTICES, String.valueOf(second), "{}");
    }
}
