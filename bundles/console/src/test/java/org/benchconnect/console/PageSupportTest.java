package org.benchconnect.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.benchconnect.core.feature.Privilege;
import org.benchconnect.core.ledger.Detail;
import org.benchconnect.core.ledger.Event;
import org.benchconnect.core.ledger.EventKind;
import org.benchconnect.core.session.SessionState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Remote support on the page, in a real browser: from the call for help to its end. */
class PageSupportTest {
    @RegisterExtension
    final InABrowser page = new InABrowser();

    private final SupportOnThePage support = new SupportOnThePage(page);

    @Test
    void helpIsRequestedWithOnePinAndTheCodeIsLarge() throws IOException, InterruptedException {
        page.open();

        page.click("request-help");
        page.choose("Luis Ortega");
        page.enter("ask-pin", "234242");
        page.approve();

        assertEquals("123 456 789", page.byId("support-code").getText());
        assertEquals(ExampleSession.PASSWORD, page.byId("support-password").getText());
        assertTrue(page.says("Give this code only on a call that you made to +39 02 5550 0100."));
        assertTrue(page.byId("support-code").getSize().height > 40);
        assertEquals(List.of(), page.browser().complaints());
    }

    @Test
    void theNumberIsComparedBeforeAnythingIsAsked() throws IOException, InterruptedException {
        support.sessions().is(SessionState.AUTHENTICATED, made -> {
            made.supporter = ExampleSession.supporter();
            made.string = Optional.of("482913");
        });
        page.open();

        assertEquals("482 913", page.browser().await(".digits").getText());
        support.awaitYes();
        page.click("support-yes");

        support.awaitDone("compared");
        assertEquals(0, page.agent().questions.openNow());
    }

    @Test
    void numbersThatDifferEndTheSessionAtOnce() throws IOException, InterruptedException {
        support.sessions().is(SessionState.AUTHENTICATED, made -> made.string = Optional.of("482913"));
        page.open();

        page.click("support-no");

        support.awaitDone("notTheSame");
    }

    @Test
    void onePermissionIsTakenBackWithOneClick() throws IOException, InterruptedException {
        support.connected(
                made -> made.permissions = List.of(support.sessions().example.permission(Privilege.VIEW_SCREEN, null)));
        page.open();

        page.browser().click(".permissions button");

        support.awaitDone("end " + ExampleSession.LEASE);
    }

    @Test
    void stopIsInViewWhereverThePageIsScrolledTo() throws IOException, InterruptedException {
        support.connected(
                made -> made.permissions = List.of(support.sessions().example.permission(Privilege.VIEW_SCREEN, null)));
        page.open();

        page.browser().driver().executeScript("window.scrollTo(0, document.body.scrollHeight)");
        page.browser().click(".support-bar .stop");

        support.awaitDone("stop");
        page.awaitText("No session now. The last one is over");
        assertEquals(0, page.browser().all(".support-bar").size());
    }

    @Test
    void stopWorksWhileAnotherQuestionIsOpen() throws IOException, InterruptedException {
        support.asks(Privilege.CONTROL_INPUT);
        page.open();

        page.click("support-pin");
        page.browser().click("dialog[open] .support-bar .stop");

        support.awaitDone("stop");
        page.awaitText("This is over");
    }

    @Test
    void afterASessionItsSummaryIsPrinted() throws IOException, InterruptedException {
        support.sessions()
                .is(
                        SessionState.CLOSED,
                        made -> made.last = support.sessions().example.last());
        page.agent().ledger.append(Event.of(EventKind.HELP_REQUESTED).with(Detail.SESSION, ExampleSession.SESSION));
        page.open();

        page.awaitText("Ada Keller, 26 minutes. Somebody here stopped it.");
        String paper = page.browser().await(".support a").getDomAttribute("href");
        page.browser().driver().get(page.console().url + paper);

        page.awaitText("Record of a remote support session");
        support.picture("paper");
        assertEquals(List.of(), page.browser().complaints());
    }

    @Test
    void thereIsNoSessionWithoutItsCode() throws IOException, InterruptedException {
        page.agent().supportRuns = false;
        page.open();

        page.awaitText("no code for it runs");
        assertEquals(0, page.browser().all("#request-help").size());
    }
}
