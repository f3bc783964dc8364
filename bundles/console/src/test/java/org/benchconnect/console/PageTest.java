package org.benchconnect.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.benchconnect.console.BenchCode.Laser;
import org.benchconnect.core.instrument.Activity;
import org.benchconnect.core.signal.Facts;
import org.benchconnect.core.signal.Severity;
import org.benchconnect.core.status.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;

/** The page in a real browser, against the real server and an agent of fakes. */
class PageTest {
    @RegisterExtension
    final InABrowser page = new InABrowser();

    @Test
    void aCodeSignsInAndLeavesTheAddress() throws IOException, InterruptedException {
        page.open();

        assertEquals(page.console().url + "/", page.browser().driver().getCurrentUrl());
        assertTrue(page.browser().text().contains("Navios EX"));
        assertTrue(page.browser().text().contains("Serial number AW12345"));
        assertTrue(page.browser().text().contains("Acquiring"));
        assertTrue(page.browser().text().contains("Nothing to report"));
        assertTrue(page.browser().text().contains("Not connected."));
        assertEquals("", page.browser().script("return document.cookie"));
        assertEquals(List.of(), page.browser().complaints());
    }

    @Test
    void linkAndDatabaseAreSaidOnceWithTheirReports() throws IOException, InterruptedException {
        page.agent().sources = List.of(
                () -> new Status(Subject.LINK_OFF, Facts.none()),
                () -> new Status(Subject.STORE, Facts.none()),
                () -> new Status(Subject.UPGRADE, Facts.none()));

        page.open();

        String about =
                page.browser().driver().findElement(By.cssSelector(".about")).getText();
        assertTrue(about.contains("Offline by choice"), about);
        assertTrue(about.contains("Everything is stored safely. Size"), about);
        assertTrue(about.contains("Generation 7, 24 modules"), about);
        assertEquals(1, page.browser().all(".about details li").size());
    }

    @Test
    void aReloadedPageIsStillSignedIn() throws IOException, InterruptedException {
        page.open();

        page.browser().driver().navigate().refresh();

        page.browser().await(".content");
    }

    @Test
    void aUsedCodeOpensNothing() throws IOException, InterruptedException {
        String code = page.console().code();
        page.console().signIn(code);

        page.browser().driver().get(page.console().url + "/#code=" + code);

        page.browser().await(".locked");
        assertTrue(page.browser().text().contains("works only once"));
        assertFalse(page.browser().text().contains("Navios"));
    }

    @Test
    void aPageWithoutCodeSaysHowToOpenIt() {
        page.browser().driver().get(page.console().url);

        page.browser().await(".locked");
        assertTrue(page.browser().text().contains("benchconnect page"));
    }

    @ParameterizedTest
    @CsvSource({
        "it, Italiano, Il laser blu è troppo debole, Presa visione, In acquisizione",
        "es, Español, El láser azul es demasiado débil, Enterado, Adquiriendo"
    })
    void theLanguageChangesAndIsRemembered(String tag, String name, String title, String acknowledge, String activity)
            throws IOException, InterruptedException {
        page.agent().raise(BenchCode.LASER_BELOW_TARGET, Severity.FAULT, Laser.BLUE);
        page.open();

        page.browser().click("nav button[lang=" + tag + "]");

        page.browser()
                .await("the notice is translated", () -> page.browser().text().contains(title));
        assertTrue(
                page.browser().text().contains(acknowledge)
                        && page.browser().text().contains(activity),
                page.browser().text());
        assertEquals(tag, page.browser().script("return document.documentElement.lang"));
        assertEquals(
                name,
                page.browser()
                        .driver()
                        .findElement(By.cssSelector("nav button[aria-pressed=true]"))
                        .getText());
        page.browser().driver().navigate().refresh();
        page.browser().await(".card");
        assertTrue(page.browser().text().contains(title));
    }

    @Test
    void theLanguageClickedLastIsShownEvenIfTheTextsOfAnEarlierClickComeLater()
            throws IOException, InterruptedException {
        page.open();
        page.browser()
                .driver()
                .executeScript(
                        """
                const real = window.fetch;
                const gate = new Promise((open) => (window.release = open));
                const taken = (texts) => (setTimeout(() => (window.came = true)), texts);
                const late = (url) => gate.then(() => real(url)).then((a) => ({ json: () => a.json().then(taken) }));
                window.fetch = (url, options) => (String(url).endsWith("/es.json") ? late(url) : real(url, options));
                """);

        page.browser().click("nav button[lang=es]");
        page.browser().click("nav button[lang=it]");
        page.browser().await("Italian", () -> page.browser()
                .script("return document.documentElement.lang")
                .equals("it"));
        page.browser().driver().executeScript("window.release()");
        page.browser().await("the late texts have come", () -> page.browser()
                .script("return window.came")
                .equals("true"));

        assertEquals("it", page.browser().script("return document.documentElement.lang"));
    }

    @Test
    void aPageThatLosesTheAgentSaysSoAndFindsItAgain() throws IOException, InterruptedException {
        page.open();

        page.agent().watched = List.of(page.agent().navios(Activity.IDLE, true));
        page.browser().await("the stream runs", () -> page.browser().text().contains("Idle"));
        page.console().close();
        assertTrue(page.browser().await(".banner.lost").getText().contains("connection to the agent is lost"));

        page.restart(0);

        page.browser().await("it is found again", () -> page.browser()
                .all(".banner.lost")
                .isEmpty());
        assertEquals(0, page.browser().all(".locked").size());
    }

    private enum Subject {
        LINK_OFF,
        STORE,
        UPGRADE
    }
}
