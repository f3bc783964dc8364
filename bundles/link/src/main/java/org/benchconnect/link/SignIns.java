package org.benchconnect.link;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the service side answered to the last sign-in of this run, as the CONNACK of MQTT 3.1.1 (3.2.2.3) says it. Safe for any thread. */
final class SignIns {
    /** Table 3.1: what is above is of nobody's making but Paho's. */
    private static final int LAST_CODE = 5;

    private final Clock clock;
    private volatile @Nullable Answer last;

    /**
     * One answer.
     *
     * @param code 0 accepted, 1 to 5 refused
     * @param at when it came
     */
    record Answer(int code, Instant at) {}

    SignIns(Clock clock) {
        this.clock = clock;
    }

    /** The service side has answered with this code; anything that is no return code of a CONNACK is passed over. */
    void answered(int code) {
        if (code >= 0 && code <= LAST_CODE) {
            last = new Answer(code, clock.instant());
        }
    }

    /** The last one; empty if no sign-in has been answered yet. */
    Optional<Answer> last() {
        return Optional.ofNullable(last);
    }
}
