/**
 * MQTT over the WebSocket of the JDK, as a fragment of Paho. Paho's own WebSocket layer drops the connection on a server's
 * ping, on a fragmented frame and on a stall inside a frame, and ignores proxies; this one does none of that. Only TLS:
 * there is no way to say {@code ws}.
 */
@Export
@Version("1.0.0")
@NullMarked
package org.benchconnect.link.transport;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
