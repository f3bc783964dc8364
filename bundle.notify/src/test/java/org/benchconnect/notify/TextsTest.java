package org.benchconnect.notify;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.benchconnect.core.signal.Facts;
import org.benchconnect.core.text.Language;
import org.benchconnect.core.text.Texts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TextsTest {
    private static final Facts EVERY = Facts.none()
            .with(NoticeCode.Fact.OF, Signals.Code.LASER_POWER)
            .with(NoticeCode.Fact.COUNTED, 3)
            .with(NoticeCode.Fact.GIVEN_UP, 4)
            .with(NoticeCode.Fact.WAITING, 5)
            .with(NoticeCode.Fact.SETTING, NoticeCode.Setting.QUIET_HOURS);

    @ParameterizedTest
    @EnumSource
    void everythingThatIsSaidHasWords(Language language) throws IOException {
        Texts texts = Texts.read(
                language, Objects.requireNonNull(getClass().getClassLoader().getResourceAsStream(language.file())));

        for (NoticeCode code : NoticeCode.values()) {
            for (String part : List.of("title", "detail", "remedy")) {
                String said = texts.get("code." + code + "." + part, EVERY);
                assertFalse(said.contains("–") || said.startsWith("code."), said);
            }
        }
        for (NoticeCode.Setting setting : NoticeCode.Setting.values()) {
            assertTrue(texts.byKey().containsKey("token." + setting), setting.name());
        }
    }
}
