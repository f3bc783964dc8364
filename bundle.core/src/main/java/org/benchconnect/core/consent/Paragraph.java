package org.benchconnect.core.consent;

/**
 * A part of the text that is shown, and so of what a person's answer is bound to.
 *
 * @param part what it is
 * @param text one paragraph, without an end of line; everything that a person sees of it
 */
public record Paragraph(Part part, String text) {
    /** What a paragraph is. */
    public enum Part {
        /** What is asked, in one sentence. */
        QUESTION,
        /** What one privilege means, in core's own words. */
        PRIVILEGE,
        /** What to be careful of. */
        WARNING,
        /** What changes: modules, what stops, bytes. */
        CHANGE,
        /** Who signed it, for which instrument, what it is bound to. */
        FACT,
        /** The conditions that are accepted: IT requirements and terms of service. */
        TERMS,
        /** Who says what follows: the author, unchecked. */
        AUTHOR_MARK,
        /** The author's own words. */
        AUTHOR
    }

    /** Refuses an end of line, which would let one paragraph look like two. */
    public Paragraph {
        if (text.isBlank() || text.codePoints().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("a paragraph is one line of text");
        }
    }
}
