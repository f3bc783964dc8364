package org.benchconnect.cli.doctor;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** How far this PC's clock is from the service side's, as the running agent knows it from the dates of the server of releases. */
final class AgentsClock {
    private final RunningAgent agent;
    private final Path home;

    AgentsClock(RunningAgent agent, Path home) {
        this.agent = agent;
        this.home = home;
    }

    /**
     * What it knows.
     *
     * @param offset this PC's clock less the service side's
     * @param uncertainty how far that may be wrong
     */
    record Known(Duration offset, Duration uncertainty) {
        boolean isBeyond(Duration tolerance) {
            return offset.abs().minus(uncertainty).compareTo(tolerance) > 0;
        }
    }

    /** Empty if no agent answers, or it does not know. */
    Optional<Known> ask() {
        try {
            return AgentsFacts.ofPart(agent.status(home), "HOST_").flatMap(AgentsClock::read);
        } catch (IOException e) {
            return Optional.empty();
        } catch (JsonParseException | IllegalStateException | UnsupportedOperationException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Optional<Known> read(JsonObject facts) {
        return AgentsFacts.number(facts, "clockOffsetSeconds")
                .flatMap(offset -> AgentsFacts.number(facts, "clockUncertaintySeconds")
                        .filter(uncertainty -> uncertainty >= 0)
                        .map(uncertainty -> new Known(Duration.ofSeconds(offset), Duration.ofSeconds(uncertainty))));
    }
}
