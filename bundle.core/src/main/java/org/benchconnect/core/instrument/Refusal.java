package org.benchconnect.core.instrument;

/** A reason for which a file is not read, or only in part. Implemented only by enums of readers and adapters. */
public interface Refusal {
    /** The constant's name, {@code [A-Z][A-Z0-9_]{0,39}}. */
    String name();
}
