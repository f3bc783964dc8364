package org.benchconnect.cli.account;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.benchconnect.cli.account.Agent.Answer;

/** A moment in which a person here is asked: while it is open, nobody elsewhere can answer. Closed at its end unless an answer used it up: a refused one may not have. */
public final class OpenQuestion implements AutoCloseable {
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final Agent agent;
    private final String language;
    private final String id;
    private final long answerable;
    private boolean used;

    private OpenQuestion(Agent agent, String language, JsonObject view) {
        this.agent = agent;
        this.language = language;
        this.id = view.get("question").getAsString();
        this.answerable = System.nanoTime()
                + TimeUnit.MILLISECONDS.toNanos(view.get("answerableInMillis").getAsLong());
    }

    /**
     * Opens one.
     *
     * @throws RefusedException if the agent does not: somebody is connected from elsewhere
     */
    public static OpenQuestion of(Agent agent, String language)
            throws IOException, InterruptedException, RefusedException {
        Answer answer = agent.send("/api/v1/questions?lang=" + language, new JsonObject(), LONGEST);
        if (!answer.isWell()) {
            throw new RefusedException(answer);
        }
        return new OpenQuestion(agent, language, answer.body());
    }

    /** Sends an answer within it, which uses it up; waits until an answer counts. */
    public Answer answer(String method, String path, JsonObject body, Secrets secrets)
            throws IOException, InterruptedException {
        long early = answerable - System.nanoTime();
        if (early > 0) {
            new CountDownLatch(1).await(early, TimeUnit.NANOSECONDS); // nobody counts it down
        }
        body.addProperty("question", id);
        Answer answer = agent.carryOut(method, path + "?lang=" + language, body, secrets);
        used = answer.isWell();
        return answer;
    }

    @Override
    public void close() throws IOException {
        if (!used) {
            try (Secrets none = new Secrets()) {
                agent.carryOut("DELETE", "/api/v1/questions/" + id, new JsonObject(), none);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt(); // it closes by itself
            }
        }
    }
}
