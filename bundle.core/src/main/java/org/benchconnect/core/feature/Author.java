package org.benchconnect.core.feature;

/**
 * What the author of a feature writes about it: nobody has checked a word of it, and it is shown as the author's.
 *
 * @param title how the author calls the feature; empty if no document says so
 * @param description what it is for; may be empty
 * @param vendor whom the author names as its maker; may be empty, and proves nothing: {@link FeatureSigner} does
 */
public record Author(String title, String description, String vendor) {
    /** Said nothing. */
    public static final Author SILENT = new Author("", "", "");
}
