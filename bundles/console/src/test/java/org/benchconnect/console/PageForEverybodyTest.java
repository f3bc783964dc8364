package org.benchconnect.console;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.benchconnect.console.BenchCode.Laser;
import org.benchconnect.core.signal.Severity;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;

/** The page at every width, in every language, without barriers. */
class PageForEverybodyTest {
    private static Browser browser;

    @TempDir
    Path home;

    final SteppingClock clock = new SteppingClock(Instant.now());
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
        console = new ConsoleOnTheBench(home, clock);
    }

    @AfterEach
    void stop() throws IOException {
        browser.driver.get("about:blank");
        console.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 768, 1366, 1920})
    void nothingIsCutOffOrWiderThanTheWindow(int width) throws IOException, InterruptedException {
        for (BenchCode code : BenchCode.values()) {
            console.agent.raise(code, Severity.values()[code.ordinal() % 3], Laser.BLUE);
        }
        console.agent.acknowledge(1);
        console.agent.clear(2);
        console.agent.features = FakeFeatures.withLongNames();
        browser.width(width, 800);
        browser.open(console);

        for (String language : List.of("en", "it", "es")) {
            browser.driver
                    .findElement(By.cssSelector("nav button[lang=" + language + "]"))
                    .click();
            browser.await("translated", () -> browser.script("return document.documentElement.lang")
                    .equals(language));

            assertEquals(
                    "true",
                    browser.script(
                            "return document.documentElement.scrollWidth <= document.documentElement.clientWidth"),
                    language);
            assertEquals(
                    "[]",
                    browser.script("return JSON.stringify([...document.querySelectorAll('main *')]"
                            + ".filter(e => e.getBoundingClientRect().right > document.documentElement.clientWidth + 1)"
                            + ".map(e => e.className))"),
                    language);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"calm", "busy", "alarm", "locked", "lost"})
    void theBarrierCheckFindsNothing(String situation) throws IOException, InterruptedException {
        if (situation.equals("busy")) {
            for (BenchCode code : BenchCode.values()) {
                console.agent.raise(code, Severity.values()[code.ordinal() % 3], Laser.BLUE);
                console.agent.raise(code, Severity.values()[code.ordinal() % 3], Laser.RED);
            }
            console.agent.acknowledge(1);
            console.agent.clear(2);
            console.agent.features = FakeFeatures.withLongNames();
        } else if (situation.equals("alarm")) {
            console.agent.notificationsRun = false;
            console.agent.storeRuns = false;
            console.agent.watched = null;
            console.agent.linkStatus = null;
            console.agent.features = null;
            clock.step(Describer.START);
        }
        if (situation.equals("locked")) {
            browser.driver.get(console.url);
            browser.await(".locked");
        } else {
            browser.open(console);
        }
        if (situation.equals("lost")) {
            console.close();
            browser.await(".banner.lost");
        }

        assertEquals(List.of(), browser.barriers());
        assertEquals(1, browser.all("main h1").size());
        assertEquals(1, browser.all("main").size());
    }
}
