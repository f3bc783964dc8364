package org.benchconnect.engine.rfb.desktop;

import java.nio.channels.SocketChannel;
import org.benchconnect.engine.rfb.filter.Screen;
import org.benchconnect.engine.rfb.filter.ServerInput;

/** A desktop server that runs for one session. */
public interface Desktop {
    /**
     * A new connection, authenticated. May take seconds the first time.
     *
     * @throws DesktopException if the server is not there, or not what it has to be
     */
    Connected connect() throws DesktopException;

    /** Stops the server and removes its password; waits at most some seconds. Any number of times; {@link #connect} fails after it. */
    void stop();

    /**
     * A connection after its handshake; the caller closes the channel, which ends every read and write.
     *
     * @param channel in blocking mode
     * @param in what the server says
     * @param screen how large the desktop is
     */
    record Connected(SocketChannel channel, ServerInput in, Screen screen) {}
}
