package org.benchconnect.link.transport;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What Paho's one sender thread writes: each flush is one binary message, and returns when it has been handed to the
 * network. So at most one send is outstanding, as the JDK demands.
 */
final class SentMessages extends OutputStream {
    /** More than any packet of ours; a bound for what is kept until the flush. */
    private static final int MAX_BYTES = 1024 * 1024;
    /** A network that takes nothing for so long is gone. */
    private static final long SEND_SECONDS = 30;

    private final WebSocket socket;
    private final Supplier<@Nullable TransportException> failure;
    private final ByteArrayOutputStream message = new ByteArrayOutputStream();

    SentMessages(WebSocket socket, Supplier<@Nullable TransportException> failure) {
        this.socket = socket;
        this.failure = failure;
    }

    @Override
    public synchronized void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) throws IOException {
        if (message.size() + length > MAX_BYTES) {
            throw new TransportException(TransportException.Reason.PROTOCOL, null);
        }
        message.write(bytes, offset, length);
    }

    @Override
    public synchronized void flush() throws IOException {
        if (message.size() == 0) {
            return;
        }
        ByteBuffer whole = ByteBuffer.wrap(message.toByteArray());
        message.reset();
        TransportException known = failure.get();
        if (known != null) {
            throw new TransportException(known.reason(), known);
        }
        try {
            socket.sendBinary(whole, true).get(SEND_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            socket.abort();
            throw new TransportException(TransportException.Reason.TIMEOUT, e);
        } catch (ExecutionException e) {
            throw new TransportException(TransportException.Reason.CLOSED, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TransportException(TransportException.Reason.CLOSED, e);
        }
    }
}
