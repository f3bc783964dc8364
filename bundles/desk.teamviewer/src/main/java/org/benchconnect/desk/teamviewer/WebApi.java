package org.benchconnect.desk.teamviewer;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.benchconnect.desk.teamviewer.WebApiException.Reason;

/**
 * TeamViewer's Web API, as far as remote support needs it. Each call blocks for at most {@link #PATIENCE} a page; redirections are not followed; answers have a
 * greatest length. A call that fails is not made again here: who asked knows whether and when. Safe for any thread.
 */
public final class WebApi {
    /** So long an answer may take. */
    public static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final URI TEAMVIEWER = URI.create("https://webapi.teamviewer.com/api/v1");
    private static final int LONGEST = 4 * 1024 * 1024; // bytes of one answer
    private static final int PAGES = 100;
    private static final long LONGEST_WAIT = 3600; // seconds

    private final URI base;
    private final ApiToken token;
    private final HttpClient http;

    /** Of TeamViewer itself. */
    public WebApi(ApiToken token) {
        this(TEAMVIEWER, token);
    }

    /** Of a fake on this machine. */
    WebApi(URI base, ApiToken token) {
        this.base = base;
        this.token = token;
        this.http = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(PATIENCE)
                .build();
    }

    /**
     * Opens a session.
     *
     * @param group the id of the group that it belongs to, {@code [0-9A-Za-z-]{1,40}}
     */
    public SupportSession open(String group) throws WebApiException, InterruptedException {
        JsonObject body = new JsonObject();
        body.addProperty("groupid", plain(group));
        return Answers.session(send("POST", "/sessions", Optional.of(body)));
    }

    /** How a session is. */
    public SupportSession session(String code) throws WebApiException, InterruptedException {
        return Answers.session(send("GET", "/sessions/" + plain(code), Optional.empty()));
    }

    /** Closes a session: nobody joins it any more. */
    public void close(String code) throws WebApiException, InterruptedException {
        JsonObject body = new JsonObject();
        body.addProperty("state", "closed");
        send("PUT", "/sessions/" + plain(code), Optional.of(body));
    }

    /** The connections that began in this time, all pages of them. */
    public List<ReportedConnection> connections(Instant from, Instant until)
            throws WebApiException, InterruptedException {
        String query = "/reports/connections?from_date=" + time(from) + "&to_date=" + time(until);
        return pages(next -> () -> Answers.connections(
                send("GET", query + next.map(o -> "&offset_id=" + encoded(o)).orElse(""), Optional.empty())));
    }

    /** The events of these names in this time, all pages of them. */
    public List<AuditEvent> events(Instant from, Instant until, Set<AuditEvent.Name> names)
            throws WebApiException, InterruptedException {
        JsonArray words = new JsonArray();
        names.stream().filter(name -> name != AuditEvent.Name.OTHER).sorted().forEach(name -> words.add(name.word()));
        return pages(next -> () -> {
            JsonObject body = new JsonObject();
            body.addProperty("StartDate", from.truncatedTo(ChronoUnit.SECONDS).toString());
            body.addProperty("EndDate", until.truncatedTo(ChronoUnit.SECONDS).toString());
            body.add("EventNames", words);
            next.ifPresent(continuation -> body.addProperty("ContinuationToken", continuation));
            return Answers.events(send("POST", "/EventLogging", Optional.of(body)));
        });
    }

    @FunctionalInterface
    private interface Fetch<T> {
        Answers.Page<T> page() throws WebApiException, InterruptedException;
    }

    /** Pages that come again, or do not end, are refused. */
    private static <T> List<T> pages(Function<Optional<String>, Fetch<T>> at)
            throws WebApiException, InterruptedException {
        List<T> all = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        Optional<String> next = Optional.empty();
        for (int page = 0; page < PAGES; page++) {
            Answers.Page<T> read = at.apply(next).page();
            all.addAll(read.items());
            next = read.next();
            if (next.isEmpty()) {
                return List.copyOf(all);
            }
            if (!seen.add(next.get())) {
                break;
            }
        }
        throw new WebApiException(Reason.MALFORMED, 0, Optional.empty());
    }

    private byte[] send(String method, String path, Optional<JsonObject> body)
            throws WebApiException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(PATIENCE)
                .header("Authorization", token.exposeHeader())
                .header("Accept", "application/json")
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body.map(json -> BodyPublishers.ofString(json.toString()))
                                .orElse(BodyPublishers.noBody()))
                .build();
        try {
            HttpResponse<InputStream> answer = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream in = answer.body()) {
                require(answer);
                byte[] bytes = in.readNBytes(LONGEST + 1);
                if (bytes.length > LONGEST) {
                    throw new WebApiException(Reason.MALFORMED, answer.statusCode(), Optional.empty());
                }
                return bytes;
            }
        } catch (IOException e) {
            throw new WebApiException(Reason.UNREACHABLE, e);
        }
    }

    private static void require(HttpResponse<?> answer) throws WebApiException {
        int status = answer.statusCode();
        if (status >= 200 && status < 300) {
            return;
        }
        Reason reason =
                switch (status) {
                    case 401, 403 -> Reason.NOT_ALLOWED;
                    case 404 -> Reason.NOT_FOUND;
                    case 429 -> Reason.TOO_MANY;
                    default -> status >= 500 ? Reason.SERVER : Reason.REFUSED;
                };
        throw new WebApiException(reason, status, wait(answer));
    }

    private static Optional<Duration> wait(HttpResponse<?> answer) {
        return answer.headers()
                .firstValue("Retry-After")
                .filter(text -> text.matches("[0-9]{1,9}"))
                .map(text -> Duration.ofSeconds(Math.min(LONGEST_WAIT, Long.parseLong(text))));
    }

    private static String plain(String text) {
        if (!text.matches("[0-9A-Za-z-]{1,40}")) {
            throw new IllegalArgumentException("a code or group is 1 to 40 letters, digits and hyphens");
        }
        return text;
    }

    private static String time(Instant at) {
        return encoded(at.truncatedTo(ChronoUnit.SECONDS).toString());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
