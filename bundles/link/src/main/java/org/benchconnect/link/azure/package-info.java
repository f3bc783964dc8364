/**
 * The dialect of Azure IoT Hub over MQTT 3.1.1: its topics, user and tokens, device twin, direct methods, messages to the device, property bag, and limits. Source:
 * Microsoft's public description of the protocol, API version 2021-04-12.
 */
@NullMarked
package org.benchconnect.link.azure;

import org.jspecify.annotations.NullMarked;
