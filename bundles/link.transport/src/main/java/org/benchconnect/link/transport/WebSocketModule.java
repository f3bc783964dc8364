package org.benchconnect.link.transport;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.WebSocket;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.paho.client.mqttv3.internal.NetworkModule;
import org.jspecify.annotations.Nullable;

/**
 * One connection, as Paho's threads see it: a pair of streams. {@link #start} and the streams block; {@link #stop} may be
 * called from any thread at any time and lets everything that blocks return.
 */
final class WebSocketModule implements NetworkModule {
    /** How long the courtesy of a close frame may take. */
    private static final long FAREWELL_MILLIS = 500;

    private final URI address;
    private final JdkWebSockets webSockets;
    private final ReceivedBytes received = new ReceivedBytes();
    /** The opening, or its end by stop. */
    private final CompletableFuture<WebSocket> opened = new CompletableFuture<>();

    WebSocketModule(URI address, JdkWebSockets webSockets) {
        this.address = address;
        this.webSockets = webSockets;
    }

    @Override
    public void start() throws IOException {
        CompletableFuture<WebSocket> opening = webSockets.open(address, received);
        opening.whenComplete(this::settle);
        try {
            opened.get(webSockets.connectTimeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            opened.cancel(false);
            opening.cancel(true);
            throw new TransportException(TransportException.Reason.TIMEOUT, e);
        } catch (ExecutionException e) {
            throw TransportException.whileConnecting(e);
        } catch (CancellationException e) {
            opening.cancel(true);
            throw new TransportException(TransportException.Reason.CLOSED, e);
        } catch (InterruptedException e) {
            opened.cancel(false);
            opening.cancel(true);
            Thread.currentThread().interrupt();
            throw new TransportException(TransportException.Reason.CLOSED, e);
        }
    }

    /** A socket that nobody waits for any more is dropped. */
    private void settle(@Nullable WebSocket socket, @Nullable Throwable failure) {
        if (socket == null) {
            opened.completeExceptionally(failure == null ? new IllegalStateException("no socket") : failure);
        } else if (!opened.complete(socket)) {
            socket.abort();
        }
    }

    @Override
    public InputStream getInputStream() {
        return received.stream();
    }

    @Override
    public OutputStream getOutputStream() {
        return new SentMessages(opened.join(), received::failure);
    }

    @Override
    public void stop() {
        opened.cancel(false);
        received.end();
        if (opened.isDone() && !opened.isCompletedExceptionally()) {
            WebSocket socket = opened.join();
            if (!socket.isOutputClosed()) {
                farewell(socket);
            }
            socket.abort();
        }
    }

    private static void farewell(WebSocket socket) {
        try {
            socket.sendClose(WebSocket.NORMAL_CLOSURE, "").get(FAREWELL_MILLIS, TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            // The other side is gone; abort follows.
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public String getServerURI() {
        return address.toString();
    }
}
