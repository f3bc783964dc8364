package org.benchconnect.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/** Functions, people and the log on the page, in a real browser. */
class PageRightsTest {
    @RegisterExtension
    final InABrowser page = new InABrowser();

    private static final Feature TRANSFER =
            FakeConsents.feature("org.benchconnect.file-transfer", Set.of(Privilege.TRANSFER_FILES));

    @Test
    void aFunctionIsWithdrawnInTwoClicksWithoutAPin() throws IOException, InterruptedException {
        page.agent().consents.isHere(TRANSFER, NeedsConsent.State.RUNS, false);
        page.open();

        page.browser().click("[id^=withdraw-org]");
        page.browser().click("#withdraw-now");

        page.browser().await("it does not run", () -> page.browser().text().contains("Not allowed: none of it runs."));
        assertEquals(
                NeedsConsent.State.NOT_ALLOWED,
                page.agent().consents.features().get(0).state());
    }

    @Test
    void entriesOfTheLogNameThePeopleAndTheLogIsProven() throws IOException, InterruptedException {
        page.agent()
                .ledger
                .append(Event.of(EventKind.CONSENT_GIVEN).by(FakeAccounts.MARIA).with(Detail.FEATURE, TRANSFER.name()));
        page.agent()
                .ledger
                .append(Event.of(EventKind.CONSENT_WITHDRAWN)
                        .by(FakeAccounts.GONE)
                        .with(Detail.FEATURE, TRANSFER.name()));
        page.open();

        List<WebElement> entries = page.browser().await(".audit ol").findElements(By.xpath("./li/p[1]"));
        assertEquals(
                List.of(
                        "Withdrawn: File transfer. By somebody whose name was erased (00000000000000cc).",
                        "Allowed: File transfer. By Maria Rossi."),
                entries.stream().map(WebElement::getText).toList());
        page.click("verify");
        page.browser().await("it is whole", () -> page.browser().text().contains("All is in order: all 2 entries"));
        page.agent().ledger.whole = false;
        page.click("verify");
        page.browser().await("it is not", () -> page.browser().text().contains("The log is not as it was written"));
    }

    @Test
    void theFirstAdministratorGetsARecoveryCodeThatPrintsAlone() throws IOException, InterruptedException {
        page.agent().accounts.clear();
        page.open();

        page.browser().click("#first");
        page.enter("ask-code", FakeAccounts.CODE);
        page.enter("ask-name", "Eva Bianchi");
        page.enter("ask-ownPin", "774411");
        page.enter("ask-again", "774411");
        page.approve();

        String code = page.browser().await("dialog.recovery code").getText();
        assertTrue(code.matches("([A-Z0-9]{4}-){7}[A-Z0-9]{4}"), code);
        page.browser().driver().executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", "print"));
        assertTrue(page.browser()
                .driver()
                .findElement(By.cssSelector("dialog.recovery code"))
                .isDisplayed());
        assertFalse(page.browser().driver().findElement(By.cssSelector("main")).isDisplayed());
        assertFalse(page.browser().driver().findElement(By.id("print")).isDisplayed());
        page.browser().driver().executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", ""));
        page.click("recovery-done");
        page.browser()
                .await(
                        "the code is gone",
                        () -> !page.browser().driver().getPageSource().contains(code));
        assertTrue(page.agent().accounts.allWiped());
    }

    @Test
    void temporaryStaffIsAddedByAnAdministrator() throws IOException, InterruptedException {
        page.open();

        page.browser().click("#add-person");
        page.enter("ask-name", "Ana Gil");
        page.browser()
                .driver()
                .executeScript("const u = document.getElementById('ask-until'); u.value = '2099-12-31';"
                        + "u.dispatchEvent(new Event('input'))");
        page.enter("ask-newPin", "774411");
        page.enter("ask-again", "774412");
        page.choose("Maria Rossi");
        page.enter("ask-pin", "481516");
        assertTrue(page.browser().text().contains("The two are not the same."));
        page.browser().driver().findElement(By.id("ask-again")).clear();
        page.enter("ask-again", "774411");
        page.approve();

        page.browser()
                .await("she is on the list", () -> page.agent().accounts.all().size() == 3);
        assertEquals(Role.LABORATORY_USER, page.agent().accounts.all().get(0).role());
        assertTrue(page.agent().accounts.all().get(0).until().isPresent());
        page.browser().await("the page shows her", () -> page.browser().text().contains("Ana Gil"));
        assertEquals(List.of(), page.browser().complaints());
    }

    /** A person has what is on the stick checked. */
    private void checkTheStick() throws IOException, InterruptedException {
        page.open();
        page.browser().click(".features summary");
        page.browser().driver().findElement(By.id("source")).sendKeys("/media/stick");
        page.browser().click(".features .row button");
    }

    private void noInstrumentFits(String why) {
        FakeFeatures features = new FakeFeatures();
        features.planner = (source, name, language) -> {
            throw new FeatureRefusedException(RefusedFor.MODEL, why);
        };
        page.agent().features = features;
    }

    @Test
    void aFunctionIsCheckedAndThenAskedFor() throws IOException, InterruptedException {
        checkTheStick();

        assertTrue(page.browser().await(".questions").getText().contains("Should file transfer be installed"));
        assertTrue(page.agent().consents.consents().isEmpty());
    }

    @Test
    void aFunctionThatIsRefusedSaysWhy() throws IOException, InterruptedException {
        noInstrumentFits("expected NAVIOS, found NAVIOS_EX");

        checkTheStick();

        page.browser().await("it is said", () -> page.browser()
                .text()
                .contains("not released for the instrument of this PC"));
        assertEquals(0, page.browser().all(".questions").size());
    }

    @Test
    void aReleaseThatNamesNoInstrumentIsNotBlamedOnThisPc() throws IOException, InterruptedException {
        noInstrumentFits("It asks to transfer files and is released for no instrument: it counts (R-38)");

        checkTheStick();

        page.browser().await("it is said", () -> page.browser()
                .text()
                .contains("This release is not approved for PCs with patient data. Ask service for the newer one."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "it", "es"})
    void nothingIsCutOffOnANarrowScreenAndTheBarrierCheckFindsNothing(String language)
            throws IOException, InterruptedException {
        page.agent().consents.isHere(TRANSFER, NeedsConsent.State.GRANT_REFUSED, false);
        page.agent()
                .consents
                .asks(TRANSFER, Optional.empty(), Language.EN, FakeConsents.text("A".repeat(500) + " \u202Eb"));
        page.agent().ledger.append(Event.of(EventKind.FEATURE_FAILED).with(Detail.DIGEST, "a".repeat(64)));
        page.browser().size(360, 740);
        page.open();
        page.browser().click("nav button[lang=" + language + "]");
        page.browser().await("translated", () -> page.browser()
                .script("return document.documentElement.lang")
                .equals(language));
        page.browser().await(".audit ol li");
        page.browser().driver().executeScript("document.querySelectorAll('details').forEach(one => one.open = true)");
        assertEquals("[]", page.cutOff("main"));
        assertEquals(List.of(), page.browser().barriers());

        page.browser().click("[id^=open-]");
        page.browser().await("dialog[open] #ask-approve");

        assertEquals("[]", page.cutOff("dialog"));
        assertEquals(List.of(), page.browser().barriers());
        page.click("ask-close");
        page.click("add-person");
        page.browser().await("dialog.add[open] #ask-approve");
        assertEquals("[]", page.cutOff("dialog"));
        assertEquals(List.of(), page.browser().barriers());
    }
}
