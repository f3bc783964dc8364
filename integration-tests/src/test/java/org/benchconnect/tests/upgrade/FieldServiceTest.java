package org.benchconnect.tests.upgrade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.benchconnect.tests.lab.LabPc;
import org.benchconnect.tests.lab.LabPeople;
import org.benchconnect.tests.lab.LaterBase;
import org.benchconnect.tests.lab.Rebuilt;
import org.benchconnect.tests.lab.Supervised;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Field service at a PC without a network: a zip file on a stick, an answer file of the administrator's, one command, nobody watching. */
class FieldServiceTest {
    private static final String ADAPTER = "org.benchconnect.adapter.navios";
    private static final String BASE = "org.benchconnect.base";

    @TempDir
    private Path folder;

    private LabPc pc;

    /**
     * What a command did.
     *
     * @param exit its code
     * @param out standard output
     * @param err standard error
     */
    private record Said(int exit, String out, String err) {}

    @Test
    void oneCommandUpgradesFromAStickWithTheAnswerFileAndNeverWithoutOne() throws Exception {
        try (LabPc furnished = LabPc.furnished(folder, "Navios EX")) {
            pc = furnished;
            pc.set("upgrade", Map.of("look-minutes", 0, "health-seconds", 10));
            pc.vendor().release(LaterBase.of("0.1.1", 2, Rebuilt.of(ADAPTER, "0.1.1")));
            Path stick = pc.vendor().stick();
            try (Supervised agent = pc.startSupervised()) {
                String administrator = pc.people().firstAdministrator();
                Said planned = run("plan", "--from", stick.toString(), "--json");
                assertEquals(0, planned.exit(), planned.toString());
                Path answers = answers(administrator, documents(planned.out()));

                Files.setPosixFilePermissions(answers, PosixFilePermissions.fromString("rw-r--r--"));
                Said open = run("apply", "--from", stick.toString(), "--answers", answers.toString());
                assertEquals(1, open.exit(), open.toString());
                assertEquals(1, pc.upgrade().generation());

                Files.setPosixFilePermissions(answers, PosixFilePermissions.fromString("rw-------"));
                Said done = run("apply", "--from", stick.toString(), "--answers", answers.toString());

                assertEquals(0, done.exit(), done.toString());
                JsonObject last = pc.upgrade().records().get(0);
                assertEquals("COMMITTED", last.get("outcome").getAsString());
                assertTrue(pc.upgrade().generation() > 1);
                assertEquals(0, run("status").exit());

                Said again = run("apply", "--from", stick.toString(), "--answers", answers.toString());
                assertEquals(0, again.exit(), "nothing is newer, which is no failure: " + again);
            }
        }
    }

    /** The digests of the documents, by feature, as the plan says them. */
    private static Map<String, String> documents(String json) {
        Map<String, String> documents = new HashMap<>();
        JsonObject plan = JsonParser.parseString(json).getAsJsonObject();
        JsonObject inner = plan.has("plan") ? plan.getAsJsonObject("plan") : plan;
        for (JsonElement each : inner.getAsJsonArray("features")) {
            documents.put(
                    each.getAsJsonObject().get("name").getAsString(),
                    each.getAsJsonObject().get("document").getAsString());
        }
        assertEquals(Set.of(BASE), documents.keySet());
        return documents;
    }

    private Path answers(String account, Map<String, String> features) throws Exception {
        Map<String, Object> answers = new HashMap<>();
        answers.put("account", account);
        answers.put("pin", LabPeople.PIN);
        answers.put("features", features);
        answers.put("language", "en");
        answers.put("when", "AS_SOON_AS_IDLE");
        answers.put("idle", true);
        Path file = Files.writeString(folder.resolve("answers.json"), new Gson().toJson(answers));
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }

    private Said run(String... words) throws Exception {
        List<String> command = new ArrayList<>(
                List.of(pc.installation().resolve("benchconnect").toString(), "upgrade"));
        command.addAll(List.of(words));
        command.addAll(List.of("--home", pc.home().toString(), "--lang", "en"));
        Path out = folder.resolve("said.out");
        Path err = folder.resolve("said.err");
        Process process = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        process.getOutputStream().close();
        assertTrue(process.waitFor(10, TimeUnit.MINUTES), "it does not end");
        return new Said(
                process.exitValue(),
                Files.readString(out, StandardCharsets.UTF_8),
                Files.readString(err, StandardCharsets.UTF_8));
    }
}
