package org.benchconnect.cli.diagnostics;

import com.google.gson.JsonObject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.benchconnect.core.signal.SoftwareVersion;

/** One line of the bundle. There is no way to put a text into it: numbers, booleans, instants, versions, digests, our own constants and shipped words only. */
final class Row {
    private final JsonObject json = new JsonObject();

    Row(Kind kind) {
        json.addProperty("kind", kind.name());
    }

    Row with(Label label, double value) {
        if (!Double.isFinite(value)) {
            return this;
        }
        if (value == Math.rint(value) && Math.abs(value) < 1e15) {
            json.addProperty(name(label), (long) value);
        } else {
            json.addProperty(name(label), value);
        }
        return this;
    }

    Row with(Label label, boolean value) {
        json.addProperty(name(label), value);
        return this;
    }

    Row with(Label label, Enum<?> value) {
        json.addProperty(name(label), value.name());
        return this;
    }

    Row with(Label label, Word value) {
        json.addProperty(name(label), value.toString());
        return this;
    }

    Row with(Label label, Digest value) {
        json.addProperty(name(label), value.toString());
        return this;
    }

    Row with(Label label, SoftwareVersion value) {
        json.addProperty(name(label), value.toString());
        return this;
    }

    /** To the second. */
    Row with(Label label, Instant value) {
        json.addProperty(name(label), value.truncatedTo(ChronoUnit.SECONDS).toString());
        return this;
    }

    private static String name(Label label) {
        return label.name().toLowerCase(Locale.ROOT);
    }

    /** As a line of JSON. */
    @Override
    public String toString() {
        return json.toString();
    }
}
