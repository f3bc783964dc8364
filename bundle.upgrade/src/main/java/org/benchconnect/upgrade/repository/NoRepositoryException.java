package org.benchconnect.upgrade.repository;

import org.benchconnect.core.feature.RefusedFor;

/** A folder or zip file has no repository in it, or several. */
public final class NoRepositoryException extends SourceRefusedException {
    private static final long serialVersionUID = 1L;

    private final String found;

    NoRepositoryException(String found) {
        super(
                RefusedFor.SOURCE,
                "This is no repository of releases: one has the folders metadata and targets at its top or in exactly one"
                        + " folder there; found: " + Printable.of(found) + ".");
        this.found = found;
    }

    /** What is there instead. */
    public String found() {
        return found;
    }
}
