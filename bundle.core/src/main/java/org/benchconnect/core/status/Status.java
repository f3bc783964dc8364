package org.benchconnect.core.status;

import org.benchconnect.core.signal.Fact;
import org.benchconnect.core.signal.Facts;

/**
 * What a bundle reports about itself. Its texts are {@code status.<SUBJECT>} in the bundle's language files, with the facts
 * as placeholders.
 *
 * @param subject what is reported, a constant of the bundle's own enum
 * @param facts its facts
 */
public record Status(Fact.Token subject, Facts facts) {
    /** What is reported, by an enum constant. */
    public Status(Enum<?> subject, Facts facts) {
        this(Fact.Token.of(subject), facts);
    }
}
