package org.benchconnect.engine.rfb;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import org.benchconnect.engine.rfb.desktop.Desktop.Connected;

/** One connection to the desktop server. Once it is cut nothing passes through it, in neither direction, and what waits in it ends. Any thread. */
final class ServerConnection {
    private final Connected connected;
    private volatile boolean cut;

    ServerConnection(Connected connected) {
        this.connected = connected;
    }

    boolean isCut() {
        return cut;
    }

    /**
     * Passes whole messages, in their order; once it is cut nothing, silently. Waits while the server takes nothing.
     *
     * @return whether all of it passed
     */
    synchronized boolean write(byte[] message) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(message);
        try {
            while (!cut && buffer.hasRemaining()) {
                connected.channel().write(buffer);
            }
        } catch (IOException e) {
            if (!cut) {
                throw e;
            }
        }
        return !buffer.hasRemaining();
    }

    void write(List<byte[]> messages) throws IOException {
        for (byte[] message : messages) {
            write(message);
        }
    }

    /** Never waits, never fails. */
    void cut() {
        cut = true;
        try {
            connected.channel().close();
        } catch (IOException e) {
            // it is closed all the same
            return;
        }
    }
}
