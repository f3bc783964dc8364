package org.benchconnect.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.benchconnect.core.link.Link;
import org.benchconnect.core.link.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

/** What leaves this PC, and the registration, in a real browser. */
class PageServiceTest {
    @RegisterExtension
    final InABrowser page = new InABrowser();

    FakeOutgoing outgoing;

    @BeforeEach
    void start() {
        outgoing = page.agent().outgoing;
    }

    @Test
    void theSwitchesAndFieldsOfEachStreamAreShown() throws IOException, InterruptedException {
        page.open();
        page.awaitText("What leaves this PC");
        unfold();

        String text =
                page.browser().driver().findElement(By.className("outgoing")).getText();

        assertTrue(text.contains("nothing leaves it"), text);
        assertTrue(text.contains("3 messages wait to be sent."), text);
        assertTrue(text.contains("streams.release-reports"), text);
        assertTrue(text.contains("Measured numbers and codes, never free text"), text);
        assertEquals(
                List.of("No switch", "No switch", "No switch", "Off", "On", "Off", "Off"),
                page.browser().all(".outgoing .switch").stream()
                        .map(one -> one.getText())
                        .toList());
    }

    @Test
    void whatLeftIsShownReadablyAndExactlyAndNeverAsMarkup() throws IOException, InterruptedException {
        String content =
                "{\"id\":\"7-1\", \"data\":{\"code\":\"LASER_BELOW_TARGET\",\"facts\":{\"laser\":\"BLUE\"},\"x\":\"<img src=x>\"}}";
        outgoing.left(Stream.PRESENCE, "no json");
        outgoing.left(Stream.NOTICES, content);
        page.agent().linkStatus = new Link.Status(Link.State.ONLINE, java.time.Instant.now(), 0);
        page.open();

        page.browser().click("#departures summary");
        page.browser().await(".departures li");
        unfold();

        assertEquals(
                content,
                page.browser().driver().findElement(By.cssSelector("pre.sent")).getText());
        String text = page.byId("departures").getText();
        assertTrue(text.contains("What is so, as a code") && text.contains("laser BLUE"), text);
        assertTrue(text.indexOf("LASER_BELOW_TARGET") < text.indexOf("no json"), text);
        assertEquals(0, page.browser().all(".departures img").size());
        assertEquals(List.of(), page.browser().complaints());
    }

    @Test
    void aPersonSeesExactlyWhatLeavesAndSendsItWithAPin() throws IOException, InterruptedException {
        page.open();
        fillIn();
        assertEquals("Navios EX", page.byId("registration-instrument").getDomProperty("value"));
        assertEquals("AW12345", page.byId("registration-serial").getDomProperty("value"));

        page.click("registration-preview");
        String shown = page.browser().await("dialog pre.sent").getText();
        assertEquals("{" + WellFormedRights.REGISTRATION + "}", shown);
        assertNull(outgoing.sent);
        page.choose("Maria Rossi");
        page.enter("ask-pin", "481516");
        page.approve();

        page.awaitText("Service has not acknowledged it yet");
        assertEquals(
                "FC-0042", Objects.requireNonNull(outgoing.sent).registration().instrumentId());
        outgoing.acknowledged();
        page.awaitText("and acknowledged by service");
    }

    @Test
    void neitherEnterNorTheFirstSecondSendsAnything() throws IOException, InterruptedException {
        page.open();
        fillIn();
        page.byId("registration-serial").sendKeys(Keys.ENTER);
        assertEquals(0, page.browser().all("dialog").size());

        page.click("registration-preview");
        page.browser().await("dialog pre.sent");
        page.click("ask-approve");
        page.choose("Maria Rossi");
        page.enter("ask-pin", "481516");
        page.byId("ask-pin").sendKeys(Keys.ENTER);
        page.awaitReady();
        page.tabTo("ask-approve");
        page.press(Keys.ENTER);
        page.press(Keys.ESCAPE);

        page.browser()
                .await("the dialog closes", () -> page.browser().all("dialog").isEmpty());
        assertNull(outgoing.sent);
        assertEquals("lab@hospital.example", page.byId("registration-email").getDomProperty("value"));
    }

    @Test
    void whatIsMissingIsSaidAtItsEntryBeforeAnythingIsAsked() throws IOException, InterruptedException {
        page.open();
        fillIn();
        page.byId("registration-instrumentId").sendKeys(" 7");

        page.click("registration-preview");

        page.awaitText("without spaces");
        assertEquals(
                "registration-instrumentId",
                page.browser().driver().switchTo().activeElement().getDomAttribute("id"));
        assertEquals(0, page.browser().all("dialog").size());
    }

    @Test
    void whatIsTypedSurvivesEverythingThatHappensMeanwhile() throws IOException, InterruptedException {
        page.open();
        fillIn();

        page.agent().raise(BenchCode.RUN_TRUNCATED, org.benchconnect.core.signal.Severity.FAULT, BenchCode.Laser.RED);
        page.browser().await(".card.fault");
        page.language("it");

        assertEquals("Maria Rossi", page.byId("registration-name").getDomProperty("value"));
        assertFalse(page.says("Registration with service"));
    }

    @Test
    void aLinkThatComesAndGoesTakesNothingElseAway() throws IOException, InterruptedException {
        page.open();
        page.awaitText("Registration with service");

        page.agent().rightsRun = false;

        page.awaitText("Whether this PC is registered cannot be shown now.");
        page.agent().rightsRun = true;
        page.awaitText("This PC is not registered with service.");
    }

    private void fillIn() {
        page.click("register");
        page.enter("registration-email", "lab@hospital.example");
        page.enter("registration-name", "Maria Rossi");
        page.enter("registration-instrumentId", "FC-0042");
    }

    private void unfold() {
        page.browser()
                .driver()
                .executeScript("document.querySelectorAll('.outgoing details').forEach((one) => (one.open = true))");
        page.browser().await("what left has come", () -> !page.says("One moment"));
    }
}
