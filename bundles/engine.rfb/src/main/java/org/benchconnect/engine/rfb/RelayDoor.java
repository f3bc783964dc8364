package org.benchconnect.engine.rfb;

import java.io.IOException;
import java.net.URI;
import org.benchconnect.engine.rfb.relay.RelayTransport;

/** Opens the way to a relay. */
@FunctionalInterface
interface RelayDoor {
    /** Connects; waits for it. */
    RelayTransport open(URI relay) throws IOException;
}
