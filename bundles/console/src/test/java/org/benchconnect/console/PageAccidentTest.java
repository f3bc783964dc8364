package org.benchconnect.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.interactions.Actions;

/** What is no yes: Enter, a barcode scanner, a click in the first second, half an answer. In a real browser. */
class PageAccidentTest {
    @RegisterExtension
    final InABrowser page = new InABrowser();

    final AskedOnThePage asked = new AskedOnThePage(page);

    @Test
    void enterApprovesNothingAnywhere() throws IOException, InterruptedException {
        asked.ask("It carries files.");
        asked.open();
        asked.fill("481516");
        page.awaitReady();

        for (String id : List.of("ask-pin", "ask-account", "ask-newerVersions", "ask-approve", "ask-title")) {
            page.browser().driver().executeScript("document.getElementById('" + id + "').focus()");
            page.press(Keys.ENTER);
            page.press(Keys.ENTER);
        }

        asked.assertStillAsking();
    }

    @Test
    void theButtonIsInertInItsFirstSecondAndHasNeverTheFocusByItself() throws IOException, InterruptedException {
        asked.ask("It carries files.");
        page.open();
        page.browser().await("[id^=open-]");
        page.browser()
                .driver()
                .executeScript(
                        """
                window.tried = 0;
                const watch = new MutationObserver(() => {
                  const button = document.getElementById("ask-approve");
                  const pin = document.getElementById("ask-pin");
                  if (!button || window.seen) return;
                  window.seen = performance.now();
                  window.focused = document.activeElement.id;
                  const account = document.getElementById("ask-account");
                  account.value = "00000000000000aa";
                  account.dispatchEvent(new Event("change"));
                  pin.value = "481516";
                  pin.dispatchEvent(new Event("input"));
                  const again = () => {
                    if (button.getAttribute("aria-disabled") === "false") {
                      window.enabledAfter = performance.now() - window.seen;
                      return;
                    }
                    button.click();
                    window.tried++;
                    requestAnimationFrame(again);
                  };
                  again();
                });
                watch.observe(document.getElementById("page"), { subtree: true, childList: true });
                """);

        page.browser().click("[id^=open-]");

        page.browser().await("it can be pressed in the end", () -> page.browser()
                .script("return window.enabledAfter > 0")
                .equals("true"));
        assertEquals("true", page.browser().script("return window.enabledAfter >= 900 && window.tried > 0"));
        assertNotEquals("ask-approve", page.browser().script("return document.activeElement.id"));
        assertNotEquals("ask-approve", page.browser().script("return window.focused"));
        asked.assertStillAsking();
    }

    @Test
    void aScannerThatTypesAndSendsEnterDoesNothing() throws IOException, InterruptedException {
        asked.ask("It carries files.");
        asked.open();
        asked.fill("481516");
        page.awaitReady();
        asFastAsAScanner();

        for (String id : List.of("ask-title", "ask-pin", "ask-approve")) {
            page.browser().driver().executeScript("document.getElementById('" + id + "').focus()");
            new Actions(page.browser().driver())
                    .sendKeys("4815 1623 42")
                    .sendKeys(Keys.ENTER)
                    .perform();
        }

        asked.assertStillAsking();
    }

    /** No time passes for the page between two keys, however long the browser takes for each. */
    private void asFastAsAScanner() {
        page.browser().driver().executeScript("const now = performance.now(); performance.now = () => now");
    }

    @Test
    void withoutNameOrPinNothingIsSent() throws IOException, InterruptedException {
        asked.ask("It carries files.");
        asked.open();
        asked.fill("48151");
        page.browser()
                .await("the first second is over", () -> page.agent().questions.openNow() == 1);

        page.click("ask-approve");

        assertEquals("true", page.approveButton().getDomAttribute("aria-disabled"));
        asked.assertStillAsking();
    }
}
