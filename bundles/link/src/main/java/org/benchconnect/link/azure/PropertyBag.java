package org.benchconnect.link.azure;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** What the hub is told about a message beside its body: the last part of its topic, URL-encoded. */
final class PropertyBag {
    private PropertyBag() {}

    /**
     * For an event: what it is encoded in, so that the hub can route by its body; its id, so that receivers can drop a repetition; its stream.
     *
     * @param id its CloudEvents id
     * @param stream as its topic would be called
     */
    static String of(String id, String stream) {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("$.mid", id);
        properties.put("$.ct", "application/json");
        properties.put("$.ce", "utf-8");
        properties.put("stream", stream);
        return properties.entrySet().stream()
                .map(property -> property.getKey() + "=" + encoded(property.getValue()))
                .collect(Collectors.joining("&"));
    }

    /** Spaces as the hub wants them; a plus sign would stay one. */
    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
