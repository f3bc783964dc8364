package org.benchconnect.tests.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.benchconnect.tests.Await;
import org.benchconnect.tests.broker.RecordingBroker;
import org.benchconnect.tests.lab.PreparedIdentity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** kill -9 at random moments while notices go out: every event arrives, and a repetition carries the id that it had. */
class LinkKillTest {
    private static final int ROUNDS = Integer.getInteger("benchconnect.rounds", 5);
    private static final int FILES_EACH_ROUND = 12;

    @TempDir
    Path folder;

    @Test
    void noEventIsLostAndRepetitionsAreRecognisable() throws Exception {
        InstrumentFolder instrument = new InstrumentFolder(folder.resolve("instrument"));
        Path home = folder.resolve("home");
        PreparedIdentity.into(home);
        Random moments = new Random(20_260_102);
        try (RecordingBroker broker = new RecordingBroker(folder)) {
            AgentProcess.configure(
                    home,
                    Map.of(
                            "adapter.navios",
                            Map.of("folder", instrument.path().toString()),
                            "tls",
                            Map.of("trust-anchors", broker.certificate().toString()),
                            "notifications",
                            Map.of("flap-minutes", 0), // each fault is a notice, each clearing a message
                            "streams",
                            Map.of("notices", true),
                            "link",
                            Map.of(
                                    "address", broker.address(),
                                    "isolated-loss-seconds", 0,
                                    "server-loss-seconds", 0,
                                    "longest-wait-seconds", 1)));
            for (int round = 0; round < ROUNDS; round++) {
                AgentProcess agent = AgentProcess.start(home);
                for (int file = 0; file < FILES_EACH_ROUND; file++) {
                    instrument.write(file % 2 == 0 ? InstrumentFolder.weakRedLaser() : InstrumentFolder.healthy());
                }
                pause(moments.nextInt(2500));
                agent.kill();
            }

            try (AgentProcess agent = AgentProcess.start(home)) {
                int files = ROUNDS * FILES_EACH_ROUND;
                Await.until("every fault cleared", Duration.ofMinutes(2), () -> cleared(agent) == files / 2);
                Await.until(
                        "everything was acknowledged",
                        Duration.ofMinutes(2),
                        () -> agent.get("/api/v1/status")
                                        .getAsJsonObject("link")
                                        .get("waiting")
                                        .getAsLong()
                                == 0);
                long events = 2L * cleared(agent) + others(agent);
                Await.until(
                        "every event arrived",
                        Duration.ofMinutes(2),
                        () -> received(broker).size() >= events);
                List<Long> came = sequences(broker);
                assertEquals(LongStream.rangeClosed(1, came.size()).boxed().toList(), came);
            }
        }
    }

    private static long cleared(AgentProcess agent) throws Exception {
        return NoticePathTest.laserNotices(agent, "history").size();
    }

    /** What else was told in between, such as few events: opened, and perhaps cleared. */
    private static long others(AgentProcess agent) throws Exception {
        return agent.notices("active").size() + 2L * (agent.notices("history").size() - cleared(agent));
    }

    /** Event ids with what they said; two that differ under one id fail the test. */
    private static Map<String, JsonObject> received(RecordingBroker broker) {
        Map<String, JsonObject> byId = new TreeMap<>();
        for (String message : broker.messages()) {
            if (message.contains("/notify ")) {
                JsonObject event = JsonParser.parseString(message.substring(message.indexOf(' ') + 1))
                        .getAsJsonObject();
                String id = event.get("source").getAsString() + " "
                        + event.get("id").getAsString();
                JsonObject before = byId.putIfAbsent(id, event);
                assertEquals(before == null ? event : before, event, "one id, two events");
            }
        }
        return byId;
    }

    private static List<Long> sequences(RecordingBroker broker) {
        return received(broker).values().stream()
                .map(event -> Long.valueOf(event.get("id").getAsString().split("-")[1]))
                .sorted()
                .toList();
    }

    /** The random moment is the input of this test, not a wait for something. */
    private static void pause(int millis) throws InterruptedException {
        boolean never = new CountDownLatch(1).await(millis, TimeUnit.MILLISECONDS);
        assertFalse(never);
    }
}
