package org.benchconnect.desk.journal;

import com.google.gson.JsonParseException;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.benchconnect.core.ledger.Detail;
import org.benchconnect.core.ledger.EventKind;
import org.benchconnect.core.link.SessionReport;
import org.jspecify.annotations.Nullable;

/**
 * Reads an event by its closed schema ({@code org.benchconnect.session.v1}), no laxer than RFC 8259: every member once, no other, each of its form. Pure. The agent in
 * the topic is the one that the broker let publish there; the event must be its own.
 */
final class SessionEventReader {
    /** More than any of them has, in bytes. */
    static final int MOST = 8 * 1024;

    private static final String TYPE = "org.benchconnect.session.v1";
    private static final Pattern TOPIC =
            Pattern.compile("bc/v1/([a-z0-9-]{1,40})/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})/session");
    private static final Pattern ID = Pattern.compile("[0-9]{1,19}-[0-9]{1,19}");
    private static final Pattern NUMBER = Pattern.compile("0|[1-9][0-9]{0,17}");
    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?Z");
    private static final int MOST_MEMBERS = 24;

    private SessionEventReader() {}

    static SessionEvent read(String topic, byte[] utf8) throws RefusedEventException {
        Matcher where = TOPIC.matcher(topic);
        if (!where.matches()) {
            throw new RefusedEventException("the topic is none of sessions");
        }
        if (utf8.length > MOST) {
            throw new RefusedEventException("it has more than " + MOST + " bytes");
        }
        try (JsonReader json = new JsonReader(new StringReader(StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(utf8))
                .toString()))) {
            json.setStrictness(Strictness.STRICT);
            Map<String, String> data = new HashMap<>();
            Map<String, String> envelope = members(json, data);
            if (json.peek() != JsonToken.END_DOCUMENT) {
                throw new RefusedEventException("something comes behind it");
            }
            return event(where, envelope, data);
        } catch (CharacterCodingException e) {
            throw new RefusedEventException("it is not UTF-8");
        } catch (IOException | JsonParseException | IllegalStateException e) {
            throw new RefusedEventException("it is not the JSON it should be");
        } catch (DateTimeException e) {
            throw new RefusedEventException("a time is none of the calendar");
        } catch (IllegalArgumentException e) {
            throw new RefusedEventException("a value has another form");
        }
    }

    private static SessionEvent event(Matcher where, Map<String, String> envelope, Map<String, String> data)
            throws RefusedEventException {
        constant(envelope, "specversion", "1.0");
        constant(envelope, "type", TYPE);
        constant(envelope, "datacontenttype", "application/json");
        String source = take(envelope, "source");
        if (!source.equals("urn:benchconnect:" + where.group(2))) {
            throw new RefusedEventException("it is of another agent than its topic");
        }
        String id = matching(envelope, "id", ID);
        long sequence = Long.parseLong(matching(envelope, "sequence", NUMBER));
        Instant time = Instant.parse(matching(envelope, "time", TIME));
        long entry = Long.parseLong(matching(data, "entry", NUMBER));
        Instant at = Instant.parse(matching(data, "at", TIME));
        EventKind kind = EventKind.valueOf(take(data, "event"));
        EnumMap<Detail, String> details = new EnumMap<>(Detail.class);
        for (Detail detail : SessionReport.DETAILS) {
            @Nullable String value = data.remove(detail.key());
            if (value != null) {
                details.put(detail, value);
            }
        }
        if (!envelope.isEmpty() || !data.isEmpty()) {
            throw new RefusedEventException("there is something else in it");
        }
        return new SessionEvent(
                where.group(1), source, id, sequence, time, new SessionReport(entry, at, kind, details));
    }

    /** The members of the envelope; those of its one object go into {@code data}. */
    private static Map<String, String> members(JsonReader json, Map<String, String> data)
            throws IOException, RefusedEventException {
        Map<String, String> envelope = new HashMap<>();
        boolean seen = false;
        json.beginObject();
        while (json.hasNext()) {
            String name = json.nextName();
            if (!name.equals("data")) {
                put(envelope, name, text(json, JsonToken.STRING));
            } else if (seen) {
                throw new RefusedEventException("something is in it twice");
            } else {
                seen = true;
                json.beginObject();
                while (json.hasNext()) {
                    String member = json.nextName();
                    put(data, member, text(json, member.equals("entry") ? JsonToken.NUMBER : JsonToken.STRING));
                }
                json.endObject();
            }
        }
        json.endObject();
        return envelope;
    }

    private static void put(Map<String, String> members, String name, String value) throws RefusedEventException {
        if (members.put(name, value) != null || members.size() > MOST_MEMBERS) {
            throw new RefusedEventException("something is in it twice, or too much");
        }
    }

    private static String text(JsonReader json, JsonToken expected) throws IOException, RefusedEventException {
        if (json.peek() != expected) {
            throw new RefusedEventException("a value is of another type");
        }
        return json.nextString();
    }

    private static void constant(Map<String, String> members, String name, String expected)
            throws RefusedEventException {
        if (!take(members, name).equals(expected)) {
            throw new RefusedEventException(name + " is another");
        }
    }

    private static String matching(Map<String, String> members, String name, Pattern form)
            throws RefusedEventException {
        String value = take(members, name);
        if (!form.matcher(value).matches()) {
            throw new RefusedEventException(name + " has another form");
        }
        return value;
    }

    private static String take(Map<String, String> members, String name) throws RefusedEventException {
        @Nullable String value = members.remove(name);
        if (value == null) {
            throw new RefusedEventException(name + " is missing");
        }
        return value;
    }
}
