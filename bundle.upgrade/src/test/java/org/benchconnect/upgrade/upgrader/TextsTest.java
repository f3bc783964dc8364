package org.benchconnect.upgrade.upgrader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.benchconnect.core.feature.RefusedFor;
import org.benchconnect.core.signal.Signal;
import org.benchconnect.core.status.Status;
import org.benchconnect.core.text.Language;
import org.benchconnect.core.text.Texts;
import org.benchconnect.core.upgrade.Approval.When;
import org.benchconnect.core.upgrade.Hindrance;
import org.benchconnect.core.upgrade.UpgradeState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TextsTest {
    @TempDir
    Path home;

    private static Texts texts(Language language) throws Exception {
        InputStream file = TextsTest.class.getResourceAsStream("/" + language.file());
        return Texts.read(language, Objects.requireNonNull(file, "a language has its file"));
    }

    private static boolean isFilled(String said) {
        return !said.contains("\u2013") && !said.contains("{");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyLanguageHasTheSameKeys(Language language) throws Exception {
        assertEquals(
                texts(Language.EN).byKey().keySet(), texts(language).byKey().keySet());
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyTokenHasItsWords(Language language) throws Exception {
        Texts texts = texts(language);
        List<Enum<?>> tokens = Stream.<Enum<?>[]>of(
                        WaitsFor.values(), LookFailure.values(), Ended.values(), NoticeRules.WentBack.values())
                .flatMap(Stream::of)
                .toList();

        for (Enum<?> token : tokens) {
            assertTrue(texts.byKey().containsKey("token." + token), token.name());
        }
    }

    @ParameterizedTest
    @EnumSource(UpgradeSubject.class)
    void everySubjectHasItsWords(UpgradeSubject subject) throws Exception {
        assertTrue(texts(Language.EN).byKey().containsKey("status." + subject));
    }

    @Test
    void everyReasonHasATokenForPeople() {
        for (WentBackFor reason : WentBackFor.values()) {
            assertFalse(
                    NoticeRules.WentBack.of(Optional.of(reason.name())) == NoticeRules.WentBack.BACK_OTHER,
                    reason.name());
        }
        for (Hindrance.Reason reason : Hindrance.Reason.values()) {
            assertTrue(WaitsFor.of(List.of(Hindrance.of(reason))).name().endsWith(reason.name()));
        }
        for (RefusedFor reason : RefusedFor.values()) {
            assertTrue(LookFailure.of(reason).name().startsWith("LOOK_"));
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void noticesAndStatusFillEveryPlaceholder(Language language) throws Exception {
        Texts texts = texts(language);
        Given pc = new Given(home);
        pc.around.hindrances = List.of(Hindrance.of(Hindrance.Reason.UNKNOWN));
        pc.course.failed(RefusedFor.SOURCE);
        check(texts, pc.course.state(), 0);
        pc.course.found(Optional.of(Given.plan(Given.PLAN)), Optional.empty(), Optional.of("0.3.0"), false);
        check(texts, pc.course.state(), 2);
        pc.course.approve(Given.PLAN, Given.approval(When.AS_SOON_AS_IDLE));
        check(texts, pc.course.state(), 2);
    }

    private static void check(Texts texts, UpgradeState state, int notices) {
        List<Signal> signals =
                NoticeRules.of(state, Optional.empty(), Given.NOON).signals();
        assertEquals(notices, signals.size());
        for (Signal signal : signals) {
            for (String part : List.of("title", "detail", "remedy")) {
                String said = texts.get("code." + signal.code().name() + "." + part, signal.facts());
                assertTrue(isFilled(said), said);
            }
        }
        Status status = UpgradeSubject.of(state, true);
        String said = texts.get("status." + status.subject(), status.facts());
        assertTrue(isFilled(said), said);
    }
}
