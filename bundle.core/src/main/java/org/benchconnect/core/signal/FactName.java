package org.benchconnect.core.signal;

/**
 * The name of a fact. Implemented only by enums: a name is written by the adapter's author, never read from a file. Names
 * that carry a unit end in it, as in {@code MEASURED_MILLIWATT}.
 */
public interface FactName {
    /** The constant's name, {@code [A-Z][A-Z0-9_]{0,39}}. */
    String name();
}
