package org.benchconnect.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.benchconnect.core.feature.Author;
import org.benchconnect.core.feature.Feature;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.By;

/** What the page says of installed functions, in a real browser. */
class PageFeaturesTest {
    @RegisterExtension
    final InABrowser page = new InABrowser();

    final FakeFeatures features = new FakeFeatures();

    @BeforeEach
    void start() {
        page.agent().features = features;
    }

    @Test
    void theyAreSaidInPlainWords() throws IOException, InterruptedException {
        features.installed = List.of(FakeFeatures.BASE, FakeFeatures.SUPPORT);

        page.open();

        page.browser().await("consents are known", () -> page.browser().text().contains("Add a function"));
        String section = page.browser()
                .await(".features li + li")
                .findElement(By.xpath("../.."))
                .getText();
        assertEquals(
                """
                Functions on this PC
                BenchConnect itself
                org.benchconnect.base
                Version 0.1.0, release 3, 24 modules.
                Remote support
                org.benchconnect.remote-support
                Version 1.2.0, release 7, 4 modules.
                Released for these instruments: Navios, Navios EX.
                If allowed, within a remote session:
                Somebody elsewhere can see everything on the screen of this PC, patient data included.
                Somebody elsewhere can move the pointer and type on this PC, and so operate the instrument’s software.
                One function is installed besides BenchConnect itself. This PC takes software of Example Instruments Ltd alone.
                Add a function, or freeze changes""",
                section);
        assertEquals(List.of(), page.browser().complaints());
    }

    @Test
    void theySpeakTheLanguageOfThePage() throws IOException, InterruptedException {
        page.open();
        page.browser().await(".features li");

        page.browser().click("nav button[lang=es]");

        page.browser().await("Spanish", () -> page.browser().text().contains("El propio BenchConnect"));
        assertTrue(page.browser().text().contains("Funciones en este PC"));
    }

    @Test
    void aNameThatLooksLikeMarkupIsText() throws IOException, InterruptedException {
        String markup = "<img src=/icon.svg onload=\"document.title='taken'\"><b>x</b>";
        features.installed = List.of(
                new Feature(markup, "1\u202E", 1, Set.of(), Set.of(markup), 1, new Author(markup, markup, markup)));

        page.open();

        assertTrue(page.browser().await(".features li").getText().contains(markup));
        assertEquals(0, page.browser().all(".features img, .features b").size());
        assertFalse(page.browser().driver().getTitle().contains("taken"));
    }

    @Test
    void thePageLearnsByItselfThatTheUpgradeUtilityHasCome() throws IOException, InterruptedException {
        page.agent().features = null;
        page.open();
        page.browser().await("it is not known", () -> page.browser()
                .text()
                .contains("Which functions run here cannot be shown now."));

        page.agent().features = features;

        page.browser().await(".features li");
    }
}
