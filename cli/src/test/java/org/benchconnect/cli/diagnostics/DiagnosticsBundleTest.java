package org.benchconnect.cli.diagnostics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.benchconnect.cli.doctor.Diagnosis;
import org.benchconnect.cli.doctor.Pc;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing of what lies about on a PC gets into the bundle: the types do not let it. */
class DiagnosticsBundleTest {
    private static final String LOG = "2026-03-01T08:00:00.000+0000 WARNING ";
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC);

    @TempDir
    Path folder;

    private Pc pc;
    private Path home;

    @BeforeEach
    void aPcWithOneModule() throws IOException {
        pc = new Pc(folder);
        home = pc.place().home();
        Path release = pc.place().installation().resolve("release");
        folder.resolve("installation").toFile().setWritable(true);
        Files.createDirectories(release);
        module(
                release.resolve("org.benchconnect.link-0.1.0.jar"),
                "status.LINK_WAITING=Not connected. Next attempt in {nextAttemptSeconds} s: {problem}\ntoken.LINK_UNTRUSTED=the certificate was refused.\n");
        Files.createDirectories(home.resolve("log"));
        Files.createDirectories(home.resolve("modules"));
        Files.createDirectories(home.resolve("data"));
    }

    private static void module(Path jar, String texts) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            zip.putNextEntry(new ZipEntry("org/benchconnect/link/Supervisor.class"));
            zip.closeEntry();
            zip.putNextEntry(new ZipEntry("OSGI-INF/l10n/texts_en.properties"));
            zip.write(texts.getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        }
    }

    private static JsonObject status() {
        JsonObject facts = new JsonObject();
        facts.addProperty("nextAttemptSeconds", 17);
        facts.addProperty("problem", "LINK_UNTRUSTED");
        JsonObject part = new JsonObject();
        part.addProperty("subject", "LINK_WAITING");
        part.add("facts", facts);
        JsonArray parts = new JsonArray();
        parts.add(part);
        JsonObject status = new JsonObject();
        status.add("parts", parts);
        return status;
    }

    private JsonObject plantedStatus(List<String> planted) {
        JsonObject status = status();
        JsonArray alerts = new JsonArray();
        for (String each : planted) {
            JsonObject facts = new JsonObject();
            facts.addProperty(each, each);
            facts.addProperty("problem", each);
            JsonObject part = new JsonObject();
            part.addProperty("subject", "LINK_WAITING");
            part.addProperty("text", each);
            part.add("facts", facts);
            status.getAsJsonArray("parts").add(part);
            JsonObject other = part.deepCopy();
            other.addProperty("subject", each);
            status.getAsJsonArray("parts").add(other);
            JsonObject alert = new JsonObject();
            alert.addProperty("code", each);
            alerts.add(alert);
        }
        status.add("alerts", alerts);
        JsonObject link = new JsonObject();
        link.addProperty("state", planted.get(0));
        link.addProperty("waiting", planted.get(1));
        status.add("link", link);
        return status;
    }

    private void plant(List<String> planted) throws IOException {
        StringBuilder log = new StringBuilder();
        for (String each : planted) {
            log.append(LOG)
                    .append("org.benchconnect.link.Supervisor ")
                    .append(each)
                    .append('\n');
            log.append(LOG).append(each).append(" said\n");
            log.append(each).append(": ").append(each).append('\n');
            log.append("Caused by: ")
                    .append(each)
                    .append(": no\n\tat ")
                    .append(each)
                    .append("(X.java:1)\n");
            log.append("java.io.IOException: ").append(each).append('\n');
            log.append("2026-03-01T08:00:00.000+0000 ")
                    .append(each)
                    .append(' ')
                    .append(each)
                    .append('\n');
            String name = each.replace('/', '_');
            Files.writeString(home.resolve("modules").resolve(name + ".jar"), each);
            Files.writeString(home.resolve("data").resolve(name), each);
            pc.with("link", each, each).with(each, "folder", each);
        }
        pc.with("link", "user", planted.get(3)).with("link", "password-file", planted.get(4));
        pc.with("link", "address", "wss://" + planted.get(5) + "/mqtt");
        pc.with("adapter.navios", "folder", planted.get(2)).with("adapter.navios", "serial-number", planted.get(6));
        Files.writeString(home.resolve("log").resolve("agent.0.log"), log.toString());
        // A module of the home folder is no source of words, whatever it calls itself.
        module(home.resolve("modules").resolve("0".repeat(64) + ".jar"), "token." + planted.get(7) + "=x\n");
    }

    private String bundle(JsonObject status) throws IOException {
        Path file = folder.resolve("bundle.zip");
        Diagnosis diagnosis = pc.examined(NOON);
        String shown = new DiagnosticsBundle(path -> status, NOON).write(pc.place(), diagnosis, file);
        String written = unpacked(file);
        assertTrue(written.endsWith(shown), "what is shown is all of what is written");
        return written;
    }

    /** Names and contents of all entries, and the bytes of the file as they are. */
    private static String unpacked(Path file) throws IOException {
        StringBuilder all = new StringBuilder();
        try (InputStream in = Files.newInputStream(file);
                ZipInputStream zip = new ZipInputStream(in)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                ByteArrayOutputStream content = new ByteArrayOutputStream();
                zip.transferTo(content);
                all.append(entry.getName()).append('\n').append(content.toString(StandardCharsets.UTF_8));
            }
        }
        return all.toString();
    }

    /** How many of them are in a text, as they are or in a usual disguise. */
    private static long found(List<String> planted, String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return planted.stream()
                .filter(each -> lower.contains(each.toLowerCase(Locale.ROOT))
                        || lower.contains(core(each).toLowerCase(Locale.ROOT))
                        || text.contains(Base64.getEncoder().encodeToString(each.getBytes(StandardCharsets.UTF_8))))
                .count();
    }

    /** Its longest word, so that half of it is found too. */
    private static String core(String planted) {
        return Stream.of(planted.split("[^A-Za-z0-9]+"))
                .max(Comparator.comparing(String::length))
                .orElse(planted);
    }

    @Test
    void noneOfTwoHundredPlantedStringsIsInTheBundle() throws IOException {
        List<String> planted = Planted.all();
        plant(planted);

        String bundle = bundle(plantedStatus(planted));

        assertEquals(200, planted.stream().distinct().count());
        assertEquals(0, found(planted, bundle), bundle);
        assertEquals(200, found(planted, everythingIn(home)), "positive control: all of them were there to be found");
        assertEquals(200, found(planted, plantedStatus(planted).toString()), "and in what the agent said");
    }

    private static String everythingIn(Path home) throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                all.append(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            }
        }
        return all.toString();
    }

    @Test
    void whatHelpsIsInTheBundle() throws IOException {
        Files.writeString(
                home.resolve("log").resolve("agent.0.log"),
                LOG + "org.benchconnect.link.Supervisor not connected\njava.io.IOException: closed\n" + LOG
                        + "org.benchconnect.link.Supervisor again\n");

        String bundle = bundle(status());

        for (String expected : List.of(
                "\"subject\":\"LINK_WAITING\",\"fact\":\"nextAttemptSeconds\",\"number\":17",
                "\"fact\":\"problem\",\"token\":\"LINK_UNTRUSTED\"",
                "\"level\":\"WARNING\",\"logger\":\"org.benchconnect.link.Supervisor\",\"count\":2",
                "\"exception\":\"java.io.IOException\",\"count\":1",
                "\"kind\":\"DOCTOR\",\"hop\":\"SETTINGS\",\"state\":\"OK\",\"cause\":\"OFFLINE\"",
                "\"java_feature\":" + Runtime.version().feature())) {
            assertTrue(bundle.contains(expected), expected + " is not in " + bundle);
        }
        assertEquals(
                1, bundle.lines().filter(line -> line.contains("\"sha256\"")).count());
    }

    @Test
    void anAgentThatDoesNotRunIsSaid() throws IOException {
        DiagnosticsBundle bundle = new DiagnosticsBundle(
                path -> {
                    throw new IOException(Planted.all().get(0));
                },
                NOON);

        String shown = bundle.write(pc.place(), pc.examined(NOON), folder.resolve("bundle.zip"));

        assertTrue(shown.contains("{\"kind\":\"AGENT\",\"running\":false}"), shown);
        assertFalse(shown.contains("Zwiebelmann"), shown);
    }

    @Test
    void aFileThatIsThereIsNotReplaced() throws IOException {
        Path file = Files.writeString(folder.resolve("bundle.zip"), "mine");
        DiagnosticsBundle bundle = new DiagnosticsBundle(path -> status(), NOON);

        assertThrows(FileAlreadyExistsException.class, () -> bundle.write(pc.place(), pc.examined(NOON), file));

        assertEquals("mine", Files.readString(file));
    }
}
