package org.benchconnect.core.consent;

import java.time.Duration;
import java.time.Instant;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The moments in which a person here is asked. While one is open, remote input is frozen and the remote picture blank; every answer that raises rights
 * names the open question and uses it up (R-66: the supporter cannot answer for the laboratory). Safe for any thread.
 */
@ProviderType
public interface Questions {
    /** An answer within the first second is no answer: barcode scanners send Enter. */
    Duration INERT = Duration.ofSeconds(1);
    /** So long a question stays open; then it is closed without an answer. */
    Duration LONGEST = Duration.ofMinutes(5);

    /**
     * Opens one.
     *
     * @throws AnswerRefusedException {@link AnswerRefusedException.Reason#REMOTE_INPUT} if somebody is connected whose input the agent cannot freeze,
     *     {@link AnswerRefusedException.Reason#TOO_MANY_QUESTIONS} if 8 are open
     */
    Question open() throws AnswerRefusedException;

    /** Closes one without an answer; one that is not open is left alone. */
    void close(String question);

    /**
     * Uses an open question up: called by whoever carries the answer out, before anything is raised. The remote desktop stays frozen until the
     * returned use is closed.
     *
     * @throws AnswerRefusedException if it is not open, or younger than {@link #INERT}, or somebody connected meanwhile whose input cannot be frozen
     */
    Use use(String question) throws AnswerRefusedException;

    /**
     * An open question.
     *
     * @param id 32 hexadecimal digits, random
     * @param answerable from when on an answer counts
     * @param closes when it closes by itself
     */
    record Question(String id, Instant answerable, Instant closes) {}

    /** An answer is being carried out. */
    interface Use extends AutoCloseable {
        @Override
        void close();
    }
}
