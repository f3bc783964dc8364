package org.benchconnect.bench.swap.api;

/** What the dependents use. */
@FunctionalInterface
public interface Greeting {
    /** The version of the bundle that provides it. */
    String version();
}
