package org.benchconnect.engine.rfb.desktop;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.benchconnect.engine.rfb.desktop.Desktop.Connected;
import org.benchconnect.engine.rfb.filter.RfbViolationException;
import org.benchconnect.engine.rfb.filter.ServerInput;

/** The handshake within a time: a server that hangs is cut off. */
final class Greeting {
    private Greeting() {}

    static Connected greet(SocketChannel channel, VncPassword password, long seconds) throws DesktopException {
        CompletableFuture<Void> done = new CompletableFuture<>();
        done.orTimeout(seconds, TimeUnit.SECONDS).whenComplete((nothing, late) -> {
            if (late != null) {
                close(channel);
            }
        });
        try {
            ServerInput in = new ServerInput(channel);
            Connected connected = new Connected(channel, in, ServerHandshake.pass(in, channel, password));
            done.complete(null);
            return connected;
        } catch (IOException | RfbViolationException e) {
            done.completeExceptionally(e);
            throw new DesktopException("the desktop server does not greet as it has to", e);
        } catch (DesktopException e) {
            done.completeExceptionally(e);
            throw e;
        }
    }

    /** Ends every read and write on it. */
    static void close(SocketChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            // it is closed all the same
            return;
        }
    }
}
