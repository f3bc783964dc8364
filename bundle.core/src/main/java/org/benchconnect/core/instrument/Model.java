package org.benchconnect.core.instrument;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * A model of instrument. Implemented only by enums, in the reader or adapter that recognises it: a new adapter needs no new
 * core.
 */
@ConsumerType
public interface Model {
    /** The constant's name, {@code [A-Z][A-Z0-9_]{0,39}}. */
    String name();

    /** What people call it, the same in every language: {@code Navios EX}. At most 40 letters, digits, spaces, hyphens. */
    String label();

    /** Whether PCs of this model hold patient data: yes, unless somebody knows better. */
    default boolean holdsPatientData() {
        return true;
    }
}
