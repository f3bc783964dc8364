package org.benchconnect.cli.doctor;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.PrintStream;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.benchconnect.core.text.Language;

/** Writes a diagnosis for a person or a program. */
final class DoctorReport {
    private final Diagnosis diagnosis;
    private final Words words;
    private final Optional<String> letter;

    DoctorReport(Diagnosis diagnosis, Language language) {
        this.diagnosis = diagnosis;
        this.words = Words.of(language);
        this.letter = diagnosis.findings().stream()
                .flatMap(each -> ExemptionLetter.of(each, language).stream())
                .findFirst();
    }

    void print(PrintStream out) {
        for (Finding each : diagnosis.findings()) {
            out.printf(
                    Locale.ROOT,
                    "%-24s %-14s %s%n",
                    words.say("hop." + each.hop()),
                    words.say("state." + each.state()),
                    what(each));
        }
        out.println();
        Optional<Finding> cause = diagnosis.cause();
        if (cause.isEmpty()) {
            out.println(words.say(diagnosis.warning().isPresent() ? "result.warning" : "result.well"));
        }
        cause.or(diagnosis::warning).ifPresent(each -> {
            out.println(words.say("result.cause") + " " + words.title(each));
            out.println(words.say("result.remedy") + " " + words.remedy(each));
        });
        letter.ifPresent(each -> {
            out.println();
            out.println(words.say("result.letter"));
            out.println();
            out.print(each);
        });
    }

    private String what(Finding each) {
        return switch (each.state()) {
            case OK -> each.cause() == Cause.WELL ? each.local().getOrDefault("what", "") : words.title(each);
            case NOT_TESTED -> each.cause() == Cause.NOT_TESTED ? "" : words.title(each) + " " + words.remedy(each);
            case WARNING, FAILED -> words.title(each);
        };
    }

    JsonObject json() {
        JsonObject json = new JsonObject();
        Optional<Finding> cause = diagnosis.cause().or(diagnosis::warning);
        json.addProperty("ok", diagnosis.cause().isEmpty());
        cause.ifPresent(each -> {
            json.addProperty("cause", each.cause().name());
            json.addProperty("hop", each.hop().name());
            json.addProperty("title", words.title(each));
            json.addProperty("remedy", words.remedy(each));
        });
        letter.ifPresent(each -> json.addProperty("letter", each));
        JsonArray findings = new JsonArray();
        for (Finding each : diagnosis.findings()) {
            JsonObject finding = new JsonObject();
            finding.addProperty("hop", each.hop().name());
            finding.addProperty("state", each.state().name());
            finding.addProperty("cause", each.cause().name());
            JsonObject local = new JsonObject();
            each.local().entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .forEach(one -> local.addProperty(one.getKey(), one.getValue()));
            finding.add("local", local);
            findings.add(finding);
        }
        json.add("findings", findings);
        return json;
    }
}
