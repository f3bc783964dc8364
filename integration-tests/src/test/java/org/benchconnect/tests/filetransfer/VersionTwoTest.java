package org.benchconnect.tests.filetransfer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.benchconnect.tests.Await;
import org.benchconnect.tests.Quickest;
import org.benchconnect.tests.agent.AgentProcess;
import org.benchconnect.tests.lab.LabPc;
import org.benchconnect.tests.lab.LabPeople;
import org.benchconnect.tests.lab.LabServices;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Version 2 names the instrument: it asks the administrator, with the warning, works with a lease for each file, and ends at once. */
class VersionTwoTest {
    private static final byte[] OUT = "what the service side asked for\n".getBytes(StandardCharsets.UTF_8);
    private static final byte[] IN = "what the service side sent\n".getBytes(StandardCharsets.UTF_8);
    private static final Duration WITHIN = Duration.ofSeconds(1);
    private static final Duration AGAIN = Duration.ofMinutes(2);

    @TempDir
    private Path folder;

    private LabPc pc;
    private LabPeople people;
    private String administrator;

    @Test
    void itAsksTheAdministratorWorksForSingleFilesAndIsGoneWhenTheConsentIs() throws Exception {
        try (LabPc furnished = LabPc.furnished(folder, "Navios EX")) {
            pc = furnished;
            people = pc.people();
            Made.release(pc, 1);
            Made.release(pc, 2);
            pc.start();
            administrator = people.firstAdministrator();

            remoteSupportComesFirst();
            theQuestionHasTheWarning();
            aFileGoesOutAndOneComesIn();
            aTransferIsCutWhenTheConsentIsWithdrawn();
            pc.stop();
            itDoesNotRunAfterARestart();
        }
    }

    /** Without its consent nothing of it runs; file transfer needs it. */
    private void remoteSupportComesFirst() throws Exception {
        JsonObject early = asked();
        assertEquals(
                "[\"" + Made.REMOTE_SUPPORT + "\"]",
                early.getAsJsonObject("plan").get("needs").toString());
        assertTrue(pc.services().module("org.benchconnect.teamviewerbridge").isEmpty()
                || pc.services()
                        .find("org.benchconnect.teamviewerbridge.files.FileTransfer")
                        .isEmpty());
        people.give(people.askFor(Made.REMOTE_SUPPORT).ok().get("id").getAsString(), administrator, false)
                .ok();
        assertEquals("RUNS", state(Made.REMOTE_SUPPORT));
    }

    private JsonObject asked() throws Exception {
        return people.ask(pc.vendor().repository().toString(), Made.FEATURE).ok();
    }

    private void theQuestionHasTheWarning() throws Exception {
        String id = asked().get("id").getAsString();
        JsonObject request =
                pc.api().get("/api/v1/consents/requests/" + id + "?lang=en").ok();

        assertEquals("2.0.0", request.get("version").getAsString());
        assertEquals("LABORATORY_ADMINISTRATOR", request.get("role").getAsString());
        assertTrue(paragraphs(request, "WARNING").anyMatch(text -> text.contains("patient")), request::toString);
        assertEquals(1, paragraphs(request, "PRIVILEGE").count());
        assertTrue(paragraphs(request, "AUTHOR").anyMatch(text -> text.contains("transfer folder")));
        assertTrue(pc.services().module(Made.MODULE).isEmpty(), "nothing is installed by asking");

        String question = people.question();
        String text = request.get("textDigest").getAsString();
        long begin = System.nanoTime();
        pc.api()
                .post(
                        "/api/v1/consents/requests/" + id + "/give",
                        Map.of(
                                "question", question,
                                "account", administrator,
                                "pin", LabPeople.PIN,
                                "text", text,
                                "newerVersions", false))
                .ok();
        System.out.printf("consent with PIN, installation and start: %d ms%n", millisSince(begin));
        tellHowLongAfterTheLedgerItRan();
        assertEquals("RUNS", state(Made.FEATURE));
        assertTrue(pc.services()
                .find("org.benchconnect.teamviewerbridge.files.FileTransfer")
                .isPresent());
    }

    /** By the times of the ledger's entries, which are those of this PC's clock. */
    private void tellHowLongAfterTheLedgerItRan() throws Exception {
        Map<String, Instant> given = new HashMap<>();
        for (JsonElement each : audit().getAsJsonArray("entries")) {
            JsonObject entry = each.getAsJsonObject();
            Instant time = Instant.parse(entry.get("time").getAsString());
            String kind = entry.get("kind").getAsString();
            if (kind.equals("CONSENT_GIVEN")) {
                given.put("", time);
            } else if (kind.equals("FEATURE_STARTED")) {
                System.out.printf(
                        "consent in the ledger to running component: %d ms (%s)%n",
                        Duration.between(given.getOrDefault("", time), time).toMillis(),
                        entry.get("details").getAsJsonObject().get("feature").getAsString());
            }
        }
    }

    private JsonObject audit() throws Exception {
        return pc.api().get("/api/v1/audit?from=0&limit=500").ok();
    }

    private static Stream<String> paragraphs(JsonObject request, String part) {
        Stream.Builder<String> found = Stream.builder();
        for (JsonElement each : request.getAsJsonArray("paragraphs")) {
            if (each.getAsJsonObject().get("part").getAsString().equals(part)) {
                found.add(each.getAsJsonObject().get("text").getAsString());
            }
        }
        return found.build();
    }

    private void aFileGoesOutAndOneComesIn() throws Exception {
        FakeSession session = new FakeSession(pc.services());
        Files.write(pc.transferFolder().resolve("record.txt"), OUT);

        assertArrayEquals(OUT, session.fetch("record.txt", OUT.length));
        String sha256 = session.bring("answer.txt", IN);

        assertArrayEquals(IN, Files.readAllBytes(pc.transferFolder().resolve("quarantine/answer.txt.quarantine")));
        String audit = audit().toString();
        assertTrue(audit.contains("FILE_SENT") && audit.contains("FILE_RECEIVED"), audit);
        assertTrue(audit.contains(sha256));
        assertFalse(audit.contains("record.txt") || audit.contains("answer.txt"), "no file's name is in the ledger");
        assertFalse(Files.readString(pc.home().resolve("ledger/entries"), StandardCharsets.ISO_8859_1)
                .contains("answer.txt"));
    }

    private void aTransferIsCutWhenTheConsentIsWithdrawn() throws Exception {
        Quickest.within(WITHIN, () -> {
            if (!state(Made.FEATURE).equals("RUNS")) {
                String again = people.askFor(Made.FEATURE).ok().get("id").getAsString();
                people.give(again, administrator, false).ok();
            }
            return cutByTheWithdrawal();
        });
    }

    private Duration cutByTheWithdrawal() throws Exception {
        FakeSession session = new FakeSession(pc.services());
        Object out = LabServices.call(session.transfer(), "send", session.lease("OUT", "record.txt", OUT.length));
        LabServices.call(out, "read", ByteBuffer.allocate(5));

        Duration took = people.withdraw(Made.FEATURE);

        System.out.printf("withdrawal to evicted: %d ms%n", took.toMillis());
        assertThrows(Exception.class, () -> LabServices.call(out, "read", ByteBuffer.allocate(5)));
        Await.until("it is not in memory", AGAIN, () -> pc.services()
                .module(Made.MODULE)
                .isEmpty());
        assertTrue(pc.services()
                .find("org.benchconnect.teamviewerbridge.files.FileTransfer")
                .isEmpty());
        assertEquals("NOT_ALLOWED", state(Made.FEATURE));
        return took;
    }

    private void itDoesNotRunAfterARestart() throws Exception {
        try (AgentProcess again = pc.startProcess()) {
            Await.until("remote support runs again; the agent said " + again.errors(), AGAIN, () -> state(
                            Made.REMOTE_SUPPORT)
                    .equals("RUNS"));
            assertEquals("NOT_ALLOWED", state(Made.FEATURE));
            assertFalse(again.get("/api/v1/status?lang=en").toString().contains("File transfer:"));
        }
    }

    private String state(String feature) throws Exception {
        for (JsonElement each : pc.api().get("/api/v1/consents").ok().getAsJsonArray("features")) {
            JsonObject one = each.getAsJsonObject();
            JsonElement named = one.get("feature");
            String name =
                    named.isJsonObject() ? named.getAsJsonObject().get("name").getAsString() : named.getAsString();
            if (name.equals(feature)) {
                return one.get("state").getAsString();
            }
        }
        return "absent";
    }

    private static long millisSince(long begin) {
        return Duration.ofNanos(System.nanoTime() - begin).toMillis();
    }
}
