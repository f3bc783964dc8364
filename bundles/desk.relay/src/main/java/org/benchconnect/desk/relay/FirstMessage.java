package org.benchconnect.desk.relay;

import com.google.gson.JsonParseException;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * What an end says first: {@code {"v":1,"code":"123456789"}} a viewer, with {@code "agent":"<uuid>"} an agent. To hold one is the proof of its form.
 */
final class FirstMessage {
    /** More than either has, in bytes. */
    static final int MOST = 256;

    private final String code;
    private final String agent;

    private FirstMessage(String code, String agent) {
        this.code = code;
        this.agent = agent;
    }

    /** Nine digits. */
    String code() {
        return code;
    }

    /** The agent's id, a UUID in lower case; empty for a viewer. */
    String agent() {
        return agent;
    }

    /** An agent's: exactly v, code and agent, in any order. */
    static FirstMessage ofAgent(ByteBuffer payload) throws MalformedMessageException {
        Map<String, String> members = members(payload, Set.of("v", "code", "agent"));
        return new FirstMessage(
                matching(members, "code", "[0-9]{9}"),
                matching(members, "agent", "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"));
    }

    /** A viewer's: exactly v and code, in any order. */
    static FirstMessage ofViewer(ByteBuffer payload) throws MalformedMessageException {
        return new FirstMessage(matching(members(payload, Set.of("v", "code")), "code", "[0-9]{9}"), "");
    }

    private static Map<String, String> members(ByteBuffer payload, Set<String> names) throws MalformedMessageException {
        if (payload.remaining() > MOST) {
            throw new MalformedMessageException("it has more than " + MOST + " bytes");
        }
        try {
            String text =
                    StandardCharsets.UTF_8.newDecoder().decode(payload.slice()).toString();
            Map<String, String> members = read(text, names);
            if (!members.keySet().equals(names)) {
                throw new MalformedMessageException("something is missing");
            }
            if (!"1".equals(members.get("v"))) {
                throw new MalformedMessageException("it is of another version");
            }
            return members;
        } catch (CharacterCodingException e) {
            throw new MalformedMessageException("it is not UTF-8");
        } catch (MalformedJsonException | JsonParseException | IllegalStateException | NumberFormatException e) {
            throw new MalformedMessageException("it is not the JSON it should be");
        } catch (IOException e) {
            throw new MalformedMessageException("it ends too early");
        }
    }

    private static Map<String, String> read(String text, Set<String> names)
            throws IOException, MalformedMessageException {
        Map<String, String> members = new HashMap<>();
        try (JsonReader json = new JsonReader(new StringReader(text))) {
            json.setStrictness(Strictness.STRICT);
            json.beginObject();
            while (json.hasNext()) {
                String name = json.nextName();
                JsonToken expected = name.equals("v") ? JsonToken.NUMBER : JsonToken.STRING;
                if (!names.contains(name) || json.peek() != expected) {
                    throw new MalformedMessageException("something else is in it");
                }
                if (members.put(name, json.nextString()) != null) {
                    throw new MalformedMessageException("something is in it twice");
                }
            }
            json.endObject();
            if (json.peek() != JsonToken.END_DOCUMENT) {
                throw new MalformedMessageException("something comes after it");
            }
        }
        return members;
    }

    private static String matching(Map<String, String> members, String name, String pattern)
            throws MalformedMessageException {
        String value = members.getOrDefault(name, "");
        if (!value.matches(pattern)) {
            throw new MalformedMessageException(name + " has another form");
        }
        return value;
    }

    @Override
    public String toString() {
        return "a first message"; // a code is a way in: it belongs into no log
    }
}
