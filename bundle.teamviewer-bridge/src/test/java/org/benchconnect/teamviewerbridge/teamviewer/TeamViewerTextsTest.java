package org.benchconnect.teamviewerbridge.teamviewer;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Objects;
import java.util.stream.Stream;
import org.benchconnect.core.status.Status;
import org.benchconnect.core.text.Language;
import org.benchconnect.core.text.Texts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TeamViewerTextsTest {
    @ParameterizedTest
    @EnumSource
    void everyLanguageSaysWhatIsFoundOfEachRuleAndEachNotice(Language language) throws IOException {
        Texts texts = Texts.read(
                language, Objects.requireNonNull(getClass().getClassLoader().getResourceAsStream(language.file())));
        Status status = SettingsStatus.of(Readiness.UNREAD, Look.BLIND, LogTimes.UNKNOWN);

        String said = texts.get("status." + status.subject(), status.facts());

        assertFalse(said.contains("–") || said.contains("{") || said.contains("NOT_STATED"), said);
        assertTrue(said.split(texts.get("token.NOT_STATED"), -1).length - 1 == ProofRule.values().length, said);
        assertTrue(texts.byKey().containsKey("status.TEAMVIEWER_PROVEN"));
        Stream.of(TeamViewerCode.values())
                .flatMap(code -> Stream.of("title", "detail", "remedy").map(part -> "code." + code + "." + part))
                .forEach(key -> assertTrue(texts.byKey().containsKey(key), key));
        Stream.of(Finding.values(), Presence.values(), ServiceState.values(), LogTimes.values())
                .flatMap(Stream::of)
                .forEach(token -> assertTrue(texts.byKey().containsKey("token." + token), () -> "token." + token));
    }
}
