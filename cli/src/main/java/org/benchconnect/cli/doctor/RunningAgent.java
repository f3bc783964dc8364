package org.benchconnect.cli.doctor;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Path;

/** What a running agent says of itself on this PC. */
@FunctionalInterface
public interface RunningAgent {
    /**
     * The object of {@code /api/v1/status}.
     *
     * @throws IOException if none runs with this home folder, it does not answer, or this account may not ask
     */
    JsonObject status(Path home) throws IOException;
}
