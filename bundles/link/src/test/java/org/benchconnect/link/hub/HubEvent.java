package org.benchconnect.link.hub;

import java.util.Map;

/**
 * An event as the hub passes it on.
 *
 * @param device of which device
 * @param properties its property bag, decoded; {@code mqtt-retain} if it was to be retained
 * @param body what was sent
 */
public record HubEvent(String device, Map<String, String> properties, String body) {}
