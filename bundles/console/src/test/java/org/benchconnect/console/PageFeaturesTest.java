package org.benchconnect.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.benchconnect.core.feature.Author;
import org.benchconnect.core.feature.Feature;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;

/** What the page says of installed functions, in a real browser. */
class PageFeaturesTest {
    private static Browser browser;

    @TempDir
    Path home;

    final FakeFeatures features = new FakeFeatures();
    ConsoleOnTheBench console;

    @BeforeAll
    static void startBrowser() {
        browser = Browser.start("en");
    }

    @AfterAll
    static void stopBrowser() {
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void start() throws IOException {
        browser.driver.executeCdpCommand("Network.clearBrowserCookies", Map.of());
        browser.width(1366, 900);
        browser.complaints();
        console = new ConsoleOnTheBench(home, Clock.systemUTC());
        console.agent.features = features;
    }

    @AfterEach
    void stop() throws IOException {
        browser.driver.get("about:blank");
        console.close();
    }

    @Test
    void theyAreSaidInPlainWords() throws IOException, InterruptedException {
        features.installed = List.of(FakeFeatures.BASE, FakeFeatures.SUPPORT);

        browser.open(console);

        browser.await("consents are known", () -> browser.text().contains("Add a function"));
        String section = browser.await(".features li + li")
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
        assertEquals(List.of(), browser.complaints());
    }

    @Test
    void theySpeakTheLanguageOfThePage() throws IOException, InterruptedException {
        browser.open(console);
        browser.await(".features li");

        browser.driver.findElement(By.cssSelector("nav button[lang=es]")).click();

        browser.await("Spanish", () -> browser.text().contains("El propio BenchConnect"));
        assertTrue(browser.text().contains("Funciones en este PC"));
    }

    @Test
    void aNameThatLooksLikeMarkupIsText() throws IOException, InterruptedException {
        String markup = "<img src=/icon.svg onload=\"document.title='taken'\"><b>x</b>";
        features.installed = List.of(
                new Feature(markup, "1\u202E", 1, Set.of(), Set.of(markup), 1, new Author(markup, markup, markup)));

        browser.open(console);

        assertTrue(browser.await(".features li").getText().contains(markup));
        assertEquals(0, browser.all(".features img, .features b").size());
        assertFalse(browser.driver.getTitle().contains("taken"));
    }

    @Test
    void thePageLearnsByItselfThatTheUpgradeUtilityHasCome() throws IOException, InterruptedException {
        console.agent.features = null;
        browser.open(console);
        browser.await(
                "it is not known", () -> browser.text().contains("Which functions run here cannot be shown now."));

        console.agent.features = features;

        browser.await(".features li");
    }
}
