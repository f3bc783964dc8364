package org.benchconnect.companion.support;

import java.util.List;

/**
 * A remote support session at one moment.
 *
 * @param runs whether one runs that can be stopped
 * @param practice whether it is one without a supporter
 * @param name of the supporter; empty while nobody is known
 * @param allowed what is allowed now, each a sentence in the user's language
 * @param string the digits that both ends read aloud; empty if they were read, or nobody came
 * @param request the id of what the supporter asks for now; empty if nothing
 */
public record Support(
        boolean runs, boolean practice, String name, List<String> allowed, String string, String request) {
    /** No session. */
    public static final Support NONE = new Support(false, false, "", List.of(), "", "");

    /** Copies. */
    public Support {
        allowed = List.copyOf(allowed);
    }
}
