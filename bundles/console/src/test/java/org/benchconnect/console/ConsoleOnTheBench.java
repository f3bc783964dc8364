package org.benchconnect.console;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.benchconnect.core.text.Language;
import org.benchconnect.core.text.Texts;

/** A running console with a fake agent, and somebody who calls it over HTTP. */
final class ConsoleOnTheBench implements AutoCloseable {
    final FakeAgent agent;
    final Path home;
    final Console console;
    final String url;
    final String token;
    final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(50))
            .build();

    ConsoleOnTheBench(Path home, Clock clock) throws IOException {
        this(home, clock, new FakeAgent(clock));
    }

    ConsoleOnTheBench(Path home, Clock clock, FakeAgent agent) throws IOException {
        this(home, clock, agent, 0);
    }

    ConsoleOnTheBench(Path home, Clock clock, FakeAgent agent, int port) throws IOException {
        this.home = home;
        this.agent = agent;
        Wording wording = wording();
        NoticeFeed feed = new NoticeFeed();
        console = new Console(
                new ThisPc(home, Optional.of(home.resolve("installation"))),
                new Configured(port),
                agent,
                wording,
                new Describer(agent, wording, "7", "24", clock),
                feed,
                clock);
        agent.tell(feed);
        JsonObject api = JsonParser.parseString(Files.readString(home.resolve("run/api")))
                .getAsJsonObject();
        url = api.get("url").getAsString();
        token = api.get("token").getAsString();
    }

    /** A request of a program that has read {@code run/api}; without the token if {@code bearer} is false. */
    HttpRequest.Builder request(String method, String path, boolean bearer) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + path))
                .timeout(Duration.ofSeconds(50))
                .method(method, HttpRequest.BodyPublishers.noBody());
        return bearer ? request.header("Authorization", "Bearer " + token) : request;
    }

    HttpResponse<String> call(String method, String path) throws IOException, InterruptedException {
        return send(request(method, path, true));
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    /** Asks what the installation of a feature would do. */
    HttpResponse<String> plan(String body, String language) throws IOException, InterruptedException {
        return send(planRequest(body, language));
    }

    HttpRequest.Builder planRequest(String body, String language) {
        return request("POST", "/api/v1/features/plan?lang=" + language, true)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    /** Sends a body, as a program of this PC. */
    HttpResponse<String> send(String method, String path, String body) throws IOException, InterruptedException {
        return send(request(method, path, true)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body)));
    }

    /** A new one-time code. */
    String code() throws IOException, InterruptedException {
        return json(call("POST", "/api/v1/sign-in-codes")).get("code").getAsString();
    }

    /** Signs in as the page does. */
    HttpResponse<String> signIn(String code) throws IOException, InterruptedException {
        return send(request("POST", "/api/v1/session", false)
                .header("Origin", url)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"code\":\"" + code + "\"}")));
    }

    /** The cookie of a new session, as the browser sends it back. */
    String cookie() throws IOException, InterruptedException {
        return signIn(code()).headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
    }

    static JsonObject json(HttpResponse<String> answer) {
        return JsonParser.parseString(answer.body()).getAsJsonObject();
    }

    @Override
    public void close() throws IOException {
        console.close();
    }

    /** The texts of core, of the console and of the fake agent, as the catalogue would gather them. */
    static Wording wording() throws IOException {
        Map<Language, Texts> all = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            List<Texts> parts = new ArrayList<>();
            for (URL file : Collections.list(Console.class.getClassLoader().getResources(language.file()))) {
                parts.add(Texts.read(language, file.openStream()));
            }
            String own = "bench-texts_" + language.locale().getLanguage() + ".properties";
            InputStream file = Objects.requireNonNull(ConsoleOnTheBench.class.getResourceAsStream(own));
            parts.add(Texts.read(language, file));
            all.put(language, Texts.all(language, parts));
        }
        return language -> Objects.requireNonNull(all.get(language));
    }

    private record Configured(int port) implements ConsoleConfiguration {
        @Override
        public int session_idle_minutes() {
            return 720;
        }

        @Override
        public int session_longest_hours() {
            return 720;
        }

        @Override
        public Class<? extends Annotation> annotationType() {
            return ConsoleConfiguration.class;
        }
    }
}
