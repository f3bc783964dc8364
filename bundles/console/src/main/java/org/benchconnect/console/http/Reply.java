package org.benchconnect.console.http;

import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** What is answered. */
public sealed interface Reply {

    /**
     * An answer that is complete.
     *
     * @param status the HTTP status
     * @param headers beside those that every answer has
     * @param body not to be changed any more
     */
    record Whole(int status, Map<String, String> headers, byte[] body) implements Reply {
        /** This answer with one more header. */
        public Whole with(String name, String value) {
            Map<String, String> more = new LinkedHashMap<>(headers);
            more.put(name, value);
            return new Whole(status, more, body);
        }
    }

    /**
     * A stream of server-sent events, until the writer returns or the reader goes away.
     *
     * @param writer called once, on the thread of the request
     */
    record Events(Writer writer) implements Reply {}

    /**
     * An answer that takes longer than others may. It keeps its thread all that time: its route sees to it that few are at work
     * at once.
     *
     * @param longest how long it may take, after which its thread is interrupted
     * @param work called once, on the thread of the request
     */
    record Slow(Duration longest, Work work) implements Reply {}

    /** Finds an answer that takes long. */
    @FunctionalInterface
    interface Work {
        /** May block. */
        Whole answer() throws Refused, IOException, InterruptedException;
    }

    /** Writes a stream of events. */
    @FunctionalInterface
    interface Writer {
        /** Writes until the stream should end. */
        void write(EventSink sink) throws IOException, InterruptedException;
    }

    /** Nothing to say. */
    static Whole empty(int status) {
        return new Whole(status, Map.of(), new byte[0]);
    }

    /** A file of the page, or a document. */
    static Whole content(String type, byte[] body) {
        return new Whole(200, Map.of("Content-Type", type), body);
    }

    /** Something as JSON. */
    static Whole json(int status, Object body) {
        return new Whole(status, Map.of("Content-Type", "application/json; charset=utf-8"), Json.bytes(body));
    }

    /** Why a request is refused. */
    static Whole refusal(Refused refused) {
        return json(
                refused.status(), Map.of("error", refused.reason(), "message", String.valueOf(refused.getMessage())));
    }
}
