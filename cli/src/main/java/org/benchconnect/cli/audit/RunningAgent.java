package org.benchconnect.cli.audit;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.benchconnect.core.ledger.Head;

/**
 * The audit part of a running agent's local API, streamed: an export may be long.
 *
 * @param address of the API
 * @param token what {@code run/api} says
 */
record RunningAgent(String address, String token) {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    static RunningAgent of(Path home) throws IOException {
        Path file = home.resolve("run/api");
        try {
            JsonObject api = JsonParser.parseString(Files.readString(file)).getAsJsonObject();
            return new RunningAgent(
                    api.get("url").getAsString(), api.get("token").getAsString());
        } catch (NoSuchFileException e) {
            throw new IOException("no agent is running with the home folder " + home
                    + ". Start one with `benchconnect run`, or name its home folder with --home DIR. A ledger can be"
                    + " verified without one: its file is ledger/entries in the home folder.");
        } catch (JsonParseException | IllegalStateException | NullPointerException e) {
            throw new IOException(file + " is damaged. Start the agent again.", e);
        }
    }

    /** Copies what is at this path. */
    void fetch(String path, OutputStream to) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + path))
                .header("Authorization", "Bearer " + token)
                .timeout(PATIENCE)
                .GET()
                .build();
        try {
            HttpResponse<InputStream> answer =
                    HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = answer.body()) {
                if (answer.statusCode() != 200) {
                    throw new IOException(reason(answer.statusCode(), body));
                }
                body.transferTo(to);
            }
        } catch (ConnectException e) {
            throw new IOException("the agent does not answer. Start it with `benchconnect run`.", e);
        }
    }

    private static String reason(int status, InputStream body) throws IOException {
        try {
            String text = new String(body.readNBytes(65_536), StandardCharsets.UTF_8);
            JsonObject refusal = JsonParser.parseString(text).getAsJsonObject();
            for (String member : new String[] {"text", "message"}) {
                if (refusal.has(member)) {
                    return refusal.get(member).getAsString();
                }
            }
        } catch (JsonParseException | IllegalStateException e) {
            // said below
        }
        return "the agent answered " + status;
    }

    /** Its newest head. */
    Optional<Head> head() throws IOException, InterruptedException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        fetch("/api/v1/audit?limit=1", answer);
        try {
            JsonElement head = JsonParser.parseString(answer.toString(StandardCharsets.UTF_8))
                    .getAsJsonObject()
                    .get("head");
            return head == null || head.isJsonNull() ? Optional.empty() : Optional.of(head(head.getAsJsonObject()));
        } catch (JsonParseException | IllegalStateException | DateTimeException | NullPointerException e) {
            throw new IOException("the agent's answer cannot be read; is it of another version?", e);
        }
    }

    private static Head head(JsonObject head) {
        return new Head(
                head.get("ledger").getAsString(),
                head.get("size").getAsLong(),
                head.get("root").getAsString(),
                Instant.parse(head.get("time").getAsString()),
                head.get("signature").getAsString());
    }
}
