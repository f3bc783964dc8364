package org.benchconnect.cli.release;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** What a command says at its end: lines for people, or one JSON object with the same facts for programs. */
final class Report {
    private final List<String> lines = new ArrayList<>();
    private final JsonObject facts = new JsonObject();

    void line(String line) {
        lines.add(line);
    }

    void fact(String name, JsonElement value) {
        facts.add(name, value);
    }

    void fact(String name, String value) {
        facts.addProperty(name, value);
    }

    void fact(String name, long value) {
        facts.addProperty(name, value);
    }

    void fact(String name, boolean value) {
        facts.addProperty(name, value);
    }

    List<String> lines() {
        return List.copyOf(lines);
    }

    void print(PrintStream out, boolean json) {
        if (json) {
            out.println(new GsonBuilder().disableHtmlEscaping().create().toJson(facts));
        } else {
            lines.forEach(out::println);
        }
    }
}
