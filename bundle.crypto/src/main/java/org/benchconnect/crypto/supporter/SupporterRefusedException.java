package org.benchconnect.crypto.supporter;

/** A supporter is not admitted. The message has nothing of the certificate or the list but digests, dates and numbers. */
public final class SupporterRefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    /** The promise that does not hold. */
    public enum Rule {
        /** One to four certificates, or a list, in the form that they must have. */
        FORM,
        /** A path to an authority of the installation. */
        AUTHORITY,
        /** A certificate of a person for authentication, valid now. */
        CERTIFICATE,
        /** A list signed with the key of the installation. */
        LIST_SIGNATURE,
        /** A list of the last 24 hours. */
        LIST_AGE,
        /** An entry for exactly this certificate. */
        NOT_LISTED,
        /** A training that counts today. */
        TRAINING,
        /** Assigned to this region. */
        REGION
    }

    private final Rule rule;
    private final String expected;
    private final String found;

    SupporterRefusedException(Rule rule, String expected, String found) {
        super(rule + ": expected " + expected + ", found " + found);
        this.rule = rule;
        this.expected = expected;
        this.found = found;
    }

    SupporterRefusedException(Rule rule, String expected, String found, Throwable cause) {
        super(rule + ": expected " + expected + ", found " + found, cause);
        this.rule = rule;
        this.expected = expected;
        this.found = found;
    }

    /** Which promise. */
    public Rule rule() {
        return rule;
    }

    /** What should be. */
    public String expected() {
        return expected;
    }

    /** What is. */
    public String found() {
        return found;
    }
}
