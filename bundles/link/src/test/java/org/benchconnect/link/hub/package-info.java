/**
 * A double of Azure IoT Hub for tests, since there is no emulator: MQTT 3.1.1 over WebSocket and TLS on loopback, with the hub's own rules enforced as Microsoft describes
 * them.
 */
@NullMarked
package org.benchconnect.link.hub;

import org.jspecify.annotations.NullMarked;
