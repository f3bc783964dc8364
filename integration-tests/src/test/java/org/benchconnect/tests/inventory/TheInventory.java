package org.benchconnect.tests.inventory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.Set;
import java.util.stream.Collectors;
import org.benchconnect.core.link.Stream;
import org.benchconnect.link.inventory.ClosedSchema;
import org.benchconnect.link.inventory.Inventory;
import org.benchconnect.tests.inventory.Listener.Heard;

/** The data inventory, against which messages are held. */
final class TheInventory {
    private TheInventory() {}

    /** Its members are those of the inventory, around the data and within, and the closed schema allows it. */
    static void assertIsIn(Heard heard, Stream stream) {
        Inventory.Entry entry = entry(stream);
        JsonObject event = heard.event();
        Set<String> envelope =
                Inventory.envelope(stream).stream().map(Inventory.Field::name).collect(Collectors.toSet());
        envelope.add("data");
        Set<String> always = entry.fields().stream()
                .filter(Inventory.Field::always)
                .map(Inventory.Field::name)
                .collect(Collectors.toSet());
        Set<String> all = entry.fields().stream().map(Inventory.Field::name).collect(Collectors.toSet());

        assertEquals(kind(stream), heard.kind());
        assertEquals(envelope, event.keySet());
        assertEquals(entry.type(), event.get("type").getAsString());
        assertTrue(all.containsAll(heard.data().keySet()), heard::text);
        assertTrue(heard.data().keySet().containsAll(always), heard::text);
        ClosedSchema.of(entry.type()).require(heard.text());
        JsonElement source = heard.data().get("source");
        if (source != null) {
            assertEquals(stream == Stream.HOST_CHECKS, source.getAsString().equals("host"), heard::text);
        }
        assertFalse(all.isEmpty());
    }

    static Inventory.Entry entry(Stream stream) {
        return Inventory.entries().stream()
                .filter(one -> one.stream() == stream)
                .findFirst()
                .orElseThrow();
    }

    /** The last part of the topic, as docs/data-inventory.md says it. */
    static String kind(Stream stream) {
        return switch (stream) {
            case PRESENCE -> "presence";
            case REGISTRATION -> "registration";
            case NOTICES, HOST_CHECKS -> "notify";
            case SESSIONS -> "session";
            case RELEASE_REPORTS -> "update";
            case AUDIT_HEADS -> "audit";
        };
    }
}
