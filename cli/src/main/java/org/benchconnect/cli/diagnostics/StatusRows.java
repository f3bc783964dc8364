package org.benchconnect.cli.diagnostics;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What remains of a running agent's status: subjects and facts whose words are shipped ones. Sentences, names, serial numbers and identities fall away. */
final class StatusRows {
    private final Vocabulary vocabulary;
    private final List<Row> rows = new ArrayList<>();

    private StatusRows(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    static List<Row> of(JsonObject status, Vocabulary vocabulary) {
        StatusRows all = new StatusRows(vocabulary);
        array(status, "parts").forEach(part -> {
            if (part.isJsonObject()) {
                all.part(part.getAsJsonObject());
            }
        });
        all.link(status);
        array(status, "alerts").forEach(alert -> {
            if (alert.isJsonObject()) {
                all.text(alert.getAsJsonObject(), "code")
                        .ifPresent(code -> all.rows.add(new Row(Kind.ALERT).with(Label.ALERT, code)));
            }
        });
        return List.copyOf(all.rows);
    }

    private void part(JsonObject part) {
        Optional<Word> subject = text(part, "subject");
        if (subject.isEmpty()) {
            return;
        }
        rows.add(new Row(Kind.STATUS).with(Label.SUBJECT, subject.get()));
        facts(part, subject.get());
    }

    private void facts(JsonObject part, Word subject) {
        JsonElement facts = part.get("facts");
        if (facts == null || !facts.isJsonObject()) {
            return;
        }
        for (Map.Entry<String, JsonElement> fact : facts.getAsJsonObject().entrySet()) {
            Optional<Word> name = vocabulary.word(fact.getKey());
            if (name.isPresent() && fact.getValue().isJsonPrimitive()) {
                value(subject, name.get(), fact.getValue().getAsJsonPrimitive());
            }
        }
    }

    private void value(Word subject, Word name, JsonPrimitive value) {
        Row row = new Row(Kind.STATUS_FACT).with(Label.SUBJECT, subject).with(Label.FACT, name);
        if (value.isNumber()) {
            rows.add(row.with(Label.NUMBER, value.getAsDouble()));
        } else if (value.isBoolean()) {
            rows.add(row.with(Label.YES, value.getAsBoolean()));
        } else {
            vocabulary.word(value.getAsString()).ifPresent(token -> rows.add(row.with(Label.TOKEN, token)));
        }
    }

    private void link(JsonObject status) {
        JsonElement there = status.get("link");
        if (there == null || !there.isJsonObject()) {
            return;
        }
        JsonObject link = there.getAsJsonObject();
        Row row = new Row(Kind.LINK);
        text(link, "state").ifPresent(state -> row.with(Label.STATE, state));
        if (link.has("waiting")
                && link.get("waiting").isJsonPrimitive()
                && link.get("waiting").getAsJsonPrimitive().isNumber()) {
            row.with(Label.WAITING, link.get("waiting").getAsDouble());
        }
        rows.add(row);
    }

    private Optional<Word> text(JsonObject object, String member) {
        JsonElement value = object.get(member);
        return value != null && value.isJsonPrimitive() ? vocabulary.word(value.getAsString()) : Optional.empty();
    }

    private static JsonArray array(JsonObject object, String member) {
        JsonElement value = object.get(member);
        return value != null && value.isJsonArray() ? value.getAsJsonArray() : new JsonArray();
    }
}
