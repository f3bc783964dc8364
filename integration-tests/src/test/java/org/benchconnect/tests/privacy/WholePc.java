package org.benchconnect.tests.privacy;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.benchconnect.tests.Await;
import org.benchconnect.tests.agent.AgentProcess;
import org.benchconnect.tests.broker.RecordingBroker;
import org.benchconnect.tests.lab.PreparedIdentity;

/**
 * What one agent left behind that read everything in a laboratory and sent all that it may.
 *
 * @param traces every outlet, while it ran and after
 * @param notices what it told of instruments and programs, without numbers of notices and times
 * @param messages what it sent of them, without those either
 */
record WholePc(Traces traces, Set<String> notices, Set<String> messages) {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final List<String> LAST_SERIALS =
            List.of(Laboratory.NAVIOS_LAST, Laboratory.DXFLEX_LAST, Laboratory.AQUIOS_LAST);
    /** What differs from run to run and not by what was read: order and time. */
    private static final Set<String> INCIDENTAL = Set.of(
            "notice",
            "id",
            "count",
            "firstSeen",
            "lastSeen",
            "clearedAt",
            "acknowledgedAt",
            "escalatedAt",
            "title",
            "detail",
            "remedy");
    /** What is measured rather than read. */
    private static final Set<String> MEASURED = Set.of("ageMinutes", "oldestMinutes", "newestMinutes", "offsetSeconds");

    /** What depends on how long an agent ran. */
    private static final Set<String> PASSING = Set.of("CONNECTION_DOWN", "CELLMEK_FIRST", "MANAGER_FIRST", "LIS_FIRST");

    /** Writes what a test adds once every log is followed. */
    @FunctionalInterface
    interface Late {
        void write() throws IOException;
    }

    static WholePc after(Path folder, Laboratory laboratory, Planted patient, Late late) throws Exception {
        Path home = folder.resolve("home");
        PreparedIdentity.into(home);
        Traces traces = new Traces();
        Set<String> notices = new TreeSet<>();
        Set<String> messages = new TreeSet<>();
        try (RecordingBroker broker = new RecordingBroker(folder)) {
            AgentProcess.configure(home, laboratory.settings(broker, patient));
            try (AgentProcess agent = AgentProcess.start(home)) {
                Await.until("every log is followed", PATIENCE, () -> {
                    laboratory.writeTheFirst();
                    return codes(agent).containsAll(Laboratory.FIRST_CODES);
                });
                late.write();
                waitForAll(agent, broker);
                traces.addApi(home);
                traces.addCommand(home, "status");
                traces.addCommand(home, "notices", "--json");
                traces.addCommand(home, "audit", "head");
                if (patient.which() == 0) {
                    traces.addDiagnostics(home);
                }
                traces.add("database while it is open", Files.readAllBytes(home.resolve("data/agent.db")));
                traces.add("write-ahead log", Files.readAllBytes(home.resolve("data/agent.db-wal")));
                agent.notices("active").forEach(notice -> addTo(notices, notice));
                agent.notices("history").forEach(notice -> addTo(notices, notice));
            }
            traces.add("messages", String.join("\n", broker.messages()));
            broker.messages().forEach(message -> addMessage(messages, message));
        }
        traces.addFiles(home);
        return new WholePc(traces, notices, messages);
    }

    /** Until the last file, line and record of each reader was read, and what they said was sent. */
    private static void waitForAll(AgentProcess agent, RecordingBroker broker) throws Exception {
        Await.until("all files were read", PATIENCE, () -> {
            String status = agent.get("/api/v1/status").toString();
            return LAST_SERIALS.stream().allMatch(status::contains);
        });
        for (String last : Laboratory.LAST_CODES) {
            Await.until(last + " is told", PATIENCE, () -> codes(agent).contains(last));
        }
        Await.until("all that was read was sent", PATIENCE, () -> {
            String sent = String.join("\n", broker.messages());
            return Laboratory.LAST_CODES.stream().allMatch(sent::contains)
                    && sent.contains("/presence ")
                    && agent.get("/api/v1/status")
                                    .getAsJsonObject("link")
                                    .get("waiting")
                                    .getAsLong()
                            == 0;
        });
    }

    private static Set<String> codes(AgentProcess agent) throws Exception {
        Set<String> codes = new TreeSet<>();
        agent.notices("active").forEach(notice -> codes.add(notice.get("code").getAsString()));
        return codes;
    }

    private static void addMessage(Set<String> messages, String message) {
        String topic = message.substring(0, message.indexOf(' '));
        if (topic.endsWith("/notify")) {
            addTo(
                    messages,
                    JsonParser.parseString(message.substring(topic.length()))
                            .getAsJsonObject()
                            .getAsJsonObject("data"));
        }
    }

    private static void addTo(Set<String> all, JsonObject notice) {
        String code = notice.get("code").getAsString();
        if (!notice.get("source").getAsString().equals("host") && !PASSING.contains(code)) {
            JsonObject kept = notice.deepCopy();
            INCIDENTAL.forEach(kept::remove);
            JsonObject facts = kept.getAsJsonObject("facts");
            MEASURED.forEach(facts::remove);
            all.add(kept.toString());
        }
    }

    /** The sources of the notices. */
    Set<String> sources() {
        Set<String> sources = new TreeSet<>();
        for (String notice : notices) {
            JsonElement source =
                    JsonParser.parseString(notice).getAsJsonObject().get("source");
            sources.add(source.getAsString());
        }
        return sources;
    }

    /** Which of the outlets hold this. */
    Set<String> outletsWith(String word) {
        Canaries one = Canaries.of(Map.of("control", word));
        Set<String> outlets = new TreeSet<>();
        for (String outlet : traces.outlets()) {
            if (!one.in(traces.of(outlet)).isEmpty()) {
                outlets.add(outlet);
            }
        }
        return outlets;
    }
}
