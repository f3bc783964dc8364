package org.benchconnect.tests.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.benchconnect.tests.Await;
import org.benchconnect.tests.agent.AgentProcess;
import org.benchconnect.tests.lab.PreparedIdentity;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real agent says what is wrong with the PC on which it runs, as soon as its settings call it wrong, and no longer than that. */
class HostNoticesTest {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    /** With a little less than the highest setting, for others write to the disk meanwhile. */
    private static final double HALF = 0.48;

    @TempDir
    static Path folder;

    private static Path home;
    private static AgentProcess agent;

    @BeforeAll
    static void anAgentThatFindsThisPcWell() throws Exception {
        home = folder.resolve("home");
        PreparedIdentity.into(home);
        settings(Map.of());
        agent = AgentProcess.start(home);
    }

    @AfterAll
    static void end() throws Exception {
        if (agent != null) {
            agent.close();
        }
    }

    private static void settings(Map<String, ?> host) throws IOException {
        Map<String, Object> quick = new HashMap<>(host);
        quick.put("first-round-seconds", 0);
        AgentProcess.configure(home, Map.of("keys", Map.of("protector", "file"), "host", quick));
    }

    private static List<JsonObject> told(String state, String code, String language) throws Exception {
        return agent
                .get("/api/v1/notices?limit=1000&state=" + state + "&lang=" + language)
                .getAsJsonArray("notices")
                .asList()
                .stream()
                .map(JsonElement::getAsJsonObject)
                .filter(notice -> notice.get("code").getAsString().equals(code))
                .toList();
    }

    private static void awaitNotice(String code) throws Exception {
        Await.until(
                code + " is told", PATIENCE, () -> !told("active", code, "en").isEmpty());
    }

    private static void awaitThatItIsOver(String code) throws Exception {
        Await.until(
                code + " is over", PATIENCE, () -> told("active", code, "en").isEmpty());
        assertFalse(told("history", code, "en").isEmpty());
    }

    /** Whoever reads it, reads whole sentences of the own language. */
    private static void assertHasTexts(String code) throws Exception {
        Set<String> sentences = new HashSet<>();
        for (String language : List.of("en", "it", "es")) {
            JsonObject notice = told("active", code, language).get(0);
            for (String text : List.of("title", "detail", "remedy")) {
                String sentence = notice.get(text).getAsString();
                assertTrue(sentence.contains(" ") && !sentence.contains("{") && !sentence.contains(code), sentence);
                sentences.add(sentence);
            }
        }
        assertEquals(9, sentences.size(), sentences::toString);
    }

    @Test
    void aDiskWithLessRoomThanTheSettingsAskForIsANoticeUntilTheyAskForLess() throws Exception {
        FileStore disk = Files.getFileStore(home);
        assumeTrue(
                disk.getUsableSpace() < HALF * disk.getTotalSpace(),
                "skipped: more than half of this disk is free, which no setting calls too little");

        settings(Map.of("disk-warning-percent", 50, "disk-enough-gigabytes", 10_000));
        awaitNotice("PC_DISK_LOW");

        JsonObject notice = told("active", "PC_DISK_LOW", "en").get(0);
        assertEquals("host", notice.get("source").getAsString());
        assertEquals(
                Set.of("volume", "freePercent", "freeGigabyte"),
                notice.getAsJsonObject("facts").keySet());
        assertHasTexts("PC_DISK_LOW");

        settings(Map.of("disk-warning-percent", 1, "disk-fault-percent", 0.1));
        awaitThatItIsOver("PC_DISK_LOW");
    }

    @Test
    void aCertificateThatIsNoneIsANoticeUntilNobodyAsksForIt() throws Exception {
        Path none = Files.writeString(home.resolve("sample-27.pem"), "no certificate");

        settings(Map.of("certificates", List.of(none.toString())));
        awaitNotice("PC_CERTIFICATE_UNREADABLE");

        JsonObject notice = told("active", "PC_CERTIFICATE_UNREADABLE", "en").get(0);
        assertEquals("host", notice.get("source").getAsString());
        assertFalse(notice.toString().contains("sample-27"), "it tells the place in the list, never the name");
        assertHasTexts("PC_CERTIFICATE_UNREADABLE");

        settings(Map.of());
        awaitThatItIsOver("PC_CERTIFICATE_UNREADABLE");
    }
}
