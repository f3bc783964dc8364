package org.benchconnect.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.benchconnect.core.account.Role;
import org.benchconnect.core.consent.NeedsConsent;
import org.benchconnect.core.feature.Feature;
import org.benchconnect.core.feature.FeatureRefusedException;
import org.benchconnect.core.feature.Privilege;
import org.benchconnect.core.feature.RefusedFor;
import org.benchconnect.core.ledger.Detail;
import org.benchconnect.core.ledger.Event;
import org.benchconnect.core.ledger.EventKind;
import org.benchconnect.core.text.Language;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.Select;

/** Functions, people and the log on the page, in a real browser. */
class PageRightsTest {
    private static final Feature TRANSFER =
            FakeConsents.feature("org.benchconnect.file-transfer", Set.of(Privilege.TRANSFER_FILES));

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
    void aFunctionIsWithdrawnInTwoClicksWithoutAPin() throws IOException, InterruptedException {
        console.agent.consents.isHere(TRANSFER, NeedsConsent.State.RUNS, false);
        browser.open(console);

        browser.await("[id^=withdraw-org]").click();
        browser.await("#withdraw-now").click();

        browser.await("it does not run", () -> browser.text().contains("Not allowed: none of it runs."));
        assertEquals(
                NeedsConsent.State.NOT_ALLOWED,
                console.agent.consents.features().get(0).state());
    }

    @Test
    void entriesOfTheLogNameThePeopleAndTheLogIsProven() throws IOException, InterruptedException {
        console.agent.ledger.append(
                Event.of(EventKind.CONSENT_GIVEN).by(FakeAccounts.MARIA).with(Detail.FEATURE, TRANSFER.name()));
        console.agent.ledger.append(
                Event.of(EventKind.CONSENT_WITHDRAWN).by(FakeAccounts.GONE).with(Detail.FEATURE, TRANSFER.name()));
        browser.open(console);

        List<WebElement> entries = browser.await(".audit ol").findElements(By.xpath("./li/p[1]"));
        assertEquals(
                List.of(
                        "Withdrawn: File transfer. By somebody whose name was erased (00000000000000cc).",
                        "Allowed: File transfer. By Maria Rossi."),
                entries.stream().map(WebElement::getText).toList());
        browser.driver.findElement(By.id("verify")).click();
        browser.await("it is whole", () -> browser.text().contains("All is in order: all 2 entries"));
        console.agent.ledger.whole = false;
        browser.driver.findElement(By.id("verify")).click();
        browser.await("it is not", () -> browser.text().contains("The log is not as it was written"));
    }

    @Test
    void theFirstAdministratorGetsARecoveryCodeThatPrintsAlone() throws IOException, InterruptedException {
        console.agent.accounts.clear();
        browser.open(console);

        browser.await("#first").click();
        enter("ask-code", FakeAccounts.CODE);
        enter("ask-name", "Eva Bianchi");
        enter("ask-ownPin", "774411");
        enter("ask-again", "774411");
        approve();

        String code = browser.await("dialog.recovery code").getText();
        assertTrue(code.matches("([A-Z0-9]{4}-){7}[A-Z0-9]{4}"), code);
        browser.driver.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", "print"));
        assertTrue(browser.driver
                .findElement(By.cssSelector("dialog.recovery code"))
                .isDisplayed());
        assertFalse(browser.driver.findElement(By.cssSelector("main")).isDisplayed());
        assertFalse(browser.driver.findElement(By.id("print")).isDisplayed());
        browser.driver.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", ""));
        browser.driver.findElement(By.id("recovery-done")).click();
        browser.await("the code is gone", () -> !browser.driver.getPageSource().contains(code));
        assertTrue(console.agent.accounts.allWiped());
    }

    @Test
    void temporaryStaffIsAddedByAnAdministrator() throws IOException, InterruptedException {
        browser.open(console);

        browser.await("#add-person").click();
        enter("ask-name", "Ana Gil");
        browser.driver.executeScript("const u = document.getElementById('ask-until'); u.value = '2099-12-31';"
                + "u.dispatchEvent(new Event('input'))");
        enter("ask-newPin", "774411");
        enter("ask-again", "774412");
        choose("Maria Rossi");
        enter("ask-pin", "481516");
        assertTrue(browser.text().contains("The two are not the same."));
        browser.driver.findElement(By.id("ask-again")).clear();
        enter("ask-again", "774411");
        approve();

        browser.await("she is on the list", () -> console.agent.accounts.all().size() == 3);
        assertEquals(Role.LABORATORY_USER, console.agent.accounts.all().get(0).role());
        assertTrue(console.agent.accounts.all().get(0).until().isPresent());
        browser.await("the page shows her", () -> browser.text().contains("Ana Gil"));
        assertEquals(List.of(), browser.complaints());
    }

    @Test
    void aFunctionIsCheckedAndThenAskedFor() throws IOException, InterruptedException {
        browser.open(console);
        browser.await(".features summary").click();

        browser.driver.findElement(By.id("source")).sendKeys("/media/stick");
        browser.driver.findElement(By.cssSelector(".features .row button")).click();

        assertTrue(browser.await(".questions").getText().contains("Should file transfer be installed"));
        assertTrue(console.agent.consents.consents().isEmpty());
    }

    @Test
    void aFunctionThatIsRefusedSaysWhy() throws IOException, InterruptedException {
        FakeFeatures features = new FakeFeatures();
        features.planner = (source, name, language) -> {
            throw new FeatureRefusedException(RefusedFor.MODEL, "expected NAVIOS, found NAVIOS_EX");
        };
        console.agent.features = features;
        browser.open(console);
        browser.await(".features summary").click();

        browser.driver.findElement(By.id("source")).sendKeys("/media/stick");
        browser.driver.findElement(By.cssSelector(".features .row button")).click();

        browser.await("it is said", () -> browser.text().contains("not released for the instrument of this PC"));
        assertEquals(0, browser.all(".questions").size());
    }

    @Test
    void aReleaseThatNamesNoInstrumentIsNotBlamedOnThisPc() throws IOException, InterruptedException {
        FakeFeatures features = new FakeFeatures();
        features.planner = (source, name, language) -> {
            throw new FeatureRefusedException(
                    RefusedFor.MODEL, "It asks to transfer files and is released for no instrument: it counts (R-38)");
        };
        console.agent.features = features;
        browser.open(console);
        browser.await(".features summary").click();

        browser.driver.findElement(By.id("source")).sendKeys("/media/stick");
        browser.driver.findElement(By.cssSelector(".features .row button")).click();

        browser.await("it is said", () -> browser.text()
                .contains("This release is not approved for PCs with patient data. Ask service for the newer one."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "it", "es"})
    void nothingIsCutOffOnANarrowScreenAndTheBarrierCheckFindsNothing(String language)
            throws IOException, InterruptedException {
        console.agent.consents.isHere(TRANSFER, NeedsConsent.State.GRANT_REFUSED, false);
        console.agent.consents.asks(
                TRANSFER, Optional.empty(), Language.EN, FakeConsents.text("A".repeat(500) + " \u202Eb"));
        console.agent.ledger.append(Event.of(EventKind.FEATURE_FAILED).with(Detail.DIGEST, "a".repeat(64)));
        browser.width(360, 740);
        browser.open(console);
        browser.driver
                .findElement(By.cssSelector("nav button[lang=" + language + "]"))
                .click();
        browser.await("translated", () -> browser.script("return document.documentElement.lang")
                .equals(language));
        browser.await(".audit ol li");
        browser.driver.executeScript("document.querySelectorAll('details').forEach(one => one.open = true)");
        assertFits("main");
        assertEquals(List.of(), browser.barriers());

        browser.await("[id^=open-]").click();
        browser.await("dialog[open] #ask-approve");

        assertFits("dialog");
        assertEquals(List.of(), browser.barriers());
        browser.driver.findElement(By.id("ask-close")).click();
        browser.driver.findElement(By.id("add-person")).click();
        browser.await("dialog.add[open] #ask-approve");
        assertFits("dialog");
        assertEquals(List.of(), browser.barriers());
    }

    private static void assertFits(String within) {
        assertEquals(
                "[]",
                browser.script("return JSON.stringify([...document.querySelectorAll('" + within + " *')]"
                        + ".filter(e => e.getBoundingClientRect().right > document.documentElement.clientWidth + 1)"
                        + ".map(e => e.tagName + '.' + e.className))"));
    }

    private static void enter(String id, String text) {
        browser.await("#" + id).sendKeys(text);
    }

    private static void choose(String name) {
        new Select(browser.driver.findElement(By.id("ask-account"))).selectByVisibleText(name);
    }

    private static void approve() {
        browser.await("it can be pressed", () -> "false"
                .equals(browser.driver.findElement(By.id("ask-approve")).getDomAttribute("aria-disabled")));
        browser.driver.findElement(By.id("ask-approve")).click();
    }
}
