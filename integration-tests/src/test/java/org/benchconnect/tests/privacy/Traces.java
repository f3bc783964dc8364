package org.benchconnect.tests.privacy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.benchconnect.cli.diagnostics.DiagnosticsBundle;
import org.benchconnect.cli.doctor.DoctorCommand;
import org.benchconnect.tests.agent.AgentProcess;

/** Everything that a whole agent says, sends and keeps: each outlet by name, with its bytes. */
final class Traces {
    /** A role, which the status names in its sentences; the operator of a sample has the same name. */
    private static final String OWN_WORD = "(?i)(?<![a-z])administrators?\\b";

    private static final String DOCUMENT = "/openapi.json";
    private static final Set<String> STREAMS = Set.of("/events", "/alerts");

    private final Map<String, byte[]> byOutlet = new LinkedHashMap<>();
    private final HttpClient http = HttpClient.newHttpClient();

    void add(String outlet, byte[] bytes) {
        byOutlet.merge(outlet, bytes, Traces::joined);
    }

    private static byte[] joined(byte[] before, byte[] more) {
        byte[] both = Arrays.copyOf(before, before.length + more.length);
        System.arraycopy(more, 0, both, before.length, more.length);
        return both;
    }

    void add(String outlet, String text) {
        add(outlet, text.replaceAll(OWN_WORD, "").getBytes(StandardCharsets.UTF_8));
    }

    Set<String> outlets() {
        return byOutlet.keySet();
    }

    byte[] of(String outlet) {
        byte[] bytes = byOutlet.get(outlet);
        if (bytes == null) {
            throw new AssertionError("no outlet " + outlet + " in " + outlets());
        }
        return bytes;
    }

    /** No outlet holds any of these; says of all of them which do. */
    void holdNone(Canaries canaries) {
        Map<String, Set<String>> found = new LinkedHashMap<>();
        byOutlet.forEach((outlet, bytes) -> {
            Set<String> here = canaries.in(bytes);
            if (!here.isEmpty()) {
                found.put(outlet, new TreeSet<>(here));
            }
        });
        assertEquals(Map.of(), found);
    }

    /** Whatever the local API reads out, by its own document, which is the same on every PC and is not looked at: for the page, the command line, and the companion's two streams of events. */
    void addApi(Path home) throws Exception {
        String document = get(home, DOCUMENT, "");
        JsonObject paths = JsonParser.parseString(document).getAsJsonObject().getAsJsonObject("paths");
        for (String path : paths.keySet()) {
            if (!path.equals(DOCUMENT)
                    && !path.contains("{")
                    && paths.getAsJsonObject(path).has("get")) {
                for (String language : List.of("en", "it", "es")) {
                    String outlet = "API " + path + " " + language;
                    add(outlet, STREAMS.contains(path) ? first(home, path, language) : get(home, path, language));
                }
            }
        }
        for (String state : List.of("active", "history")) {
            add("API notices " + state, get(home, "/notices", "en&limit=1000&state=" + state));
        }
        add("API what left", get(home, "/departures", "en&limit=100"));
    }

    private String get(Path home, String path, String query) throws Exception {
        return http.send(request(home, path, query), HttpResponse.BodyHandlers.ofString())
                .body();
    }

    /** The first events of a stream, which come at once. */
    private String first(Path home, String path, String language) throws Exception {
        StringBuilder events = new StringBuilder();
        HttpResponse<InputStream> response =
                http.send(request(home, path, language), HttpResponse.BodyHandlers.ofInputStream());
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                events.append(line).append('\n');
                if (line.startsWith("data:")) {
                    break;
                }
            }
        }
        return events.toString();
    }

    private static HttpRequest request(Path home, String path, String query) throws IOException {
        JsonObject api = JsonParser.parseString(Files.readString(home.resolve("run/api")))
                .getAsJsonObject();
        return HttpRequest.newBuilder(URI.create(
                        api.get("url").getAsString() + "/api/v1" + path + "?lang=" + (query.isEmpty() ? "en" : query)))
                .header("Authorization", "Bearer " + api.get("token").getAsString())
                .timeout(Duration.ofMinutes(2))
                .build();
    }

    /** What a command prints, on both streams. */
    void addCommand(Path home, String... words) throws Exception {
        List<String> command = new ArrayList<>(
                List.of(AgentProcess.INSTALLATION.resolve("benchconnect").toString()));
        command.addAll(List.of(words));
        command.addAll(List.of("--home", home.toString()));
        Path printed = Files.createTempFile(home.getParent(), "printed", ".txt");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(printed.toFile())
                .start();
        if (!process.waitFor(5, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new AssertionError(words[0] + " took five minutes");
        }
        add("benchconnect " + String.join(" ", words), Files.readString(printed));
    }

    /** What {@code doctor} says, and each file of the diagnostics bundle that a person can give away. */
    void addDiagnostics(Path home) throws Exception {
        Path bundle = home.resolveSibling("diagnostics.zip");
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
        String before = System.setProperty("org.benchconnect.installation", AgentProcess.INSTALLATION.toString());
        try {
            JsonObject status =
                    JsonParser.parseString(get(home, "/status", "en")).getAsJsonObject();
            DoctorCommand.run(
                    List.of("--home", home.toString(), "--bundle", bundle.toString()),
                    where -> status,
                    new DiagnosticsBundle(where -> status, Clock.systemUTC()),
                    out,
                    out);
        } finally {
            if (before == null) {
                System.clearProperty("org.benchconnect.installation");
            } else {
                System.setProperty("org.benchconnect.installation", before);
            }
        }
        add("doctor", withoutOwnSettings(home, said.toString(StandardCharsets.UTF_8)));
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(bundle))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                add("bundle " + entry.getName(), zip.readAllBytes());
            }
        }
    }

    /** To the person before the screen it names folders as the administrator wrote them into the settings; nothing else of them. */
    private static String withoutOwnSettings(Path home, String said) throws IOException {
        List<String> paths = new ArrayList<>();
        JsonObject settings = JsonParser.parseString(Files.readString(home.resolve("config/agent.json")))
                .getAsJsonObject();
        for (JsonElement section : settings.asMap().values()) {
            section.getAsJsonObject().asMap().values().stream()
                    .filter(value ->
                            value.isJsonPrimitive() && value.getAsString().startsWith("/"))
                    .map(JsonElement::getAsString)
                    .forEach(paths::add);
        }
        paths.sort(Comparator.comparing(String::length).reversed());
        String rest = said;
        for (String path : paths) {
            rest = rest.replace(path, "");
        }
        return rest;
    }

    /** Every file of the home folder but the modules, the settings, which people write, and the lines that the installation brought. */
    void addFiles(Path home) throws IOException {
        Set<String> installed = Set.copyOf(Files.readAllLines(AgentProcess.INSTALLATION.resolve("release/SHA256SUMS")));
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = home.relativize(file).toString();
                if (!name.startsWith("modules") && !name.startsWith("config") && !name.startsWith("run")) {
                    byte[] bytes = Files.readAllBytes(file);
                    add("file " + name, name.endsWith("/SHA256SUMS") ? without(installed, bytes) : bytes);
                }
            }
        }
    }

    private static byte[] without(Set<String> lines, byte[] text) {
        return new String(text, StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !lines.contains(line))
                .collect(Collectors.joining("\n"))
                .getBytes(StandardCharsets.UTF_8);
    }
}
