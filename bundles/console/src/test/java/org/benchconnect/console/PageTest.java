package org.benchconnect.console;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.benchconnect.console.BenchCode.Laser;
import org.benchconnect.core.instrument.Activity;
import org.benchconnect.core.notification.Notification;
import org.benchconnect.core.signal.Facts;
import org.benchconnect.core.signal.Severity;
import org.benchconnect.core.status.Status;
import org.benchconnect.core.store.StoreHealth;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** The page in a real browser, against the real server and an agent of fakes. */
class PageTest {
    private static Browser browser;

    @TempDir
    Path home;

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
    }

    @AfterEach
    void stop() throws IOException {
        browser.driver.get("about:blank");
        console.close();
    }

    @Test
    void aCodeSignsInAndLeavesTheAddress() throws IOException, InterruptedException {
        browser.open(console);

        assertEquals(console.url + "/", browser.driver.getCurrentUrl());
        assertTrue(browser.text().contains("Navios EX"));
        assertTrue(browser.text().contains("Serial number AW12345"));
        assertTrue(browser.text().contains("Acquiring"));
        assertTrue(browser.text().contains("Nothing to report"));
        assertTrue(browser.text().contains("Not connected."));
        assertEquals("", browser.script("return document.cookie"));
        assertEquals(List.of(), browser.complaints());
    }

    @Test
    void linkAndDatabaseAreSaidOnceWithTheirReports() throws IOException, InterruptedException {
        console.agent.sources = List.of(
                () -> new Status(Subject.LINK_OFF, Facts.none()),
                () -> new Status(Subject.STORE, Facts.none()),
                () -> new Status(Subject.UPGRADE, Facts.none()));

        browser.open(console);

        String about = browser.driver.findElement(By.cssSelector(".about")).getText();
        assertTrue(about.contains("Offline by choice"), about);
        assertTrue(about.contains("Everything is stored safely. Size"), about);
        assertTrue(about.contains("Generation 7, 24 modules"), about);
        assertEquals(1, browser.all(".about details li").size());
    }

    @Test
    void aReloadedPageIsStillSignedIn() throws IOException, InterruptedException {
        browser.open(console);

        browser.driver.navigate().refresh();

        browser.await(".content");
    }

    @Test
    void aUsedCodeOpensNothing() throws IOException, InterruptedException {
        String code = console.code();
        console.signIn(code);

        browser.driver.get(console.url + "/#code=" + code);

        browser.await(".locked");
        assertTrue(browser.text().contains("works only once"));
        assertFalse(browser.text().contains("Navios"));
    }

    @Test
    void aPageWithoutCodeSaysHowToOpenIt() {
        browser.driver.get(console.url);

        browser.await(".locked");
        assertTrue(browser.text().contains("benchconnect page"));
    }

    @Test
    void aFaultAppearsByItselfAndIsReadAloudAtOnce() throws IOException, InterruptedException {
        browser.open(console);

        console.agent.raise(BenchCode.LASER_BELOW_TARGET, Severity.FAULT, Laser.BLUE);

        WebElement card = browser.await("article.card.fault");
        assertAll(
                () -> assertEquals("The blue laser is too weak", card.getAccessibleName()),
                () -> assertTrue(card.getText().contains("Fault")),
                () -> assertTrue(card.getText().contains("17.42 mW")),
                () -> assertTrue(card.getText().contains("Let the instrument warm up")),
                () -> assertTrue(card.getText().contains("Seen once")),
                () -> assertEquals(
                        "New, Fault: The blue laser is too weak",
                        browser.driver.findElement(By.id("urgent")).getDomProperty("textContent")),
                () -> assertEquals("1 notice – BenchConnect", browser.driver.getTitle()));
    }

    @Test
    void aWarningIsReadAloudWithoutInterrupting() throws IOException, InterruptedException {
        browser.open(console);

        console.agent.raise(BenchCode.DETECTOR_DRIFT, Severity.WARNING, Laser.RED);

        browser.await("article.card.warning");
        assertEquals("", browser.driver.findElement(By.id("urgent")).getDomProperty("textContent"));
        assertTrue(browser.script("return document.getElementById('polite').textContent")
                .contains("detector drifts"));
    }

    @Test
    void theMostSevereNoticeStandsFirst() throws IOException, InterruptedException {
        console.agent.raise(BenchCode.BUILD_CHANGED, Severity.INFO, Laser.BLUE);
        console.agent.raise(BenchCode.LASER_BELOW_TARGET, Severity.FAULT, Laser.BLUE);
        console.agent.raise(BenchCode.DETECTOR_DRIFT, Severity.WARNING, Laser.BLUE);

        browser.open(console);

        assertEquals(
                List.of("Fault", "Warning", "Note"),
                browser.all(".card .severity").stream().map(WebElement::getText).toList());
    }

    @Test
    void acknowledgingNeedsNothingButTheKeyboard() throws IOException, InterruptedException {
        console.agent.raise(BenchCode.LASER_BELOW_TARGET, Severity.FAULT, Laser.BLUE);
        console.agent.raise(BenchCode.DETECTOR_DRIFT, Severity.WARNING, Laser.RED);
        browser.open(console);

        tabTo("acknowledge-1");
        assertEquals(
                "Acknowledge The blue laser is too weak",
                browser.driver.switchTo().activeElement().getAccessibleName());
        assertTrue(browser.script("return getComputedStyle(document.activeElement).outlineStyle")
                .equals("solid"));
        press(Keys.SPACE);

        browser.await(".card.quiet.fault");
        assertEquals(
                Notification.State.ACKNOWLEDGED, console.agent.active().get(0).state());
        browser.await("focus goes to the next notice", () -> browser.driver
                .switchTo()
                .activeElement()
                .getDomAttribute("id")
                .equals("acknowledge-2"));
        press(Keys.ENTER);
        browser.await("nothing is open", () -> browser.text().contains("Nothing new"));
        assertEquals("open", browser.script("return document.activeElement.id"));
    }

    @Test
    void aClearedNoticeMovesToTheHistory() throws IOException, InterruptedException {
        console.agent.raise(BenchCode.RUN_TRUNCATED, Severity.WARNING, Laser.RED);
        browser.open(console);

        console.agent.clear(1);

        browser.await("nothing is open", () -> browser.text().contains("Nothing to report"));
        assertTrue(browser.driver.findElement(By.cssSelector(".past")).getText().contains("The last run ended early"));
    }

    @ParameterizedTest
    @CsvSource({
        "it, Italiano, Il laser blu è troppo debole, Presa visione, In acquisizione",
        "es, Español, El láser azul es demasiado débil, Enterado, Adquiriendo"
    })
    void theLanguageChangesAndIsRemembered(String tag, String name, String title, String acknowledge, String activity)
            throws IOException, InterruptedException {
        console.agent.raise(BenchCode.LASER_BELOW_TARGET, Severity.FAULT, Laser.BLUE);
        browser.open(console);

        browser.driver
                .findElement(By.cssSelector("nav button[lang=" + tag + "]"))
                .click();

        browser.await("the notice is translated", () -> browser.text().contains(title));
        assertTrue(browser.text().contains(acknowledge) && browser.text().contains(activity), browser.text());
        assertEquals(tag, browser.script("return document.documentElement.lang"));
        assertEquals(
                name,
                browser.driver
                        .findElement(By.cssSelector("nav button[aria-pressed=true]"))
                        .getText());
        browser.driver.navigate().refresh();
        browser.await(".card");
        assertTrue(browser.text().contains(title));
    }

    @Test
    void theLanguageClickedLastIsShownEvenIfTheTextsOfAnEarlierClickComeLater()
            throws IOException, InterruptedException {
        browser.open(console);
        browser.driver.executeScript(
                """
                const real = window.fetch;
                const gate = new Promise((open) => (window.release = open));
                const taken = (texts) => (setTimeout(() => (window.came = true)), texts);
                const late = (url) => gate.then(() => real(url)).then((a) => ({ json: () => a.json().then(taken) }));
                window.fetch = (url, options) => (String(url).endsWith("/es.json") ? late(url) : real(url, options));
                """);

        browser.driver.findElement(By.cssSelector("nav button[lang=es]")).click();
        browser.driver.findElement(By.cssSelector("nav button[lang=it]")).click();
        browser.await("Italian", () -> browser.script("return document.documentElement.lang")
                .equals("it"));
        browser.driver.executeScript("window.release()");
        browser.await("the late texts have come", () -> browser.script("return window.came")
                .equals("true"));

        assertEquals("it", browser.script("return document.documentElement.lang"));
    }

    @Test
    void aFullDiskIsSaidOnTop() throws IOException, InterruptedException {
        console.agent.raise(BenchCode.RUN_TRUNCATED, Severity.WARNING, Laser.RED);
        browser.open(console);

        console.agent.health = StoreHealth.DISK_FULL;

        assertTrue(browser.await(".banner").getText().contains("The disk of this PC is full"));
        browser.await(
                "the state after the change has come",
                () -> browser.all(".card").size() == 1);
        browser.driver.findElement(By.id("acknowledge-1")).click();
        assertTrue(browser.await(".failed").getText().contains("could not be stored"));
    }

    @Test
    void allIsWellIsSaidOnlyWhenItIsKnown() throws IOException, InterruptedException {
        console.agent.health = StoreHealth.DISK_FULL;
        browser.open(console);
        assertTrue(browser.text().contains("No notices"));
        assertFalse(browser.text().contains("All is well"));

        console.agent.health = StoreHealth.OK;

        browser.await("all is well again", () -> browser.text().contains("All is well"));
    }

    @Test
    void aPageThatLosesTheAgentSaysSoAndFindsItAgain() throws IOException, InterruptedException {
        browser.open(console);

        console.agent.watched = List.of(console.agent.navios(Activity.IDLE, true));
        browser.await("the stream runs", () -> browser.text().contains("Idle"));
        int port = URI.create(console.url).getPort();
        console.close();
        assertTrue(browser.await(".banner.lost").getText().contains("connection to the agent is lost"));

        console = new ConsoleOnTheBench(home, Clock.systemUTC(), console.agent, port);
        // The new agent does not know the old session: the page says how to open it again.
        browser.await(".locked");
        browser.open(console);
        assertEquals(0, browser.all(".banner").size());
    }

    private enum Subject {
        LINK_OFF,
        STORE,
        UPGRADE
    }

    private void press(Keys key) {
        browser.driver.switchTo().activeElement().sendKeys(key);
    }

    private void tabTo(String id) {
        for (int i = 0; i < 30; i++) {
            if (id.equals(browser.script("return document.activeElement.id"))) {
                return;
            }
            press(Keys.TAB);
        }
        throw new AssertionError("the keyboard does not reach " + id);
    }
}
