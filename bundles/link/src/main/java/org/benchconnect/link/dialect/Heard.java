package org.benchconnect.link.dialect;

import org.jspecify.annotations.Nullable;

/** What a dialect takes an incoming message to be. Nothing of it is verified. */
public sealed interface Heard {
    /**
     * A command, as the service side says.
     *
     * @param signed what may be one
     * @param request to what the answer belongs, or null if nobody waits for one
     */
    record Command(byte[] signed, @Nullable String request) implements Heard {
        @Override
        public String toString() {
            return "Command of " + signed.length + " bytes";
        }
    }

    /** There may be something to look for. Nobody signed it, so it can do no more than that. */
    record Look() implements Heard {}

    /** Belongs here, and means nothing to the agent. */
    record Nothing() implements Heard {}

    /** A question that is answered without asking anybody: there is no such thing here. */
    record Unknown(String request) implements Heard {}

    /** Nobody asked for it: whoever sends this does what it may not. */
    record Unasked() implements Heard {}
}
