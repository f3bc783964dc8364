package org.benchconnect.cli.doctor;

import java.util.Map;

/**
 * What one probe found.
 *
 * @param hop where
 * @param state whether it stands in the way
 * @param cause what it is
 * @param local words for the person in front of this PC alone, like a host, a path or an issuer: never in a diagnostics bundle
 */
public record Finding(Hop hop, State state, Cause cause, Map<String, String> local) {
    /** How bad it is. */
    public enum State {
        /** In order. */
        OK,
        /** Works, but should be otherwise. */
        WARNING,
        /** Nothing gets past this. */
        FAILED,
        /** Not looked at. */
        NOT_TESTED
    }

    /** Copies. */
    public Finding {
        local = Map.copyOf(local);
    }

    static Finding ok(Hop hop, Map<String, String> local) {
        return new Finding(hop, State.OK, Cause.WELL, local);
    }

    static Finding notTested(Hop hop) {
        return new Finding(hop, State.NOT_TESTED, Cause.NOT_TESTED, Map.of());
    }

    static Finding warning(Cause cause, Map<String, String> local) {
        return new Finding(cause.hop(), State.WARNING, cause, local);
    }

    static Finding failed(Cause cause, Map<String, String> local) {
        return new Finding(cause.hop(), State.FAILED, cause, local);
    }
}
