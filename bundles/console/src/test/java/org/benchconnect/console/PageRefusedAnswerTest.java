package org.benchconnect.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.benchconnect.core.account.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.By;

/** An answer that does not count is said on the page, in a real browser. */
class PageRefusedAnswerTest {
    @RegisterExtension
    final InABrowser page = new InABrowser();

    final AskedOnThePage asked = new AskedOnThePage(page);

    @Test
    void theLockOutOfOneNameDoesNotLockTheOthersInTheSameDialog() throws IOException, InterruptedException {
        page.agent()
                .accounts
                .put(FakeAccounts.GONE, "Nora Ada", Role.LABORATORY_ADMINISTRATOR, Optional.empty(), "909182");
        asked.ask("It carries files.");
        asked.open();
        asked.fill("481516");
        page.agent().accounts.locked = Duration.ofSeconds(45);
        page.approve();
        page.browser().await("dialog .trouble .wait");
        page.agent().accounts.locked = Duration.ZERO;

        page.choose("Nora Ada");

        page.browser().await("nothing is said of the other", () -> page.browser()
                .all("dialog .trouble")
                .isEmpty());
        page.browser().driver().findElement(By.id("ask-pin")).sendKeys("909182");
        page.awaitReady();
        page.choose("Maria Rossi");
        page.browser().await("she still has to wait", () -> "true"
                .equals(page.approveButton().getDomAttribute("aria-disabled")));
    }

    @Test
    void aWrongPinIsSaidAndTheSecondsCountDown() throws IOException, InterruptedException {
        page.agent().accounts.locked = Duration.ofSeconds(45);
        asked.ask("It carries files.");
        asked.open();
        asked.fill("481516");

        page.approve();

        page.browser().await("it is said", () -> page.browser().text().contains("After several wrong PINs"));
        page.browser().await("it counts down", () -> page.browser()
                .text()
                .matches("(?s).*is taken in 0:(4[0-3]|[0-3]\\d).*"));
        assertEquals("", page.browser().driver().findElement(By.id("ask-pin")).getDomProperty("value"));
        assertEquals("true", page.approveButton().getDomAttribute("aria-disabled"));
        assertTrue(page.agent().consents.consents().isEmpty());
    }

    @Test
    void nothingIsAllowedWhileSomebodyElsewhereCouldAnswer() throws IOException, InterruptedException {
        page.agent().questions.remoteInput = true;
        asked.ask("It carries files.");

        page.open();
        page.browser().click("[id^=open-]");

        page.browser().await("it is said", () -> page.browser()
                .text()
                .contains("Somebody is connected to this PC from elsewhere"));
        assertEquals(0, page.browser().all("#ask-approve").size());
        page.agent().questions.remoteInput = false;
        page.click("ask-again");
        page.browser().await("#ask-approve");
    }
}
