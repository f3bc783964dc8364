package org.benchconnect.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.benchconnect.core.account.Role;
import org.benchconnect.core.consent.Consent;
import org.benchconnect.core.consent.ConsentRequest;
import org.benchconnect.core.feature.Feature;
import org.benchconnect.core.feature.Privilege;
import org.benchconnect.core.text.Language;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.support.ui.Select;

/** A person at this PC is asked, in a real browser: what counts as a yes, and what does not. */
class PageQuestionTest {
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
    void theTextThatIsShownIsTheTextThatIsSigned() throws IOException, InterruptedException {
        ConsentRequest request = ask("It carries files.");

        open();

        assertEquals(request.textDigest(), digestOfThePage());
        assertEquals(
                request.text().stream().map(one -> one.text()).toList(),
                browser.all("dialog [data-part]").stream()
                        .map(one -> one.getDomProperty("textContent"))
                        .toList());
        assertEquals(
                List.of("AUTHOR_MARK", "AUTHOR"),
                browser.all("dialog .authors [data-part]").stream()
                        .map(one -> one.getDomAttribute("data-part"))
                        .toList());
        assertEquals(1, console.agent.questions.openNow());
        assertEquals(List.of(), browser.complaints());
    }

    @Test
    void aNamedPersonAllowsItWithTheKeyboardAlone() throws IOException, InterruptedException {
        ConsentRequest request = ask("It carries files.");
        open();

        tabTo("ask-account");
        type("M");
        press(Keys.TAB);
        type("481516");
        tabTo("ask-approve");
        awaitReady();
        press(Keys.SPACE);

        browser.await("it is allowed", () -> console.agent.consents.consents().size() == 1);
        Consent consent = console.agent.consents.consents().get(0);
        assertEquals(request.textDigest(), consent.text());
        assertEquals(FakeAccounts.MARIA, consent.by());
        assertFalse(consent.newerVersions());
        assertTrue(console.agent.accounts.allWiped());
        browser.await("the dialog is gone", () -> browser.all("dialog").isEmpty());
        browser.await("the function runs", () -> browser.text().contains("Allowed, and it runs."));
        assertTrue(browser.text().contains("Allowed by Maria Rossi on "), browser.text());
    }

    @Test
    void enterApprovesNothingAnywhere() throws IOException, InterruptedException {
        ask("It carries files.");
        open();
        fill("481516");
        awaitReady();

        for (String id : List.of("ask-pin", "ask-account", "ask-newerVersions", "ask-approve", "ask-title")) {
            browser.driver.executeScript("document.getElementById('" + id + "').focus()");
            press(Keys.ENTER);
            press(Keys.ENTER);
        }

        assertStillAsking();
    }

    @Test
    void theButtonIsInertInItsFirstSecondAndHasNeverTheFocusByItself() throws IOException, InterruptedException {
        ask("It carries files.");
        browser.open(console);
        browser.await("[id^=open-]");
        browser.driver.executeScript(
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

        browser.driver.findElement(By.cssSelector("[id^=open-]")).click();

        browser.await("it can be pressed in the end", () -> browser.script("return window.enabledAfter > 0")
                .equals("true"));
        assertEquals("true", browser.script("return window.enabledAfter >= 900 && window.tried > 5"));
        assertNotEquals("ask-approve", browser.script("return document.activeElement.id"));
        assertNotEquals("ask-approve", browser.script("return window.focused"));
        assertStillAsking();
    }

    @Test
    void aScannerThatTypesAndSendsEnterDoesNothing() throws IOException, InterruptedException {
        ask("It carries files.");
        open();
        fill("481516");
        awaitReady();

        for (String id : List.of("ask-title", "ask-pin", "ask-approve")) {
            browser.driver.executeScript("document.getElementById('" + id + "').focus()");
            new Actions(browser.driver)
                    .sendKeys("4815 1623 42")
                    .sendKeys(Keys.ENTER)
                    .perform();
        }

        assertStillAsking();
    }

    @Test
    void withoutNameOrPinNothingIsSent() throws IOException, InterruptedException {
        ask("It carries files.");
        open();
        fill("48151");
        browser.await("the first second is over", () -> console.agent.questions.openNow() == 1);

        approve().click();

        assertEquals("true", approve().getDomAttribute("aria-disabled"));
        assertStillAsking();
    }

    @Test
    void theLockOutOfOneNameDoesNotLockTheOthersInTheSameDialog() throws IOException, InterruptedException {
        console.agent.accounts.put(
                FakeAccounts.GONE, "Nora Ada", Role.LABORATORY_ADMINISTRATOR, Optional.empty(), "909182");
        ask("It carries files.");
        open();
        fill("481516");
        console.agent.accounts.locked = Duration.ofSeconds(45);
        awaitReady();
        approve().click();
        browser.await("dialog .trouble .wait");
        console.agent.accounts.locked = Duration.ZERO;

        new Select(browser.await("#ask-account")).selectByVisibleText("Nora Ada");

        browser.await("nothing is said of the other", () -> browser.all("dialog .trouble")
                .isEmpty());
        browser.driver.findElement(By.id("ask-pin")).sendKeys("909182");
        awaitReady();
        new Select(browser.await("#ask-account")).selectByVisibleText("Maria Rossi");
        browser.await("she still has to wait", () -> "true".equals(approve().getDomAttribute("aria-disabled")));
    }

    @Test
    void aWrongPinIsSaidAndTheSecondsCountDown() throws IOException, InterruptedException {
        console.agent.accounts.locked = Duration.ofSeconds(45);
        ask("It carries files.");
        open();
        fill("481516");
        awaitReady();

        approve().click();

        browser.await("it is said", () -> browser.text().contains("After several wrong PINs"));
        browser.await("it counts down", () -> browser.text().matches("(?s).*is taken in 0:(4[0-3]|3\\d).*"));
        assertEquals("", browser.driver.findElement(By.id("ask-pin")).getDomProperty("value"));
        assertEquals("true", approve().getDomAttribute("aria-disabled"));
        assertTrue(console.agent.consents.consents().isEmpty());
    }

    @Test
    void noIsAsLargeAsYesAndCountsAtOnce() throws IOException, InterruptedException {
        ask("It carries files.");
        open();
        List<WebElement> answers = browser.all("dialog .answers button");

        assertEquals(
                1,
                answers.stream().map(one -> one.getSize()).distinct().count(),
                answers.stream().map(one -> one.getSize().toString()).toList().toString());
        answers.get(0).click();

        browser.await(
                "it is refused",
                () -> console.agent.consents.requests(Language.EN).isEmpty());
        browser.await("the dialog is gone", () -> browser.all("dialog").isEmpty());
        browser.await("its question closes", () -> console.agent.questions.openNow() == 0);
    }

    @Test
    void escapeClosesWithoutAnAnswer() throws IOException, InterruptedException {
        ask("It carries files.");
        open();

        new Actions(browser.driver).sendKeys(Keys.ESCAPE).perform();

        browser.await("the dialog is gone", () -> browser.all("dialog").isEmpty());
        browser.await("its question closes", () -> console.agent.questions.openNow() == 0);
        assertEquals(
                ConsentRequest.State.OPEN,
                console.agent.consents.requests(Language.EN).get(0).state());
        assertTrue(browser.script("return document.activeElement.id").startsWith("open-"));
    }

    @Test
    void nothingIsAllowedWhileSomebodyElsewhereCouldAnswer() throws IOException, InterruptedException {
        console.agent.questions.remoteInput = true;
        ask("It carries files.");

        browser.open(console);
        browser.await("[id^=open-]").click();

        browser.await("it is said", () -> browser.text().contains("Somebody is connected to this PC from elsewhere"));
        assertEquals(0, browser.all("#ask-approve").size());
        console.agent.questions.remoteInput = false;
        browser.driver.findElement(By.id("ask-again")).click();
        browser.await("#ask-approve");
    }

    @Test
    void whatAnAuthorWritesStaysTextInItsFrame() throws IOException, InterruptedException {
        ConsentRequest request = ask("<img src=x onerror=\"document.title='taken'\"> {name} \u202Egnp.exe\u2066 "
                + "<script>document.title='taken'</script>" + "x".repeat(6000));

        open();

        assertEquals(request.textDigest(), digestOfThePage());
        assertEquals(0, browser.all("dialog img, dialog script").size());
        assertFalse(Objects.requireNonNull(browser.driver.getTitle()).contains("taken"));
        assertEquals(2, browser.all("dialog .authors .invisible").size());
        assertEquals(
                "inline-block",
                browser.script("return getComputedStyle(document.querySelector('.invisible')).display"));
        assertEquals(
                "true",
                browser.script("const d = document.querySelector('dialog'); return d.scrollWidth <= d.clientWidth"));
        browser.driver.findElement(By.id("ask-no")).click();
        browser.await(
                "no can still be said",
                () -> console.agent.consents.requests(Language.EN).isEmpty());
        assertEquals(List.of(), browser.complaints());
    }

    private ConsentRequest ask(String author) {
        return console.agent.consents.asks(TRANSFER, Optional.empty(), Language.EN, FakeConsents.text(author));
    }

    private void open() throws IOException, InterruptedException {
        browser.open(console);
        browser.await("[id^=open-]").click();
        browser.await("dialog[open]");
        browser.await("the question is open", () -> browser.text().contains("Closes by itself in"));
    }

    private void fill(String pin) {
        new Select(browser.driver.findElement(By.id("ask-account"))).selectByVisibleText("Maria Rossi");
        browser.driver.findElement(By.id("ask-pin")).sendKeys(pin);
    }

    private WebElement approve() {
        return browser.driver.findElement(By.id("ask-approve"));
    }

    private void awaitReady() {
        browser.await("it can be pressed", () -> "false".equals(approve().getDomAttribute("aria-disabled")));
    }

    private void assertStillAsking() {
        assertNull(console.agent.consents.given);
        assertEquals(1, console.agent.consents.requests(Language.EN).size());
        assertEquals(1, browser.all("dialog[open]").size());
    }

    private String digestOfThePage() {
        return Objects.requireNonNull(
                        browser.driver.executeAsyncScript(
                                """
                        const done = arguments[arguments.length - 1];
                        const lines = [...document.querySelectorAll("dialog [data-part]")]
                          .map((one) => one.dataset.part + ": " + one.textContent + "\\n").join("");
                        crypto.subtle.digest("SHA-256", new TextEncoder().encode(lines)).then((bytes) =>
                          done([...new Uint8Array(bytes)].map((b) => b.toString(16).padStart(2, "0")).join("")));
                        """))
                .toString();
    }

    private static void press(Keys key) {
        browser.driver.switchTo().activeElement().sendKeys(key);
    }

    private static void type(String text) {
        browser.driver.switchTo().activeElement().sendKeys(text);
    }

    private static void tabTo(String id) {
        for (int i = 0; i < 30; i++) {
            if (id.equals(browser.driver.executeScript("return document.activeElement.id"))) {
                return;
            }
            press(Keys.TAB);
        }
        throw new AssertionError("the keyboard does not reach " + id);
    }
}
