package org.benchconnect.link.hub;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An event as the hub passes it on.
 *
 * @param device of which device
 * @param properties its property bag, decoded; {@code mqtt-retain} if it was to be retained
 * @param body what was sent
 */
public record HubEvent(String device, Map<String, String> properties, String body) {
    /** The topic on which a device publishes events; its property bag follows. */
    static String topicOf(String device) {
        return "devices/" + device + "/messages/events/";
    }

    /** What a device has published on its topic. */
    static HubEvent of(String device, String topic, byte[] body, boolean retained) {
        Map<String, String> properties = new LinkedHashMap<>();
        String bag = topic.substring(topicOf(device).length());
        for (String property : bag.split("&")) {
            String[] parts = property.split("=", 2);
            properties.put(decoded(parts[0]), parts.length < 2 ? "" : decoded(parts[1]));
        }
        if (retained) {
            properties.put("mqtt-retain", "true");
        }
        return new HubEvent(device, properties, new String(body, StandardCharsets.UTF_8));
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
