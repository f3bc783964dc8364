package org.benchconnect.engine.rfb;

import com.google.gson.JsonObject;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.benchconnect.engine.rfb.relay.RelayTransport;

/** What agent and relay say to each other before a viewer is there, docs/session-protocol.md section 2. */
final class RelayGreeting {
    private static final int LONGEST_LIST = 1024 * 1024;
    private static final int LONGEST_TEXT = 1024;
    private static final int MOST_EMPTY = 64;
    /** For each message before a viewer is there. */
    private static final long MESSAGE_SECONDS = 15;

    private RelayGreeting() {}

    /** Says which code this is, and gives the signed list of supporters as it came: it is the rules' to verify. */
    static byte[] open(RelayTransport relay, String code, UUID agent) throws IOException {
        return open(relay, code, agent, Duration.ofSeconds(MESSAGE_SECONDS));
    }

    /** @param patience for each message of the relay's */
    static byte[] open(RelayTransport relay, String code, UUID agent, Duration patience) throws IOException {
        JsonObject hello = new JsonObject();
        hello.addProperty("v", 1);
        hello.addProperty("code", code);
        hello.addProperty("agent", agent.toString());
        relay.send(hello.toString());
        Map<String, String> waiting = text(soon(relay, patience), "waiting", Set.of("v", "status", "list"));
        int length = number(waiting.getOrDefault("list", ""));
        ByteArrayOutputStream list = new ByteArrayOutputStream();
        for (int pieces = 0; list.size() < length; pieces++) {
            RelayTransport.Message piece = soon(relay, patience);
            if (piece.text() || list.size() + piece.bytes().length > length || pieces > length / 1024 + MOST_EMPTY) {
                throw new IOException("the relay sent something else than the list");
            }
            list.writeBytes(piece.bytes());
        }
        return list.toByteArray();
    }

    /** Waits until somebody came, for as long as the visit does. */
    static void awaitViewer(RelayTransport relay) throws IOException {
        text(relay.receive(), "joined", Set.of("v", "status"));
    }

    /** The next message, which the relay has at hand; one that lets it wait is left. */
    private static RelayTransport.Message soon(RelayTransport relay, Duration patience) throws IOException {
        CompletableFuture<Void> came = new CompletableFuture<>();
        came.orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS).whenComplete((nothing, late) -> {
            if (late != null) {
                relay.abort();
            }
        });
        RelayTransport.Message message = relay.receive();
        came.complete(null);
        return message;
    }

    private static int number(String digits) throws IOException {
        if (!digits.matches("[0-9]{1,7}") || Integer.parseInt(digits) > LONGEST_LIST) {
            throw new IOException("the relay's list is too long");
        }
        return Integer.parseInt(digits);
    }

    private static Map<String, String> text(RelayTransport.Message message, String status, Set<String> names)
            throws IOException {
        if (!message.text() || message.bytes().length > LONGEST_TEXT) {
            throw new IOException("the relay did not say its status");
        }
        Map<String, String> members = new LinkedHashMap<>();
        try {
            JsonReader json = new JsonReader(new StringReader(new String(message.bytes(), StandardCharsets.UTF_8)));
            json.setStrictness(Strictness.STRICT);
            json.beginObject();
            while (json.hasNext()) {
                if (members.put(json.nextName(), json.nextString()) != null) {
                    throw new IOException("the relay said something twice");
                }
            }
            json.endObject();
            if (json.peek() != JsonToken.END_DOCUMENT) {
                throw new IOException("the relay said more");
            }
        } catch (IllegalStateException e) {
            throw new IOException("the relay did not say its status", e);
        }
        if (!members.keySet().equals(names) || !"1".equals(members.get("v")) || !status.equals(members.get("status"))) {
            throw new IOException("the relay has another status");
        }
        return members;
    }
}
