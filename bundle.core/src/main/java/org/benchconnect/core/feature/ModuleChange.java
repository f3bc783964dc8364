package org.benchconnect.core.feature;

import java.util.Optional;

/**
 * What an installation does to one module.
 *
 * @param kind what happens to it
 * @param symbolicName which module
 * @param from its version now; empty if it is added
 * @param to its version afterwards; empty if it is removed
 */
public record ModuleChange(Kind kind, String symbolicName, Optional<String> from, Optional<String> to) {
    /** What can happen to a module. */
    public enum Kind {
        /** It is not here yet. */
        ADDED,
        /** Other bytes take its place, with another version or the same. */
        CHANGED,
        /** It goes. */
        REMOVED
    }
}
