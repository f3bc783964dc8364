package org.benchconnect.consent.grant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.util.List;
import java.util.Set;
import org.benchconnect.consent.wording.AuthorsWords;
import org.benchconnect.core.consent.Paragraph;
import org.benchconnect.core.consent.Paragraph.Part;
import org.benchconnect.core.feature.Privilege;
import org.benchconnect.core.text.Language;
import org.benchconnect.core.text.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RulesTest {
    private static final InstrumentRule NAVIOS_EX = new InstrumentRule(List.of("Navios EX"), false);
    private static final InstrumentRule UNKNOWN = new InstrumentRule(List.of(), true);
    private static final Set<Privilege> FILES = Set.of(Privilege.TRANSFER_FILES);

    @Test
    void fileTransferRunsOnlyWhereEveryInstrumentIsKnownAndNamed() {
        InstrumentRule two = new InstrumentRule(List.of("DxFLEX", "Navios EX"), false);

        assertTrue(NAVIOS_EX.releases(FILES, Set.of("NAVIOS_EX")));
        assertTrue(two.releases(FILES, Set.of("NAVIOS_EX", "DXFLEX")));
        assertFalse(two.releases(FILES, Set.of("NAVIOS_EX")));
        assertFalse(NAVIOS_EX.releases(FILES, Set.of()));
        assertFalse(UNKNOWN.releases(FILES, Set.of("NAVIOS_EX")));
        assertFalse(new InstrumentRule(List.of("Navios EX"), true).releases(FILES, Set.of("NAVIOS_EX")));
    }

    @Test
    void whatHasNothingToDoWithInstrumentsRunsEverywhere() {
        assertTrue(UNKNOWN.releases(Set.of(Privilege.VIEW_SCREEN), Set.of()));
        assertFalse(UNKNOWN.releases(Set.of(Privilege.VIEW_SCREEN), Set.of("NAVIOS_EX")));
    }

    @Test
    void theModelIsWrittenAsTheDocumentWritesIt() {
        assertEquals("NAVIOS_EX", NAVIOS_EX.model(Set.of("DXFLEX", "NAVIOS_EX")).orElseThrow());
        assertEquals("NAVIOS_EX", NAVIOS_EX.model(Set.of()).orElseThrow());
        assertTrue(UNKNOWN.model(Set.of()).isEmpty());
    }

    @Test
    void anAuthorCannotWriteWhatLooksLikeAnotherLineOrDirection() {
        assertEquals("a b", AuthorsWords.inLine("a\u202E\u200B\u0007b"));
        assertEquals(
                List.of("one", "two"), AuthorsWords.lines("one\n\u2029two\n \n").toList());
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void remoteSupportNamesItsItRequirementsAndTerms(Language language) {
        Wanted support = new Wanted(
                Wording.REMOTE_SUPPORT,
                "0.1.0",
                "0".repeat(64),
                Set.of(Privilege.VIEW_SCREEN, Privilege.CONTROL_INPUT),
                Set.of(),
                List.of("1".repeat(64)),
                org.benchconnect.core.feature.Author.SILENT,
                java.util.Map.of(),
                java.util.Optional.empty());

        List<Paragraph> text = Wording.in(language).text(support, NAVIOS_EX);

        String terms = text.stream()
                .filter(one -> one.part() == Part.TERMS)
                .map(Paragraph::text)
                .reduce("", (one, two) -> one + "\n" + two);
        assertTrue(terms.contains("443") && terms.contains("TeamViewer") && terms.contains("*.teamviewer.com"), terms);
        assertEquals(
                2, text.stream().filter(one -> one.part() == Part.PRIVILEGE).count());
        assertEquals(Part.QUESTION, text.get(0).part());
        assertTrue(text.stream()
                .noneMatch(one -> one.text().contains("{") || one.text().contains("consent.")));
    }

    @Test
    void theAuthorsWordsStandLastAndAreMarked() {
        List<Paragraph> text = Wording.in(Language.EN).text(Wanted.of(Plans.transfer("2.0.0")), NAVIOS_EX);

        int mark = text.stream().map(Paragraph::part).toList().indexOf(Part.AUTHOR_MARK);
        assertTrue(mark > 0);
        assertTrue(text.subList(mark + 1, text.size()).stream().allMatch(one -> one.part() == Part.AUTHOR));
        assertTrue(text.subList(0, mark).stream().noneMatch(one -> one.text().contains("reviewed by us")));
        assertTrue(text.stream().anyMatch(one -> one.part() == Part.WARNING));
    }

    @Test
    void everyLanguageHasTheSameTexts() throws Exception {
        Set<String> english = keys(Language.EN);

        for (Language language : Language.values()) {
            assertEquals(english, keys(language), language.name());
        }
        assertTrue(english.size() > 40);
    }

    private static Set<String> keys(Language language) throws Exception {
        try (InputStream in = RulesTest.class.getClassLoader().getResourceAsStream(language.file())) {
            return Texts.read(language, in).byKey().keySet();
        }
    }
}
