package org.benchconnect.tests.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.benchconnect.cli.release.Release;
import org.benchconnect.simulator.Laser;
import org.benchconnect.simulator.LmdWriter;
import org.benchconnect.simulator.Run;
import org.benchconnect.tests.Await;
import org.benchconnect.tests.agent.AgentProcess;
import org.benchconnect.tests.lab.LabPc;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the vendor signs with the command line reaches a real agent over a real broker and does what it says, once, and no more: the command key stands in the profile of the agent's own
 * installation.
 */
class SignedCommandTest {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String FEATURE = "org.benchconnect.remote-support";

    private static final String MARK = "seenByServiceAt";

    @TempDir
    private Path folder;

    private ServiceSide service;
    private LabPc pc;

    @BeforeEach
    void aPcWhoseVendorMaySignCommands() throws Exception {
        service = new ServiceSide(folder.resolve("service"));
        pc = LabPc.furnished(folder.resolve("pc"), "Navios EX");
        pc.vendor().run("init", "key", "@command.key", "--pkcs12", "@command.p12", "--password-file", "@password");
        Path profile = pc.installation().resolve("profiles/self-hosted.json");
        JsonObject json = JsonParser.parseString(Files.readString(profile)).getAsJsonObject();
        json.addProperty("command-key", commandKey());
        Files.delete(profile); // it is the build's own file by a second name
        Files.writeString(profile, json.toString());
        pc.set("tls", Map.of("trust-anchors", service.certificate().toString()));
        pc.set("link", Map.of("address", service.address(), "isolated-loss-seconds", 0));
    }

    @AfterEach
    void end() throws Exception {
        if (pc != null) {
            pc.close();
        }
        if (service != null) {
            service.close();
        }
    }

    @Test
    void eachCommandIsObeyedOnceItsReplayRefusedAndBothWrittenDown() throws Exception {
        try (AgentProcess agent = pc.startProcess()) {
            String id = service.agent();
            String administrator = pc.people().firstAdministrator();
            String request = pc.people().askFor(FEATURE).ok().get("id").getAsString();
            pc.people().give(request, administrator, false).ok();
            assertEquals(List.of("RUNS"), states());
            write(Run.healthy().withLaser(Laser.steady(Laser.Colour.RED, 25).withPower(20, 20)));
            Await.until("a laser is weak", PATIENCE, () -> laser(agent).size() == 1);
            JsonObject before = laser(agent).get(0);

            String seen = signed(id, "SEEN", "--notice", before.get("id").getAsString());
            service.send(id, seen);
            service.send(id, signed(id, "LOOK"));
            service.send(id, signed(id, "WITHDRAW", "--feature", FEATURE));

            Await.until("all three are written down", PATIENCE, () -> entries("COMMAND_TAKEN", "reason")
                    .equals(List.of("SEEN", "LOOK", "WITHDRAW")));
            Await.until(
                    "it is marked as seen",
                    PATIENCE,
                    () -> !laser(agent).get(0).get(MARK).isJsonNull());
            assertTrue(before.remove(MARK).isJsonNull());
            JsonObject after = laser(agent).get(0);
            assertFalse(after.remove(MARK).isJsonNull());
            assertEquals(before, after);
            Await.until("the consent is taken back", PATIENCE, () -> states().equals(List.of("WITHDRAWN")));

            service.send(id, seen);

            Await.until("the replay is written down", PATIENCE, () -> entries("COMMAND_REFUSED", "rule")
                    .equals(List.of("COMMAND_ONCE")));
            assertEquals(3, entries("COMMAND_TAKEN", "reason").size());
        }
    }

    private static List<JsonObject> laser(AgentProcess agent) throws Exception {
        return agent.notices("active").stream()
                .filter(notice -> notice.getAsJsonObject("facts").has("laser")
                        && notice.get("severity").getAsString().equals("FAULT"))
                .toList();
    }

    /** Of the consents to the feature. */
    private List<String> states() throws Exception {
        List<String> states = new ArrayList<>();
        for (JsonElement each : pc.api().get("/api/v1/consents").ok().getAsJsonArray("consents")) {
            JsonObject consent = each.getAsJsonObject();
            if (consent.get("feature").getAsString().equals(FEATURE)) {
                states.add(consent.get("state").getAsString());
            }
        }
        return states;
    }

    /** One detail of the ledger's entries of one kind, oldest first. */
    private List<String> entries(String kind, String detail) throws Exception {
        List<String> details = new ArrayList<>();
        for (JsonElement each :
                pc.api().get("/api/v1/audit?from=0&limit=200").ok().getAsJsonArray("entries")) {
            JsonObject entry = each.getAsJsonObject();
            if (entry.get("kind").getAsString().equals(kind)) {
                details.add(entry.getAsJsonObject("details").get(detail).getAsString());
            }
        }
        return details;
    }

    private String commandKey() {
        return JsonParser.parseString(release("1b4e28ba-2fa1-4d6b-883f-0016d3cca427", "LOOK", "--json"))
                .getAsJsonObject()
                .get("command-key")
                .getAsString();
    }

    private String signed(String agent, String... words) {
        return release(agent, words).strip();
    }

    private String release(String agent, String... words) {
        List<String> arguments = new ArrayList<>(List.of("sign-command"));
        arguments.addAll(List.of(words));
        Path key = pc.vendor().repository().resolve("../../command.key").normalize();
        arguments.addAll(List.of("--key", key.toString(), "--agent", agent));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exit = Release.run(
                arguments,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        assertEquals(0, exit, () -> err.toString(StandardCharsets.UTF_8));
        return out.toString(StandardCharsets.UTF_8);
    }

    private void write(Run run) throws Exception {
        byte[] bytes =
                LmdWriter.bytes(run.withModel("Navios EX").withEvents(500).withSeed(7));
        Path staged = Files.write(pc.instrumentFolder().resolve("1000.part"), bytes);
        Files.move(staged, pc.instrumentFolder().resolve("run-01000.LMD"));
    }
}
