package org.benchconnect.core.feature;

import java.util.Set;

/**
 * One feature in short.
 *
 * @param name such as {@code org.benchconnect.base}: {@code [a-z][a-z0-9.-]{0,79}}
 * @param version an OSGi version, such as {@code 0.1.0}
 * @param counter the release counter, from 1: a lower one is never installed over a higher one
 * @param privileges what it asks for
 * @param models the instrument models that it is released for, such as {@code NAVIOS_EX}; empty if it has nothing to do with
 *     instruments
 * @param modules how many modules it has
 * @param author what its author says about it
 */
public record Feature(
        String name,
        String version,
        long counter,
        Set<Privilege> privileges,
        Set<String> models,
        int modules,
        Author author) {
    /** Copies the sets. */
    public Feature {
        privileges = Set.copyOf(privileges);
        models = Set.copyOf(models);
    }
}
