package org.benchconnect.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.benchconnect.core.feature.FeatureRefusedException;
import org.benchconnect.core.feature.RefusedFor;
import org.benchconnect.core.upgrade.Hindrance;
import org.benchconnect.core.upgrade.UpgradeState.Phase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.Keys;

/** Newer releases on the page, in a real browser. */
class PageUpdatesTest {
    @RegisterExtension
    final InABrowser page = new InABrowser();

    FakeUpgrades upgrades;

    @BeforeEach
    void start() {
        upgrades = page.agent().upgrades;
    }

    @Test
    void eachHindranceIsASentenceAndAPersonWhoLookedSaysThatItIsIdle() throws IOException, InterruptedException {
        waits(new Hindrance(Hindrance.Reason.UNKNOWN, Optional.of("navios")), Hindrance.of(Hindrance.Reason.WINDOW));
        page.open();
        page.awaitText("Nobody knows whether Navios EX is busy");
        assertTrue(page.says("The maintenance window of the settings is closed."));

        page.click("state-idle");
        page.choose("Luis Ortega");
        page.enter("ask-pin", "234242");
        page.approve();

        page.awaitText("Luis Ortega looked and said that the instrument is idle; this counts until ");
        page.browser().await("nothing is in its way", () -> page.browser()
                .all(".hindrances")
                .isEmpty());
    }

    @Test
    void anInstrumentThatIsSeenToAcquireIsNoMatterOfOpinion() throws IOException, InterruptedException {
        waits(new Hindrance(Hindrance.Reason.ACQUIRING, Optional.of("navios")));

        page.open();

        page.awaitText("Navios EX is acquiring.");
        assertEquals(0, page.browser().all("#state-idle").size());
        page.click("take-back");
        page.browser().await("it was taken back", () -> upgrades.plan == null);
    }

    @Test
    void whileItProvesItselfTheTimeThatIsLeftRunsDown() throws IOException, InterruptedException {
        upgrades.offers(FakeUpgrades.PLAN);
        upgrades.phase = Phase.PROVES;
        upgrades.provenAt = Instant.now().plusSeconds(58);

        page.open();

        page.browser().await("it runs down", () -> page.browser().text().matches("(?s).*0:(5[0-6]|[0-4]\\d) left.*"));
        assertTrue(page.says("has to show that it is well"));
        assertEquals(0, page.browser().all("#check-updates").size());
    }

    @Test
    void goingBackNeedsOneConfirmationAndNoPin() throws IOException, InterruptedException {
        page.open();

        page.click("go-back");
        assertEquals(0, upgrades.wentBack);
        assertEquals("go-back-now", page.browser().script("return document.activeElement.id"));
        page.press(Keys.SPACE);

        page.browser().await("it went back", () -> upgrades.wentBack == 1);
        page.browser().await("there is no further way", () -> page.browser()
                .all("#go-back")
                .isEmpty());
        assertEquals(0, page.browser().all("dialog").size());
    }

    @Test
    void aRefusedWayBackSaysWhatRunsNow() throws IOException, InterruptedException {
        upgrades.refuses = new FeatureRefusedException(RefusedFor.NO_WAY_BACK, "none");
        page.open();

        page.click("go-back");
        page.click("go-back-now");

        page.awaitText("There is no earlier state on this PC to go back to.");
    }

    @Test
    void somebodyLooksOnAStick() throws IOException, InterruptedException {
        page.open();
        page.browser().click(".updates details summary");

        page.enter("upgrade-source", "/media/stick");
        page.click("check-other");

        page.byId("upgrade-answer");
        assertEquals("/media/stick", upgrades.source);
    }

    @Test
    void anAdministratorLetsFixesComeAndAnybodyTakesItBack() throws IOException, InterruptedException {
        page.open();
        page.awaitText("Every newer release needs an answer, a mere fix too.");

        page.click("allow-fixes");
        page.choose("Maria Rossi");
        page.enter("ask-pin", "481516");
        page.approve();

        page.awaitText("Maria Rossi allowed all fixes on ");
        page.click("ask-fixes");
        page.awaitText("Every newer release needs an answer, a mere fix too.");
    }

    private void waits(Hindrance... hindrances) {
        upgrades.offers(FakeUpgrades.PLAN);
        upgrades.approval = upgrades.allowed();
        upgrades.waitsFor = List.of(hindrances);
        upgrades.phase = Phase.WAITS;
    }
}
