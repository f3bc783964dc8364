package org.benchconnect.console;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.benchconnect.console.BenchCode.Laser;
import org.benchconnect.core.notification.Notification;
import org.benchconnect.core.signal.Severity;
import org.benchconnect.core.store.StoreHealth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** Notices on the page, in a real browser. */
class PageNoticesTest {
    @RegisterExtension
    final InABrowser page = new InABrowser();

    @Test
    void aFaultAppearsByItselfAndIsReadAloudAtOnce() throws IOException, InterruptedException {
        page.open();

        page.agent().raise(BenchCode.LASER_BELOW_TARGET, Severity.FAULT, Laser.BLUE);

        WebElement card = page.browser().await("article.card.fault");
        assertAll(
                () -> assertEquals("The blue laser is too weak", card.getAccessibleName()),
                () -> assertTrue(card.getText().contains("Fault")),
                () -> assertTrue(card.getText().contains("17.42 mW")),
                () -> assertTrue(card.getText().contains("Let the instrument warm up")),
                () -> assertTrue(card.getText().contains("Seen once")),
                () -> assertEquals(
                        "New, Fault: The blue laser is too weak",
                        page.browser().driver().findElement(By.id("urgent")).getDomProperty("textContent")),
                () -> assertEquals(
                        "1 notice – BenchConnect", page.browser().driver().getTitle()));
    }

    @Test
    void aWarningIsReadAloudWithoutInterrupting() throws IOException, InterruptedException {
        page.open();

        page.agent().raise(BenchCode.DETECTOR_DRIFT, Severity.WARNING, Laser.RED);

        page.browser().await("article.card.warning");
        assertEquals("", page.browser().driver().findElement(By.id("urgent")).getDomProperty("textContent"));
        assertTrue(page.browser()
                .script("return document.getElementById('polite').textContent")
                .contains("detector drifts"));
    }

    @Test
    void theMostSevereNoticeStandsFirst() throws IOException, InterruptedException {
        page.agent().raise(BenchCode.BUILD_CHANGED, Severity.INFO, Laser.BLUE);
        page.agent().raise(BenchCode.LASER_BELOW_TARGET, Severity.FAULT, Laser.BLUE);
        page.agent().raise(BenchCode.DETECTOR_DRIFT, Severity.WARNING, Laser.BLUE);

        page.open();

        assertEquals(
                List.of("Fault", "Warning", "Note"),
                page.browser().all(".card .severity").stream()
                        .map(WebElement::getText)
                        .toList());
    }

    @Test
    void acknowledgingNeedsNothingButTheKeyboard() throws IOException, InterruptedException {
        page.agent().raise(BenchCode.LASER_BELOW_TARGET, Severity.FAULT, Laser.BLUE);
        page.agent().raise(BenchCode.DETECTOR_DRIFT, Severity.WARNING, Laser.RED);
        page.open();

        page.tabTo("acknowledge-1");
        assertEquals(
                "Acknowledge The blue laser is too weak",
                page.browser().driver().switchTo().activeElement().getAccessibleName());
        assertTrue(page.browser()
                .script("return getComputedStyle(document.activeElement).outlineStyle")
                .equals("solid"));
        page.press(Keys.SPACE);

        page.browser().await(".card.quiet.fault");
        assertEquals(
                Notification.State.ACKNOWLEDGED,
                page.agent().notices.active().get(0).state());
        page.browser().await("focus goes to the next notice", () -> focused().equals("acknowledge-2"));
        page.press(Keys.ENTER);
        page.browser().await("nothing is open", () -> page.browser().text().contains("Nothing new"));
        page.browser().await("focus goes to the heading", () -> focused().equals("open"));
    }

    /** Nothing while a card that had the focus has gone and the next has not got it yet. */
    private String focused() {
        return page.browser().script("return document.activeElement.id");
    }

    @Test
    void aClearedNoticeMovesToTheHistory() throws IOException, InterruptedException {
        page.agent().raise(BenchCode.RUN_TRUNCATED, Severity.WARNING, Laser.RED);
        page.open();

        page.agent().clear(1);

        page.browser().await("nothing is open", () -> page.browser().text().contains("Nothing to report"));
        assertTrue(page.browser()
                .driver()
                .findElement(By.cssSelector(".past"))
                .getText()
                .contains("The last run ended early"));
    }

    @Test
    void aFullDiskIsSaidOnTop() throws IOException, InterruptedException {
        page.agent().raise(BenchCode.RUN_TRUNCATED, Severity.WARNING, Laser.RED);
        page.open();

        page.agent().health = StoreHealth.DISK_FULL;

        assertTrue(page.browser().await(".banner").getText().contains("The disk of this PC is full"));
        page.browser()
                .await(
                        "the state after the change has come",
                        () -> page.browser().all(".card").size() == 1);
        page.click("acknowledge-1");
        assertTrue(page.browser().await(".failed").getText().contains("could not be stored"));
    }

    @Test
    void allIsWellIsSaidOnlyWhenItIsKnown() throws IOException, InterruptedException {
        page.agent().health = StoreHealth.DISK_FULL;
        page.open();
        assertTrue(page.browser().text().contains("No notices"));
        assertFalse(page.browser().text().contains("All is well"));

        page.agent().health = StoreHealth.OK;

        page.browser().await("all is well again", () -> page.browser().text().contains("All is well"));
    }
}
