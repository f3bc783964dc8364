package org.benchconnect.tests.agent;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.benchconnect.tests.Await;

/** A real agent in a process of its own, as {@code benchconnect run} starts it, and its local API. */
public final class AgentProcess implements AutoCloseable {
    /** The installation that the build made. */
    public static final Path INSTALLATION = Path.of(System.getProperty("benchconnect.installation"));

    private static final Duration START = Duration.ofMinutes(3);

    private final Path home;
    private final Process process;
    private final HttpClient http = HttpClient.newHttpClient();

    private AgentProcess(Path home, Process process) {
        this.home = home;
        this.process = process;
    }

    /** Writes {@code config/agent.json}, which is there with all its bytes at once: an agent may be reading it. */
    public static void configure(Path home, Map<String, ?> sections) throws IOException {
        configure(home, new Gson().toJson(sections));
    }

    /** The same with this text. */
    public static void configure(Path home, String text) throws IOException {
        Path folder = Files.createDirectories(home.resolve("config"));
        Path next = Files.writeString(folder.resolve("agent.json.next"), text);
        Files.move(
                next,
                folder.resolve("agent.json"),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }

    /** Starts an agent and waits until its API answers. {@linkplain QuickInstallation Quickly}, unless it has yet to make its keys. */
    public static AgentProcess start(Path home) throws Exception {
        boolean hasKeys = Files.exists(home.resolve("identity/device.pub"));
        return start(hasKeys ? QuickInstallation.folder() : INSTALLATION, home);
    }

    /** The same from another installation. */
    public static AgentProcess start(Path installation, Path home) throws Exception {
        Files.deleteIfExists(home.resolve("run/api"));
        AgentProcess agent = new AgentProcess(home, launch(installation, home, Map.of()));
        Await.until("the agent answers; it said: " + agent.errors(), START, () -> {
            if (!agent.process.isAlive()) {
                throw new AssertionError("the agent ended: " + agent.errors());
            }
            return Files.exists(home.resolve("run/api")) && agent.answers("/api/v1/notices");
        });
        return agent;
    }

    /** Starts a process and waits for nothing. */
    public static Process launch(Path installation, Path home, Map<String, String> environment) throws IOException {
        Files.createDirectories(home);
        ProcessBuilder builder = new ProcessBuilder(
                installation.resolve("benchconnect").toString(), "run", "--once", "--home", home.toString());
        builder.environment().putAll(environment);
        builder.redirectOutput(
                ProcessBuilder.Redirect.appendTo(home.resolve("out.txt").toFile()));
        builder.redirectError(
                ProcessBuilder.Redirect.appendTo(home.resolve("err.txt").toFile()));
        return builder.start();
    }

    public Process process() {
        return process;
    }

    public Path home() {
        return home;
    }

    /** What it wrote to standard error. */
    public String errors() throws IOException {
        Path file = home.resolve("err.txt");
        return Files.exists(file) ? Files.readString(file) : "";
    }

    /** GET of the local API. */
    public JsonObject get(String path) throws IOException, InterruptedException {
        return call(HttpRequest.newBuilder().GET(), path);
    }

    /** POST of the local API, without a body. */
    public JsonObject post(String path) throws IOException, InterruptedException {
        return call(HttpRequest.newBuilder().POST(HttpRequest.BodyPublishers.noBody()), path);
    }

    /** The notices in a state, {@code active} or {@code history}. */
    public List<JsonObject> notices(String state) throws IOException, InterruptedException {
        List<JsonObject> notices = new ArrayList<>();
        for (JsonElement notice :
                get("/api/v1/notices?lang=en&limit=1000&state=" + state).getAsJsonArray("notices")) {
            notices.add(notice.getAsJsonObject());
        }
        return notices;
    }

    private boolean answers(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder().GET(), path).statusCode() == 200;
    }

    private JsonObject call(HttpRequest.Builder request, String path) throws IOException, InterruptedException {
        HttpResponse<String> response = send(request, path);
        if (response.statusCode() >= 300) {
            throw new IOException(path + " answered " + response.statusCode() + " " + response.body());
        }
        return response.body().isEmpty()
                ? new JsonObject()
                : JsonParser.parseString(response.body()).getAsJsonObject();
    }

    private HttpResponse<String> send(HttpRequest.Builder request, String path)
            throws IOException, InterruptedException {
        JsonObject api = JsonParser.parseString(Files.readString(home.resolve("run/api")))
                .getAsJsonObject();
        return http.send(
                request.uri(URI.create(api.get("url").getAsString() + path))
                        .header("Authorization", "Bearer " + api.get("token").getAsString())
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    /** Ends it at once, as a power cut would. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Ends it as the service control does, and waits. */
    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(2, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new AssertionError("the agent did not end within two minutes of SIGTERM");
        }
    }
}
