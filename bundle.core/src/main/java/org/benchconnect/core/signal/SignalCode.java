package org.benchconnect.core.signal;

import java.util.Set;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * What a signal says. Implemented only by enums, one in each adapter, whose texts lie in the same jar: a new adapter needs
 * no new core. The one exception is {@link ConfiguredCode}.
 */
@ConsumerType
public interface SignalCode {
    /** The constant's name, {@code [A-Z][A-Z0-9_]{0,39}}. */
    String name();

    /** What signals of this code are about. */
    Kind kind();

    /**
     * The facts that tell two conditions of this code apart: two lasers off target are two notices, the same laser twice is
     * one. Empty when there can be only one.
     */
    default Set<FactName> subject() {
        return Set.of();
    }
}
