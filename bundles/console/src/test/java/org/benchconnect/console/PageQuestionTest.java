package org.benchconnect.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.benchconnect.core.consent.Consent;
import org.benchconnect.core.consent.ConsentRequest;
import org.benchconnect.core.text.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;

/** A person at this PC is asked, in a real browser: what is shown, and what counts as a yes or a no. */
class PageQuestionTest {
    @RegisterExtension
    final InABrowser page = new InABrowser();

    final AskedOnThePage asked = new AskedOnThePage(page);

    @Test
    void theTextThatIsShownIsTheTextThatIsSigned() throws IOException, InterruptedException {
        ConsentRequest request = asked.ask("It carries files.");

        asked.open();

        assertEquals(request.textDigest(), page.digestOfThePage());
        assertEquals(
                request.text().stream().map(one -> one.text()).toList(),
                page.browser().all("dialog [data-part]").stream()
                        .map(one -> one.getDomProperty("textContent"))
                        .toList());
        assertEquals(
                List.of("AUTHOR_MARK", "AUTHOR"),
                page.browser().all("dialog .authors [data-part]").stream()
                        .map(one -> one.getDomAttribute("data-part"))
                        .toList());
        assertEquals(1, page.agent().questions.openNow());
        assertEquals(List.of(), page.browser().complaints());
    }

    @Test
    void aNamedPersonAllowsItWithTheKeyboardAlone() throws IOException, InterruptedException {
        ConsentRequest request = asked.ask("It carries files.");
        asked.open();

        page.tabTo("ask-account");
        page.type("M");
        page.press(Keys.TAB);
        page.type("481516");
        page.approveBySpace();

        page.browser()
                .await("it is allowed", () -> page.agent().consents.consents().size() == 1);
        Consent consent = page.agent().consents.consents().get(0);
        assertEquals(request.textDigest(), consent.text());
        assertEquals(FakeAccounts.MARIA, consent.by());
        assertFalse(consent.newerVersions());
        page.browser()
                .await("the dialog is gone", () -> page.browser().all("dialog").isEmpty());
        assertTrue(page.agent().accounts.allWiped());
        page.awaitText("Allowed, and it runs.");
        page.awaitText("Allowed by Maria Rossi on ");
    }

    @Test
    void noIsAsLargeAsYesAndCountsAtOnce() throws IOException, InterruptedException {
        asked.ask("It carries files.");
        asked.open();
        List<WebElement> answers = page.browser().all("dialog .answers button");

        assertEquals(
                1,
                answers.stream().map(one -> one.getSize()).distinct().count(),
                answers.stream().map(one -> one.getSize().toString()).toList().toString());
        page.browser().click("dialog .answers button");

        page.browser()
                .await(
                        "it is refused",
                        () -> page.agent().consents.requests(Language.EN).isEmpty());
        page.browser()
                .await("the dialog is gone", () -> page.browser().all("dialog").isEmpty());
        page.browser().await("its question closes", () -> page.agent().questions.openNow() == 0);
    }

    @Test
    void escapeClosesWithoutAnAnswer() throws IOException, InterruptedException {
        asked.ask("It carries files.");
        asked.open();

        new Actions(page.browser().driver()).sendKeys(Keys.ESCAPE).perform();

        page.browser()
                .await("the dialog is gone", () -> page.browser().all("dialog").isEmpty());
        page.browser().await("its question closes", () -> page.agent().questions.openNow() == 0);
        assertEquals(
                ConsentRequest.State.OPEN,
                page.agent().consents.requests(Language.EN).get(0).state());
        assertTrue(page.browser().script("return document.activeElement.id").startsWith("open-"));
    }

    @Test
    void whatAnAuthorWritesStaysTextInItsFrame() throws IOException, InterruptedException {
        ConsentRequest request = asked.ask("<img src=x onerror=\"document.title='taken'\"> {name} \u202Egnp.exe\u2066 "
                + "<script>document.title='taken'</script>" + "x".repeat(6000));

        asked.open();

        assertEquals(request.textDigest(), page.digestOfThePage());
        assertEquals(0, page.browser().all("dialog img, dialog script").size());
        assertFalse(Objects.requireNonNull(page.browser().driver().getTitle()).contains("taken"));
        assertEquals(2, page.browser().all("dialog .authors .invisible").size());
        assertEquals(
                "inline-block",
                page.browser().script("return getComputedStyle(document.querySelector('.invisible')).display"));
        assertEquals(
                "true",
                page.browser()
                        .script("const d = document.querySelector('dialog'); return d.scrollWidth <= d.clientWidth"));
        page.click("ask-no");
        page.browser()
                .await(
                        "no can still be said",
                        () -> page.agent().consents.requests(Language.EN).isEmpty());
        assertEquals(List.of(), page.browser().complaints());
    }
}
