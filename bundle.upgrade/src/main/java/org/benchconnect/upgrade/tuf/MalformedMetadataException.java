package org.benchconnect.upgrade.tuf;

/** Metadata is not what the specification's chapter 4 describes: no JSON, a wrong type, a field missing or without sense. */
public final class MalformedMetadataException extends UntrustedMetadataException {
    private final String problem;

    MalformedMetadataException(String role, String problem) {
        super(role, "The " + role + " metadata cannot be understood: " + problem + ".");
        this.problem = problem;
    }

    /** What is wrong, as a phrase. */
    public String problem() {
        return problem;
    }
}
