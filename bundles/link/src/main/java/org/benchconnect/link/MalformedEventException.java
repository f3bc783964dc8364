package org.benchconnect.link;

/** Bytes that are no event of ours. The message says which rule they break, and nothing that was in them. */
public final class MalformedEventException extends Exception {
    private static final long serialVersionUID = 1L;

    /** @param rule which they break */
    public MalformedEventException(String rule) {
        super(rule);
    }
}
