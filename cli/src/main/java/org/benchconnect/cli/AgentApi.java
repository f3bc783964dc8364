package org.benchconnect.cli;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.benchconnect.cli.account.Agent;
import org.benchconnect.cli.account.Phrase;
import org.benchconnect.cli.account.Secrets;

/** The local API of a running agent, found through {@code run/api} in its home folder. */
final class AgentApi implements Agent {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    /** An installation stages its modules after the answer. */
    private static final Duration CARRIED_OUT = Duration.ofMinutes(10);

    /** Where an agent listens; a person's PIN goes nowhere else. */
    private static final Pattern LOOPBACK = Pattern.compile("http://127\\.0\\.0\\.1:[0-9]{1,5}");

    private static final int MAX_BYTES = 4096;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final String address;
    private final String token;
    private final String language;

    private AgentApi(String address, String token, String language) {
        this.address = address;
        this.token = token;
        this.language = language;
    }

    /**
     * The API of the agent with this home folder.
     *
     * @param language in which a person reads why there is none
     */
    static AgentApi of(Path home, String language) throws IOException {
        Path file = home.resolve("run/api");
        try {
            JsonObject api = JsonParser.parseString(text(file)).getAsJsonObject();
            String address = api.get("url").getAsString();
            if (!LOOPBACK.matcher(address).matches()) {
                throw new IllegalStateException("an agent listens on this PC alone");
            }
            return new AgentApi(address, api.get("token").getAsString(), language);
        } catch (NoSuchFileException e) {
            throw new IOException(Phrase.NO_AGENT.in(language) + " " + home);
        } catch (AccessDeniedException e) {
            throw new IOException(Phrase.NOT_A_MEMBER.in(language) + " " + file);
        } catch (JsonParseException | IllegalStateException | NullPointerException e) {
            throw new IOException(Phrase.DAMAGED.in(language) + " " + file);
        }
    }

    /** An ordinary file, and no more of it than an address and a token need: whoever asks may have more rights than who wrote it. */
    private static String text(Path file) throws IOException {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new IllegalStateException("no ordinary file");
        }
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(MAX_BYTES), StandardCharsets.UTF_8);
        }
    }

    String address() {
        return address;
    }

    JsonObject get(String path) throws IOException, InterruptedException {
        return call(request(path).GET());
    }

    JsonObject post(String path) throws IOException, InterruptedException {
        return call(request(path).POST(HttpRequest.BodyPublishers.noBody()));
    }

    @Override
    public Answer ask(String path) throws IOException, InterruptedException {
        return answer(request(path).GET());
    }

    @Override
    public Answer send(String path, JsonObject body, Duration longest) throws IOException, InterruptedException {
        return answer(request(path)
                .timeout(longest)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString())));
    }

    @Override
    public Answer carryOut(String method, String path, JsonObject body, Secrets secrets)
            throws IOException, InterruptedException {
        byte[] bytes = secrets.into(body);
        try {
            return answer(request(path)
                    .timeout(CARRIED_OUT)
                    .header("Content-Type", "application/json")
                    .method(method, HttpRequest.BodyPublishers.ofByteArray(bytes)));
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    /** The lines of an event stream, until the agent ends it. */
    Stream<String> follow(String path) throws IOException, InterruptedException {
        HttpResponse<Stream<String>> response = send(
                HttpRequest.newBuilder(URI.create(address + path))
                        .header("Authorization", "Bearer " + token)
                        .GET(),
                HttpResponse.BodyHandlers.ofLines());
        if (response.statusCode() != 200) {
            throw new IOException("the agent answered " + response.statusCode());
        }
        return response.body();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path))
                .header("Authorization", "Bearer " + token)
                .timeout(PATIENCE);
    }

    private JsonObject call(HttpRequest.Builder request) throws IOException, InterruptedException {
        Answer answer = answer(request);
        if (answer.status() >= 300) {
            // What is said in the language of whoever asks comes first.
            String said = answer.body().has("text") ? "text" : "message";
            throw new IOException(
                    answer.body().has(said)
                            ? answer.body().get(said).getAsString()
                            : "the agent answered " + answer.status());
        }
        return answer.body();
    }

    private Answer answer(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> response = send(request, HttpResponse.BodyHandlers.ofString());
        return new Answer(
                response.statusCode(),
                response.body().isBlank()
                        ? new JsonObject()
                        : JsonParser.parseString(response.body()).getAsJsonObject());
    }

    private <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> body)
            throws IOException, InterruptedException {
        try {
            return http.send(request.build(), body);
        } catch (ConnectException e) {
            throw new IOException(Phrase.NO_ANSWER.in(language), e);
        }
    }
}
