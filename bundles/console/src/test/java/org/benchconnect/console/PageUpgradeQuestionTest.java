package org.benchconnect.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.benchconnect.core.text.Language;
import org.benchconnect.core.upgrade.Approval;
import org.benchconnect.core.upgrade.UpgradeState.Phase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.Keys;

/** A newer release is asked about on the page, in a real browser. */
class PageUpgradeQuestionTest {
    @RegisterExtension
    final InABrowser page = new InABrowser();

    FakeUpgrades upgrades;

    @BeforeEach
    void start() {
        upgrades = page.agent().upgrades;
    }

    /** From now to when the page says that something is offered. */
    private static final String STOPWATCH =
            """
            const began = performance.now();
            window.took = undefined;
            new MutationObserver((changes, watch) => {
              if (document.getElementById("upgrade-answer")) {
                window.took = performance.now() - began;
                watch.disconnect();
              }
            }).observe(document.body, { subtree: true, childList: true });
            """;

    /** A PC that stalls meanwhile says nothing about the page: then it is offered anew. */
    private boolean isOfferedWithinASecond() {
        upgrades.refuse(FakeUpgrades.PLAN_ID);
        page.awaitText("There is nothing newer for this PC.");
        page.browser().driver().executeScript(STOPWATCH);
        upgrades.offers(FakeUpgrades.PLAN);
        page.byId("upgrade-answer");
        return page.browser().script("return window.took < 1600").equals("true");
    }

    @Test
    void whatIsOfferedIsSaidWithinASecondAndExplained() throws IOException, InterruptedException {
        page.open();

        page.browser().await("it is said within a second", this::isOfferedWithinASecond);

        page.browser().click("#upgrade-plan summary");
        String section = page.browser().await(".updates").getText();
        assertTrue(section.contains("BenchConnect itself: from version 0.1.0 to 0.2.0."), section);
        assertTrue(section.contains("Parts of BenchConnect stand still for about 2 seconds."), section);
        assertTrue(section.contains("org.benchconnect.host"), section);
        assertTrue(section.contains("Nothing new."), section);
        assertEquals("1 question – BenchConnect", page.browser().driver().getTitle());
        assertEquals(List.of(), page.browser().complaints());
    }

    @Test
    void aLaboratoryUserAllowsItWithTheKeyboardAloneAndChoosesWhen() throws IOException, InterruptedException {
        upgrades.offers(FakeUpgrades.PLAN);
        page.open();
        page.byId("upgrade-answer");

        page.tabTo("open-upgrade");
        page.press(Keys.ENTER);
        page.awaitText("Closes by itself in");
        assertEquals(
                page.digestOfThePage(),
                page.agent().upgradeConsents.request(Language.EN).orElseThrow().textDigest());
        page.awaitPeople();
        page.tabTo("ask-when");
        page.type("A");
        page.tabTo("ask-account");
        page.type("L");
        page.tabTo("ask-pin");
        page.type("234242");
        page.tabTo("ask-approve");
        page.awaitReady();
        page.press(Keys.ENTER);
        assertNull(upgrades.approval, "Enter allows nothing");
        page.approveBySpace();

        page.browser().await("it is allowed", () -> upgrades.phase == Phase.WAITS);
        Approval given = Objects.requireNonNull(upgrades.approval);
        assertEquals(FakeAccounts.LUIS, given.by());
        assertEquals(Approval.When.AS_SOON_AS_IDLE, given.when());
        page.browser()
                .await("the dialog is gone", () -> page.browser().all("dialog").isEmpty());
        assertTrue(page.agent().accounts.allWiped());
        page.awaitText("Allowed by Luis Ortega on ");
    }

    @Test
    void theButtonIsInertAtFirstAndAScannerDoesNothing() throws IOException, InterruptedException {
        upgrades.offers(FakeUpgrades.PLAN);
        page.open();
        page.click("upgrade-answer");
        page.byId("ask-approve");
        assertEquals("true", page.approveButton().getDomAttribute("aria-disabled"));
        assertFalse(page.browser().script("return document.activeElement.id").equals("ask-approve"));
        page.choose("Luis Ortega");
        page.enter("ask-pin", "234242");
        page.awaitReady();

        for (String id : List.of("ask-title", "ask-pin", "ask-when", "ask-approve")) {
            page.browser().driver().executeScript("document.getElementById('" + id + "').focus()");
            page.press(Keys.ENTER);
        }

        assertNull(upgrades.approval);
        assertEquals(1, page.browser().all("dialog[open]").size());
    }

    @Test
    void notNowLeavesItOfferedAndNoTakesItAway() throws IOException, InterruptedException {
        upgrades.offers(FakeUpgrades.PLAN);
        page.open();
        page.click("upgrade-answer");

        page.click("ask-later");
        page.browser()
                .await("the dialog is gone", () -> page.browser().all("dialog").isEmpty());
        assertEquals(Phase.OFFERED, upgrades.phase);
        page.click("upgrade-answer");
        page.click("ask-no");

        page.awaitText("There is nothing newer for this PC.");
        assertEquals(0, page.browser().all("dialog, #upgrade-answer").size());
    }
}
