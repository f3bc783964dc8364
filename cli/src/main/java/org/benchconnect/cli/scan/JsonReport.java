package org.benchconnect.cli.scan;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.io.PrintStream;
import org.benchconnect.core.instrument.Instrument;
import org.benchconnect.core.instrument.Observation;
import org.benchconnect.core.instrument.Reading;
import org.benchconnect.core.signal.Fact;
import org.benchconnect.core.signal.Signal;
import org.jspecify.annotations.Nullable;

/**
 * One JSON object a line and file, its members always the same and in the same order. A refused file has the format {@code ""}
 * and the instrument {@code null}.
 */
final class JsonReport implements Scan.Report {
    private static final Gson GSON =
            new GsonBuilder().serializeNulls().disableHtmlEscaping().create();

    private final PrintStream out;

    JsonReport(PrintStream out) {
        this.out = out;
    }

    @Override
    public void line(int position, Observation seen) {
        Reading reading = seen.reading();
        JsonObject line = new JsonObject();
        line.addProperty("file", position);
        line.addProperty("format", reading.format());
        line.addProperty("datasets", reading.datasets());
        line.add("instrument", instrument(reading.instrument()));
        line.addProperty("outcome", reading.outcome().name());
        line.addProperty(
                "reason", reading.reason() == null ? null : reading.reason().name());
        JsonArray signals = new JsonArray();
        seen.signals().forEach(signal -> signals.add(signal(signal)));
        line.add("signals", signals);
        out.println(GSON.toJson(line));
    }

    private static JsonElement instrument(@Nullable Instrument instrument) {
        if (instrument == null) {
            return JsonNull.INSTANCE;
        }
        JsonObject said = new JsonObject();
        said.addProperty("model", instrument.model().label());
        said.addProperty(
                "serial",
                instrument.serial() == null ? null : instrument.serial().toString());
        return said;
    }

    private static JsonObject signal(Signal signal) {
        JsonObject facts = new JsonObject();
        signal.facts().forEach((name, fact) -> facts.add(name, value(fact)));
        JsonObject said = new JsonObject();
        said.addProperty("code", signal.code().name());
        said.addProperty("severity", signal.severity().name());
        said.add("facts", facts);
        return said;
    }

    private static JsonPrimitive value(Fact fact) {
        Object plain = fact.plain();
        if (plain instanceof Number number) {
            return new JsonPrimitive(number);
        } else if (plain instanceof Boolean flag) {
            return new JsonPrimitive(flag);
        }
        return new JsonPrimitive(plain.toString());
    }
}
