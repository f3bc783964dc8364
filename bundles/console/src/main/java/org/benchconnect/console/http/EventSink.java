package org.benchconnect.console.http;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Where a stream of server-sent events is written. For one thread. */
public final class EventSink {
    /** How long a reader may leave one event lying before it is cut off. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final OutputStream out;
    private final Deadlines deadlines;
    private final BooleanSupplier allowed;

    EventSink(OutputStream out, Deadlines deadlines, BooleanSupplier allowed) {
        this.out = out;
        this.deadlines = deadlines;
        this.allowed = allowed;
    }

    /** Whether the reader may still read: false when its session has ended. */
    public boolean allowed() {
        return allowed.getAsBoolean();
    }

    /** One event, its data as one line of JSON. */
    public void event(String name, Object data) throws IOException {
        send("event: " + name + "\ndata: " + Json.text(data) + "\n\n");
    }

    /** A comment, so that both sides notice a dead connection. */
    public void heartbeat() throws IOException {
        send(": heartbeat\n\n");
    }

    private void send(String text) throws IOException {
        deadlines.renew(PATIENCE);
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
        deadlines.suspend();
    }
}
