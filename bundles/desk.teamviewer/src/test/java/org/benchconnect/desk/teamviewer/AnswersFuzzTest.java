package org.benchconnect.desk.teamviewer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** Whatever answers: the promised exception, or values of the promised form. */
class AnswersFuzzTest {
    @FuzzTest(maxDuration = "1s")
    void anyAnswerIsReadOrRefused(byte[] bytes) {
        try {
            Answers.connections(bytes)
                    .items()
                    .forEach(one -> assertTrue(one.id().matches("[0-9a-z._-]{0,80}")));
        } catch (WebApiException refused) {
            assertEquals(WebApiException.Reason.MALFORMED, refused.reason());
        }
        try {
            Answers.session(bytes).forCustomer().ifPresent(link -> assertEquals("https", link.getScheme()));
        } catch (WebApiException refused) {
            assertEquals(WebApiException.Reason.MALFORMED, refused.reason());
        }
        try {
            Answers.events(bytes);
        } catch (WebApiException refused) {
            assertEquals(WebApiException.Reason.MALFORMED, refused.reason());
        }
    }
}
