package org.benchconnect.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.benchconnect.core.feature.Privilege;
import org.benchconnect.core.instrument.Activity;
import org.benchconnect.core.session.SessionRefusedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.Keys;

/** What the supporter asks for, on the page, in a real browser. */
class PageSupportRequestTest {
    @RegisterExtension
    final InABrowser page = new InABrowser();

    private final SupportOnThePage support = new SupportOnThePage(page);

    private void idle() {
        page.agent().watched = List.of(page.agent().navios(Activity.IDLE, true));
    }

    /** Presses yes in each picture the browser draws, from the first with the button in it, until it counts. */
    private static final String IMPATIENT =
            """
            window.tried = 0;
            const watch = new MutationObserver(() => {
              const button = document.getElementById("support-yes");
              if (!button || window.seen) return;
              window.seen = performance.now();
              window.focused = document.activeElement.tagName;
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
            watch.observe(document.body, { subtree: true, childList: true });
            """;

    @Test
    void aRequestIsInertForASecondNotFocusedAndNeverAllowedByEnter() throws IOException, InterruptedException {
        page.open();
        page.browser().driver().executeScript(IMPATIENT);

        support.asks(Privilege.VIEW_SCREEN);

        page.browser().await("it can be pressed in the end", () -> page.browser()
                .script("return window.enabledAfter > 0")
                .equals("true"));
        assertEquals("true", page.browser().script("return window.enabledAfter >= 900 && window.tried > 0"));
        assertEquals("BODY", page.browser().script("return window.focused"));
        assertEquals(1, page.agent().questions.openNow());
        page.tabTo("support-yes");
        page.press(Keys.ENTER);
        page.press(Keys.TAB);
        assertEquals(List.of(), support.sessions().done);
        page.click("support-yes");

        support.awaitDone("give " + ExampleSession.REQUEST);
        page.awaitText("Sees this screen.");
    }

    @Test
    void theWarningNamesWhoWillSeePatientNames() throws IOException, InterruptedException {
        page.open();
        support.asks(Privilege.VIEW_SCREEN);

        page.awaitText("Everything on this screen, patient names too, becomes visible to Ada Keller. Please close");
        page.awaitText("Without an answer it counts as a no in ");
        page.click("support-no");

        support.awaitDone("refuse " + ExampleSession.REQUEST);
        page.browser()
                .await("the question is closed", () -> page.agent().questions.openNow() == 0);
    }

    @Test
    void aRequestThatIsOverClosesItsQuestion() throws IOException, InterruptedException {
        page.open();
        support.asks(Privilege.VIEW_SCREEN);
        support.awaitYes();

        support.connected(made -> {});

        page.browser()
                .await("the question is closed", () -> page.agent().questions.openNow() == 0);
        assertEquals(0, page.browser().all("#support-request").size());
    }

    @Test
    void controlDuringAMeasurementNeedsAPinAndThenItsOwnClick() throws IOException, InterruptedException {
        page.open();
        support.asks(Privilege.CONTROL_INPUT);
        page.awaitText("The instrument is measuring, or nobody can tell.");
        assertEquals(0, page.browser().all("#support-yes").size());

        page.click("support-pin");
        page.choose("Luis Ortega");
        page.enter("ask-pin", "234242");
        page.approve();

        support.awaitDone("allowControlDuringRun");
        support.awaitYes();
        page.click("support-yes");
        support.awaitDone("give " + ExampleSession.REQUEST);
    }

    @Test
    void afterControlAClickLeadsToThePinAndThePinAllows() throws IOException, InterruptedException {
        page.open();
        support.asks(Privilege.VIEW_SCREEN);
        support.awaitYes();
        support.sessions().refuses = SessionRefusedException.Reason.PIN;

        page.click("support-yes");
        page.click("support-give-pin");
        page.choose("Luis Ortega");
        page.enter("ask-pin", "234242");
        page.approve();

        support.awaitDone("give " + ExampleSession.REQUEST);
    }

    @Test
    void anAgentThatRefusesControlForTheInstrumentLeadsToThePin() throws IOException, InterruptedException {
        idle();
        page.open();
        support.asks(Privilege.CONTROL_INPUT);
        support.awaitYes();
        support.sessions().refuses = SessionRefusedException.Reason.ACQUIRING;

        page.click("support-yes");

        page.byId("support-pin");
        assertTrue(page.says("unless somebody here answers for it with a PIN"));
    }
}
