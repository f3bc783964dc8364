package org.benchconnect.consent.grant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.benchconnect.core.consent.Answer;
import org.benchconnect.core.consent.AnswerRefusedException;
import org.benchconnect.core.consent.AnswerRefusedException.Reason;

/** An answer that is refused lets nothing run. */
final class RefusedAnswers {
    private RefusedAnswers() {}

    static AnswerRefusedException assertRefused(Laboratory lab, Reason reason, String request, Answer answer) {
        AnswerRefusedException refused =
                assertThrows(AnswerRefusedException.class, () -> lab.consents.give(request, answer));
        assertEquals(reason, refused.reason(), String.valueOf(refused.getMessage()));
        assertTrue(lab.launcher.features().stream()
                        .noneMatch(one -> one.running() && !one.privileges().isEmpty())
                || reason == Reason.UNKNOWN_REQUEST);
        return refused;
    }
}
