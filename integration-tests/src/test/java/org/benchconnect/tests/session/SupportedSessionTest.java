package org.benchconnect.tests.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.benchconnect.tests.Await;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/** The course of a session on the real parts, and who can answer in it: what every run of the tests looks at. {@link RemoteSessionTest} has the rest. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SupportedSessionTest {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String SERVER = "x11vnc";
    private static final String CLIPBOARD = "share-clipboard-in";

    private WholeSession all;

    @BeforeAll
    void begin(@TempDir(cleanup = CleanupMode.ON_SUCCESS) Path folder) throws Exception {
        all = new WholeSession(folder);
    }

    @AfterAll
    void end() throws Exception {
        if (all != null) {
            all.close();
        }
    }

    @AfterEach
    void nothingRuns() throws Exception {
        if (all != null) {
            all.quiet();
        }
    }

    @Test
    void nothingPassesBeforeItIsAllowedNorAfterStop() throws Exception {
        all.play(this::aSessionFromNothingToStop);
    }

    private void aSessionFromNothingToStop() throws Exception {
        Terminal terminal = all.terminal(SERVER, all.screen());
        terminal.forget();
        SupporterPage page = all.page();
        SupportedPc.Invitation invitation = all.joined();
        page.sendsEverything();
        all.pc().compared();
        page.ask("view-screen");
        String view = all.pc().waiting("view-screen");
        assertEquals(0, page.canvases());
        assertFalse(all.serves(SERVER), "the desktop server runs only while somebody may look");
        all.pc().give(view).ok();
        page.awaitPermission("view-screen", "given");
        page.painted();

        String before = Display.pointer(all.screen());
        page.clickAndType(0.2, 0.2, "mark early", Keys.ENTER);
        all.pc().allowControlDuringRun();
        page.ask("control-input");
        String control = all.pc().waiting("control-input");
        assertEquals(before, Display.pointer(all.screen()));
        all.pc().give(control).ok();
        page.awaitPermission("control-input", "given");
        page.painted();
        page.clickAndType(0.3, 0.3, "mark late", Keys.ENTER);
        terminal.awaitMark("late");
        assertFalse(terminal.marks().contains("early"));
        all.desk().freeze();
        page.clickAndType(0.3, 0.3, "mark behind", Keys.ENTER);
        all.stopAtOnce();

        all.pc().awaitLedger(invitation.session(), "SESSION_ENDED STOPPED");
        Await.until("the desktop server ended", PATIENCE, () -> !all.serves(SERVER));
        all.desk().thaw();
        page.over();
        assertEquals(0, page.canvases());
        assertFalse(terminal.marks().contains("behind"));
        all.written(invitation, "SESSION_ENDED STOPPED");
        Await.until(
                "the journal has as much as the ledger: " + all.ledger(invitation),
                PATIENCE,
                () -> all.pc().ledger(invitation.session()).size()
                        == all.desk().journal(invitation.session()).size());
    }

    @Test
    void supporterCannotAnswerForTheLaboratory() throws Exception {
        all.play(this::aSupporterWhoTriesToAnswer);
    }

    private void aSupporterWhoTriesToAnswer() throws Exception {
        try (OwnPage own = new OwnPage(all.pc(), all.screen())) {
            SupporterPage page = all.page();
            SupportedPc.Invitation invitation = all.joined();
            page.sendsEverything(); // its own page would hold keys back while a question is shown; this one does not
            all.pc().compared();
            all.allowed("view-screen");
            all.pc().allowControlDuringRun();
            all.allowed("control-input");
            page.await("what the supporter does reaches the page: " + own.heard(), () -> {
                page.clickAndType(0.5, 0.9, "a");
                return own.heard().contains("press") && own.heard().contains("a");
            });
            page.clickAndType(0.5, 0.9, "b");
            Await.until("so does the last of it", PATIENCE, () -> own.heard().contains("b"));

            page.ask(CLIPBOARD);
            String request = all.pc().waiting("share-clipboard");
            page.shown("frozen");
            own.awaitYes();
            page.await("the picture is blank", () -> page.colours() == 1);
            List<String> before = own.heard();
            double[] yes = own.middle("#support-yes");
            page.clickAnyway(yes[0], yes[1]);
            page.typeAnyway("Tab", "Enter", "Space");
            all.pc().refuse(request);
            page.awaitPermission(CLIPBOARD, "refused");
            page.await("the picture is back", () -> page.colours() > 1);
            page.await("the supporter's hands are free again: " + own.heard(), () -> {
                page.clickAndType(0.5, 0.9, "z");
                return own.heard().contains("z");
            });

            List<String> after = own.heard().subList(before.size(), own.heard().size());
            assertTrue(Set.of("press", "z").containsAll(after), after.toString());
            assertEquals(
                    Set.of("view-screen", "control-input"),
                    Set.copyOf(all.pc().permissions()),
                    () -> all.ledger(invitation));
            assertTrue(all.pc().ledger(invitation.session()).contains("LEASE_REFUSED PERSON"));
        }
    }
}
