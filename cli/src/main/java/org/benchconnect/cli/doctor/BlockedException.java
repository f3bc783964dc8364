package org.benchconnect.cli.doctor;

import java.util.Map;

/** Nothing gets past this hop. */
public final class BlockedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Finding finding;

    BlockedException(Cause cause, Map<String, String> local) {
        super(cause.name());
        this.finding = Finding.failed(cause, local);
    }

    /** What was found. */
    public Finding finding() {
        return finding;
    }
}
