package org.benchconnect.tests.powerloss;

import java.time.Instant;
import org.benchconnect.core.consent.Questions;

/** Questions that are open whenever somebody answers: this is about what the disk keeps of the answers. */
final class AlwaysAsked implements Questions {
    static final String QUESTION = "0123456789abcdef0123456789abcdef";

    @Override
    public Question open() {
        return new Question(QUESTION, Instant.EPOCH, Instant.MAX);
    }

    @Override
    public void close(String question) {
        // stays open
    }

    @Override
    public Use use(String question) {
        return () -> {};
    }
}
