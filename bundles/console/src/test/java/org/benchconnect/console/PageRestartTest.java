package org.benchconnect.console;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.Optional;
import org.benchconnect.core.upgrade.UpgradeRecord;
import org.benchconnect.core.upgrade.UpgradeState.Phase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An open page outlives the console that served it, in a real browser. */
class PageRestartTest {
    @RegisterExtension
    final InABrowser page = new InABrowser();

    @Test
    void anOpenPageFindsTheNextConsoleByItselfAndShowsHowTheUpgradeGoesOn() throws IOException, InterruptedException {
        FakeUpgrades upgrades = page.agent().upgrades;
        page.open();
        page.awaitText("There is nothing newer for this PC.");
        page.browser().driver().executeScript("window.same = true");
        upgrades.phase = Phase.PROVES;
        page.console().close();

        page.restart(0);

        page.awaitText("has to show that it is well");
        upgrades.phase = Phase.NOTHING_NEW;
        upgrades.changed(
                upgrades.record(UpgradeRecord.Outcome.COMMITTED, Optional.empty(), Optional.of(upgrades.allowed())));
        page.awaitText("It was well, and stays.");
        assertEquals("true", page.browser().script("return window.same"), "the same page, not opened again");
    }

    @Test
    void aQuestionThatSomebodyAnsweredElsewhereCloses() throws IOException, InterruptedException {
        page.agent().upgrades.offers(FakeUpgrades.PLAN);
        page.open();
        page.click("upgrade-answer");
        page.awaitText("Closes by itself in");

        page.agent()
                .upgrades
                .approve(FakeUpgrades.PLAN_ID, page.agent().upgrades.allowed());

        page.awaitText("somebody has answered it elsewhere");
        assertEquals(0, page.browser().all("#ask-approve, #ask-again, #ask-no").size());
        page.click("ask-close");
        page.browser()
                .await("the dialog is gone", () -> page.browser().all("dialog").isEmpty());
    }
}
