package org.benchconnect.demo;

import com.google.gson.JsonArray;
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
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** The local API of the agent, as the command line uses it. */
final class Page {
    /** What the API answers while the notification client is still starting. */
    private static final int NOT_YET = 503;

    private static final int TICK_MILLIS = 100;
    private static final int START_SECONDS = 60;

    private final HttpClient http = HttpClient.newHttpClient();
    private final String address;
    private final String token;

    private Page(String address, String token) {
        this.address = address;
        this.token = token;
    }

    /** Waits until the agent says where its API listens. */
    static Page of(Path home, BooleanSupplier alive) throws IOException, InterruptedException {
        Path file = home.resolve("run/api");
        for (int tick = 0; tick < START_SECONDS * 1000 / TICK_MILLIS && alive.getAsBoolean(); tick++) {
            if (Files.exists(file)) {
                JsonObject api = JsonParser.parseString(Files.readString(file)).getAsJsonObject();
                return new Page(api.get("url").getAsString(), api.get("token").getAsString());
            }
            pause();
        }
        throw new IOException("the agent did not start");
    }

    /** The page's address with a fresh one-time code. */
    String signInAddress() throws IOException, InterruptedException {
        JsonObject answer = body(send(request("/api/v1/sign-in-codes").POST(HttpRequest.BodyPublishers.noBody())));
        return address + "/#code=" + answer.get("code").getAsString();
    }

    /** Says each change of a notice, as the page shows it, for as long as {@code wanted}. */
    void follow(Consumer<String> say, BooleanSupplier wanted) throws IOException, InterruptedException {
        Set<String> said = new HashSet<>();
        while (wanted.getAsBoolean()) {
            for (String state : new String[] {"active", "history"}) {
                for (JsonElement element : notices(state)) {
                    JsonObject notice = element.getAsJsonObject();
                    String line = notice.get("severity").getAsString() + "  "
                            + notice.get("title").getAsString() + ": "
                            + notice.get("detail").getAsString() + " ("
                            + notice.get("state").getAsString().toLowerCase(Locale.ROOT) + ")";
                    if (said.add(notice.get("id") + line)) {
                        say.accept(line);
                    }
                }
            }
            pause();
        }
    }

    private JsonArray notices(String state) throws IOException, InterruptedException {
        HttpResponse<String> response =
                send(request("/api/v1/notices?lang=en&state=" + state).GET());
        return response.statusCode() == NOT_YET
                ? new JsonArray()
                : body(response).getAsJsonArray("notices");
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path)).header("Authorization", "Bearer " + token);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static JsonObject body(HttpResponse<String> response) throws IOException {
        if (response.statusCode() >= 300) {
            throw new IOException("the agent's API answered " + response.statusCode());
        }
        return JsonParser.parseString(response.body()).getAsJsonObject();
    }

    private static void pause() throws InterruptedException {
        new CountDownLatch(1).await(TICK_MILLIS, TimeUnit.MILLISECONDS);
    }
}
