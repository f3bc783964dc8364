package org.benchconnect.cli.consent;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.benchconnect.cli.account.Agent;
import org.benchconnect.cli.account.Secrets;

/** Answers by path as the local API documents it, and remembers what it was asked, with the bytes as they go over the wire; the last answer of a path stays. */
public final class ScriptedAgent implements Agent {
    /** Ada, administrator. */
    public static final String ADA = "00000000000000aa";

    public final List<String> asked = new ArrayList<>();
    private final Map<String, Deque<Answer>> answers = new HashMap<>();

    public ScriptedAgent() {
        answers("/api/v1/questions", 201, "{'question':'" + "0".repeat(32) + "','answerableInMillis':5,'closes':'x'}");
        answers(
                "/api/v1/accounts",
                200,
                "{'accounts':[{'id':'" + ADA + "','name':'Ada Verdi','text':'t'}],'text':'1.'}");
    }

    public void answers(String path, int status, String... inTurn) {
        Deque<Answer> all = new ArrayDeque<>();
        for (String body : inTurn) {
            all.add(new Answer(
                    status, JsonParser.parseString(body.replace('\'', '"')).getAsJsonObject()));
        }
        answers.put(path, all);
    }

    @Override
    public Answer ask(String path) {
        return answer("GET", path, "");
    }

    @Override
    public Answer send(String path, JsonObject body, Duration longest) {
        return answer("POST", path, body.toString());
    }

    @Override
    public Answer carryOut(String method, String path, JsonObject body, Secrets secrets) {
        return answer(method, path, new String(secrets.into(body), StandardCharsets.UTF_8));
    }

    private Answer answer(String method, String path, String body) {
        asked.add((method + " " + path + " " + body).strip());
        Deque<Answer> all = answers.getOrDefault(path.split("\\?", 2)[0], new ArrayDeque<>());
        return all.size() > 1
                ? all.remove()
                : Optional.ofNullable(all.peek()).orElseGet(() -> new Answer(204, new JsonObject()));
    }
}
