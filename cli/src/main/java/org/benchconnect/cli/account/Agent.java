package org.benchconnect.cli.account;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.time.Duration;

/** The local API of a running agent, as the commands need it that ask people. */
public interface Agent {
    /** What is at this path; waits some seconds at most. */
    Answer ask(String path) throws IOException, InterruptedException;

    /** What comes of sending this body to this path. */
    Answer send(String path, JsonObject body, Duration longest) throws IOException, InterruptedException;

    /**
     * The same with what nobody may see, and by any method.
     *
     * @param method {@code POST} or {@code DELETE}
     */
    Answer carryOut(String method, String path, JsonObject body, Secrets secrets)
            throws IOException, InterruptedException;

    /**
     * An answer, whether it is a refusal or not.
     *
     * @param status of HTTP
     * @param body empty if there was none
     */
    record Answer(int status, JsonObject body) {
        /** Whether it is none. */
        public boolean isWell() {
            return status < 300;
        }

        /** In the person's language where the agent has such a sentence. */
        public String reason() {
            for (String member : new String[] {"text", "message"}) {
                if (body.has(member)) {
                    return body.get(member).getAsString();
                }
            }
            return "the agent answered " + status;
        }
    }
}
