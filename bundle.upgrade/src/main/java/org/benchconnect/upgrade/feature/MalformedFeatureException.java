package org.benchconnect.upgrade.feature;

/** Bytes are no feature document, or one that breaks a rule of its form. */
public final class MalformedFeatureException extends Exception {
    private static final long serialVersionUID = 1;

    /** Where in the document, such as {@code bundles[3].sha256}. */
    public final String place;
    /** What the form asks for there. */
    public final String expected;

    /** At a place, something else than expected. Nothing of the document's own text is repeated. */
    public MalformedFeatureException(String place, String expected) {
        super("the feature document is refused at " + place + ": " + expected);
        this.place = place;
        this.expected = expected;
    }
}
