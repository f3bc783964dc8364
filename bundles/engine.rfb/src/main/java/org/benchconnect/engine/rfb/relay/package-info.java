/** The way to the relay: a WebSocket over TLS behind {@link org.benchconnect.engine.rfb.relay.RelayTransport}, which a test or another way of transport replaces. */
@NullMarked
package org.benchconnect.engine.rfb.relay;

import org.jspecify.annotations.NullMarked;
