package org.benchconnect.upgrade.repository;

import org.benchconnect.core.feature.RefusedFor;

/** A zip file is not one that everybody reads the same way, or hides more than it shows. */
public final class ArchiveException extends SourceRefusedException {
    private static final long serialVersionUID = 1L;

    private final ZipFlaw flaw;
    private final String entry;

    ArchiveException(ZipFlaw flaw, String entry) {
        super(
                RefusedFor.ARCHIVE,
                "The zip file is refused: " + flaw.expected()
                        + (entry.isEmpty() ? "." : "; found at '" + Printable.of(entry) + "'."));
        this.flaw = flaw;
        this.entry = entry;
    }

    /** Which rule it breaks, with what was expected. */
    public ZipFlaw flaw() {
        return flaw;
    }

    /** Where; empty if it concerns the whole file; unchecked text. */
    public String entry() {
        return entry;
    }
}
