package org.benchconnect.cli.feature;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.time.Duration;

/** The local API of a running agent, as this command needs it. */
public interface Agent {
    /** What is at this path; waits some seconds at most. */
    Answer ask(String path) throws IOException, InterruptedException;

    /** What comes of sending this body to this path. */
    Answer send(String path, JsonObject body, Duration longest) throws IOException, InterruptedException;

    /**
     * An answer, whether it is a refusal or not.
     *
     * @param status of HTTP
     * @param body empty if there was none
     */
    record Answer(int status, JsonObject body) {
        boolean isWell() {
            return status < 300;
        }
    }
}
