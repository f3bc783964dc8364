package org.benchconnect.cli.feature;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.benchconnect.cli.account.Agent;
import org.benchconnect.cli.account.Secrets;

/** Answers as the local API documents it, and remembers what it was asked. */
final class FakeAgent implements Agent {
    static final String SUPPORT =
            """
            {"name": "org.example.support", "version": "1.2.0", "counter": 7, "models": ["NAVIOS"], "modules": 4,
             "privileges": [{"name": "view-screen", "text": "Somebody elsewhere can see the screen."}],
             "title": "org.example.support", "text": "Version 1.2.0, release 7, 4 modules.",
             "released": "Released for these instruments: NAVIOS."}""";
    static final String BASE =
            """
            {"name": "org.benchconnect.base", "version": "0.1.0", "counter": 3, "models": [], "modules": 24,
             "privileges": [], "title": "BenchConnect itself", "text": "Version 0.1.0, release 3, 24 modules.",
             "released": "For every instrument."}""";

    final List<String> asked = new ArrayList<>();
    private final Answer answer;

    FakeAgent(int status, String body) {
        answer = new Answer(status, JsonParser.parseString(body).getAsJsonObject());
    }

    static FakeAgent withPlan(String feature, String outcome, String text) {
        return new FakeAgent(
                200,
                """
                {"feature": %s, "changes": [], "stops": [], "asked": [], "bytes": 1, "statement": "Good.", "pluginVendor": null, "tolerated": [],
                 "signer": {"organisation": "Example", "name": "Signing", "signedAt": "2026-03-02T10:00:00Z"},
                 "outcome": "%s", "text": "%s", "explanation": [
                  {"topic": "FEATURE", "title": "What it is", "lines": ["Version 1.2.0.", "For NAVIOS."]},
                  {"topic": "SIGNER", "title": "Who vouches for it", "lines": ["Signed by Example."]},
                  {"topic": "PAST_DATE", "title": "Past its date", "lines": ["Good until yesterday."]},
                  {"topic": "STATEMENT", "title": "What its author says", "lines": ["“Good.”"]},
                  {"topic": "PRIVILEGES", "title": "What it lets others do", "lines": ["See the screen."]},
                  {"topic": "ASKED", "title": "What it would newly let others do", "lines": ["Nothing new."]},
                  {"topic": "CHANGES", "title": "What would change", "lines": ["New: a 1", "Removed: b 2"]},
                  {"topic": "STOPS", "title": "What else would stop", "lines": ["c"]},
                  {"topic": "BYTES", "title": "How much", "lines": ["34.2 MB"]},
                  {"topic": "OF_A_LATER_VERSION", "title": "Something new", "lines": ["x"]}]}"""
                        .formatted(feature, outcome, text));
    }

    @Override
    public Answer ask(String path) {
        asked.add(path);
        return answer;
    }

    @Override
    public Answer send(String path, JsonObject body, Duration longest) {
        asked.add(path + " " + body);
        return answer;
    }

    @Override
    public Answer carryOut(String method, String path, JsonObject body, Secrets secrets) {
        asked.add(method + " " + path + " " + body + " " + secrets);
        return answer;
    }
}
