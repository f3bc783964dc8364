package org.benchconnect.desk.teamviewer;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads the answers of the Web API: JSON as RFC 8259 writes it and no laxer. Members that nobody here needs, the names of people among them, are passed over; those
 * that are needed are there once and of their type, or all of it is refused. Pure.
 */
final class Answers {
    private static final int DEEPEST = 20;
    private static final int LONGEST_TEXT = 4000;
    private static final int MOST = 5000;

    private Answers() {}

    /**
     * One page of a list.
     *
     * @param items what it has
     * @param next where the next one begins; empty for the last
     */
    record Page<T>(List<T> items, Optional<String> next) {}

    static SupportSession session(byte[] utf8) throws WebApiException {
        return whole(utf8, json -> session(texts(json)));
    }

    static Page<ReportedConnection> connections(byte[] utf8) throws WebApiException {
        return whole(utf8, json -> page(json, "records", "next_offset", Answers::connection));
    }

    static Page<AuditEvent> events(byte[] utf8) throws WebApiException {
        return whole(utf8, json -> page(json, "AuditEvents", "ContinuationToken", Answers::event));
    }

    @FunctionalInterface
    private interface Reading<T> {
        T read(JsonReader json) throws IOException;
    }

    private static <T> T whole(byte[] utf8, Reading<T> reading) throws WebApiException {
        try {
            JsonReader json = new JsonReader(new StringReader(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(utf8))
                    .toString()));
            json.setStrictness(Strictness.STRICT);
            json.setNestingLimit(DEEPEST);
            T read = reading.read(json);
            if (json.peek() != JsonToken.END_DOCUMENT) {
                throw new IOException("something stands behind the answer");
            }
            return read;
        } catch (IOException | IllegalStateException | IllegalArgumentException | DateTimeException e) {
            throw new WebApiException(WebApiException.Reason.MALFORMED, 0, Optional.empty());
        }
    }

    /** The members of an object that are texts, numbers or booleans. */
    private static Map<String, String> texts(JsonReader json) throws IOException {
        Map<String, String> texts = new HashMap<>();
        json.beginObject();
        while (json.hasNext()) {
            member(json, json.nextName(), texts);
        }
        json.endObject();
        return texts;
    }

    private static void member(JsonReader json, String name, Map<String, String> texts) throws IOException {
        @Nullable
        String value =
                switch (json.peek()) {
                    case STRING, NUMBER -> json.nextString();
                    case BOOLEAN -> String.valueOf(json.nextBoolean());
                    default -> {
                        json.skipValue();
                        yield null;
                    }
                };
        if (value != null && (value.length() > LONGEST_TEXT || texts.put(name, value) != null)) {
            throw new IOException("a member is too long or comes twice");
        }
    }

    private static <T> Page<T> page(JsonReader json, String list, String next, Function<Map<String, String>, T> item)
            throws IOException {
        List<T> items = null;
        Map<String, String> others = new HashMap<>();
        json.beginObject();
        while (json.hasNext()) {
            String name = json.nextName();
            if (!name.equals(list)) {
                member(json, name, others);
            } else if (items == null) {
                items = items(json, item);
            } else {
                throw new IOException("the list comes twice");
            }
        }
        json.endObject();
        if (items == null) {
            throw new IOException("the list is missing");
        }
        return new Page<>(
                List.copyOf(items), Optional.ofNullable(others.get(next)).filter(text -> !text.isEmpty()));
    }

    private static <T> List<T> items(JsonReader json, Function<Map<String, String>, T> item) throws IOException {
        List<T> items = new ArrayList<>();
        json.beginArray();
        while (json.hasNext()) {
            items.add(item.apply(texts(json)));
            if (items.size() > MOST) {
                throw new IOException("a page has too many items");
            }
        }
        json.endArray();
        return items;
    }

    private static SupportSession session(Map<String, String> texts) {
        String state = required(texts, "state", "Open|Closed");
        return new SupportSession(
                required(texts, "code", "[0-9A-Za-z-]{1,40}"),
                state.equals("Open"),
                link(texts, "end_customer_link"),
                link(texts, "supporter_link"),
                time(texts, "valid_until"));
    }

    private static ReportedConnection connection(Map<String, String> texts) {
        return new ReportedConnection(
                plain(required(texts, "id", "[0-9A-Za-z{}._-]{1,80}")),
                optional(texts, "deviceid", "[0-9A-Za-z._-]{1,40}"),
                time(texts, "start_date").orElseThrow(() -> new IllegalArgumentException("it has no beginning")),
                time(texts, "end_date"),
                optional(texts, "session_code", "[0-9A-Za-z-]{1,40}"));
    }

    private static AuditEvent event(Map<String, String> texts) {
        return new AuditEvent(
                AuditEvent.Name.of(required(texts, "EventName", "[A-Za-z0-9_]{1,80}")),
                time(texts, "Timestamp").orElseThrow(() -> new IllegalArgumentException("it has no time")),
                optional(texts, "RCSessionGuid", "[0-9A-Fa-f{}-]{1,80}").map(Answers::plain));
    }

    private static String plain(String id) {
        return id.replace("{", "").replace("}", "").toLowerCase(Locale.ROOT);
    }

    private static String required(Map<String, String> texts, String name, String form) {
        return optional(texts, name, form).orElseThrow(() -> new IllegalArgumentException(name + " is missing"));
    }

    private static Optional<String> optional(Map<String, String> texts, String name, String form) {
        String text = texts.getOrDefault(name, "");
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (!text.matches(form)) {
            throw new IllegalArgumentException(name + " has another form");
        }
        return Optional.of(text);
    }

    private static Optional<Instant> time(Map<String, String> texts, String name) {
        return optional(texts, name, "[0-9TZ:+.-]{1,40}")
                .map(text -> OffsetDateTime.parse(text).toInstant());
    }

    /** Only to TeamViewer's own pages: a link that leads elsewhere is refused. */
    private static Optional<URI> link(Map<String, String> texts, String name) {
        Optional<URI> link = optional(texts, name, "https://[!-~]{1,1000}").map(URI::create);
        if (link.isPresent()) {
            String host = String.valueOf(link.get().getHost());
            if (!host.equals("teamviewer.com") && !host.endsWith(".teamviewer.com")) {
                throw new IllegalArgumentException(name + " leads elsewhere");
            }
        }
        return link;
    }
}
