package org.benchconnect.engine.rfb.relay;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The WebSocket of the JDK. One send is outstanding at a time; a relay that takes nothing for a minute is gone. */
public final class JdkRelay implements RelayTransport {
    private static final long CONNECT_SECONDS = 20;
    private static final long SEND_SECONDS = 60;

    private final WebSocket socket;
    private final Frames frames;

    private JdkRelay(WebSocket socket, Frames frames) {
        this.socket = socket;
        this.frames = frames;
    }

    /**
     * Connects; waits for it. {@code WebSocket.Builder.connectTimeout} is never set: behind an authenticating proxy JDK 17 kills the living socket when it is over.
     *
     * @param relay {@code wss://host}
     */
    public static RelayTransport connect(HttpClient client, URI relay) throws IOException {
        Frames frames = new Frames();
        CompletableFuture<WebSocket> opening =
                client.newWebSocketBuilder().buildAsync(relay.resolve("/v1/agent"), frames);
        try {
            return new JdkRelay(opening.get(CONNECT_SECONDS, TimeUnit.SECONDS), frames);
        } catch (ExecutionException | TimeoutException e) {
            opening.cancel(true);
            opening.thenAccept(WebSocket::abort);
            throw new IOException("no connection to the relay", e);
        } catch (InterruptedException e) {
            opening.cancel(true);
            opening.thenAccept(WebSocket::abort);
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    @Override
    public void send(byte[] message) throws IOException {
        sent(socket.sendBinary(ByteBuffer.wrap(message), true));
    }

    @Override
    public void send(String text) throws IOException {
        sent(socket.sendText(text, true));
    }

    private void sent(CompletableFuture<WebSocket> sending) throws IOException {
        try {
            sending.get(SEND_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            abort();
            throw new IOException("the relay takes nothing", e);
        } catch (InterruptedException e) {
            abort();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    @Override
    public Message receive() throws IOException {
        return frames.next();
    }

    @Override
    public void abort() {
        frames.end(new IOException("aborted"));
        socket.abort();
    }
}
