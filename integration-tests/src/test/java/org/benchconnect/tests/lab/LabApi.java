package org.benchconnect.tests.lab;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The local API of the agent with a home folder, as page and command line use it. */
public final class LabApi {
    private final HttpClient http = HttpClient.newHttpClient();
    private final Path home;

    LabApi(Path home) {
        this.home = home;
    }

    /**
     * What came back.
     *
     * @param status of HTTP
     * @param body empty if there was none
     */
    public record Answer(int status, JsonObject body) {
        /** The body of an answer that is no refusal. */
        public JsonObject ok() {
            if (status >= 300) {
                throw new AssertionError(status + " " + body);
            }
            return body;
        }

        /** A text of the body. */
        public String text(String name) {
            return body.get(name).getAsString();
        }
    }

    /** GET. */
    public Answer get(String path) throws IOException, InterruptedException {
        return send(path, "GET", HttpRequest.BodyPublishers.noBody());
    }

    /** POST of a JSON object; {@code Map.of()} for an empty one. */
    public Answer post(String path, Map<String, ?> body) throws IOException, InterruptedException {
        return send(path, "POST", HttpRequest.BodyPublishers.ofString(new Gson().toJson(body)));
    }

    /** DELETE with a JSON object. */
    public Answer delete(String path, Map<String, ?> body) throws IOException, InterruptedException {
        return send(path, "DELETE", HttpRequest.BodyPublishers.ofString(new Gson().toJson(body)));
    }

    /** GET of something that is no JSON. */
    public String text(String path) throws IOException, InterruptedException {
        return exchange(path, "GET", HttpRequest.BodyPublishers.noBody()).body();
    }

    private Answer send(String path, String method, HttpRequest.BodyPublisher body)
            throws IOException, InterruptedException {
        HttpResponse<String> response = exchange(path, method, body);
        return new Answer(
                response.statusCode(),
                response.body().isBlank()
                        ? new JsonObject()
                        : JsonParser.parseString(response.body()).getAsJsonObject());
    }

    private HttpResponse<String> exchange(String path, String method, HttpRequest.BodyPublisher body)
            throws IOException, InterruptedException {
        JsonObject api = JsonParser.parseString(Files.readString(home.resolve("run/api")))
                .getAsJsonObject();
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(api.get("url").getAsString() + path))
                .header("Authorization", "Bearer " + api.get("token").getAsString())
                .method(method, body);
        if (!method.equals("GET")) {
            request.header("Content-Type", "application/json");
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** Whether an agent answers. */
    boolean answers() {
        try {
            return Files.exists(home.resolve("run/api"))
                    && get("/api/v1/status?lang=en").status() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
