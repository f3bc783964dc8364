package org.benchconnect.upgrade.repository;

import org.benchconnect.core.feature.RefusedFor;

/** A server took longer than anybody waits: no answer, silence in the middle, or a trickle. */
public final class SlowSourceException extends SourceRefusedException {
    private static final long serialVersionUID = 1L;

    private final String expected;
    private final String found;

    SlowSourceException(String expected, String found) {
        super(RefusedFor.TOO_SLOW, "The source is too slow: at least " + expected + ", but there was " + found + ".");
        this.expected = expected;
        this.found = found;
    }

    /** The least that is waited for. */
    public String expected() {
        return expected;
    }

    /** What came. */
    public String found() {
        return found;
    }
}
