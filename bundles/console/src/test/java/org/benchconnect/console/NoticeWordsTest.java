package org.benchconnect.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Instant;
import org.benchconnect.console.BenchCode.BenchFact;
import org.benchconnect.console.BenchCode.Laser;
import org.benchconnect.core.notification.Notification;
import org.benchconnect.core.signal.Condition;
import org.benchconnect.core.signal.ConfiguredCode;
import org.benchconnect.core.signal.Facts;
import org.benchconnect.core.signal.Kind;
import org.benchconnect.core.signal.Severity;
import org.benchconnect.core.text.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a notice says whose code the laboratory's settings made up. */
class NoticeWordsTest {
    @Test
    void aCodeOfTheSettingsNamesItsRuleAndListsItsFacts() throws IOException {
        NoticeWords words = say(Facts.none().with(BenchFact.LASER, Laser.BLUE).with(BenchFact.WINDOW_SECONDS, 1600));

        assertEquals("Rule QUEUE_STUCK of the settings", words.title());
        assertTrue(words.detail().endsWith("What is known of it: laser: blue; window seconds: 1,600."), words.detail());
    }

    @Test
    void aFactThatHasANameInWordsIsCalledByIt() throws IOException {
        NoticeWords words = say(Facts.none().with(BenchFact.WITHIN_MINUTES, 10));

        assertTrue(words.detail().endsWith("What is known of it: within so many minutes: 10."), words.detail());
    }

    @Test
    void withoutFactsNothingIsSaidOfThem() throws IOException {
        NoticeWords words = say(Facts.none());

        assertTrue(words.detail().endsWith("was found."), words.detail());
    }

    @ParameterizedTest
    @EnumSource
    void noKeyAndNoPlaceholderIsEverShown(Language language) throws IOException {
        NoticeWords words = NoticeWords.of(
                notice(Facts.none().with(BenchFact.WINDOW_SECONDS, 5)),
                ConsoleOnTheBench.wording().in(language));

        String all = words.title() + words.detail() + words.remedy();
        assertFalse(all.contains("{") || all.contains("code.") || all.contains("–"), all);
    }

    private static NoticeWords say(Facts facts) throws IOException {
        return NoticeWords.of(notice(facts), ConsoleOnTheBench.wording().in(Language.EN));
    }

    private static Notification notice(Facts facts) {
        ConfiguredCode code = ConfiguredCode.of("QUEUE_STUCK", Kind.SOFTWARE);
        return new Notification(
                1,
                "cellmek",
                Condition.of(code, facts),
                Kind.SOFTWARE,
                Severity.WARNING,
                facts,
                Notification.State.OPEN,
                1,
                Instant.EPOCH,
                Instant.EPOCH,
                null,
                null);
    }
}
