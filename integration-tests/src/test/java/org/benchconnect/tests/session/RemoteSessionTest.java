package org.benchconnect.tests.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.benchconnect.tests.Await;
import org.benchconnect.tests.lab.LabApi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WindowType;

/** From a person who requests help to Stop, on the real parts. One agent and one relay for all of it; each test is a session of its own, or several. */
@EnabledIfSystemProperty(
        named = "benchconnect.session",
        matches = "true",
        disabledReason = "two minutes of real desktops and browsers: benchconnect torture session runs it")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RemoteSessionTest {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String VIEW = "view-screen";
    private static final String CONTROL = "control-input";

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
            all.register();
            all.quiet();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"x11vnc", "Xvnc"})
    void eachPermissionBeginsWithAPersonsWordAndNothingBeforeIt(String server) throws Exception {
        String display = all.shows(server);
        SupporterPage page = all.page();
        SupportedPc.Invitation invitation = all.joined();
        assertEquals(0, page.canvases());
        assertFalse(all.serves(server), "the desktop server runs only while somebody may look");
        page.sendsEverything();
        page.remembersWhatComes();

        page.ask(VIEW);
        String request = all.pc().waiting(VIEW);
        assertEquals("NOT_COMPARED", all.pc().give(request).text("reason"));
        assertEquals(0, page.canvases());
        all.pc().compared();
        all.pc().give(all.pc().waiting(VIEW)).ok();
        page.awaitPermission(VIEW, "given");
        Terminal terminal = all.terminal(server, display);
        page.painted();

        String before = Display.pointer(display);
        page.clickAndType(0.2, 0.2, "mark early", Keys.ENTER);
        page.pasteAnyway("patient in");
        page.ask(CONTROL);
        request = all.pc().waiting(CONTROL);
        LabApi.Answer early = all.pc().give(request);
        assertTrue(early.body().toString().contains("ACQUIRING"), () -> "an instrument may measure: " + early);
        all.pc().allowControlDuringRun();
        assertEquals(before, Display.pointer(display));
        all.pc().give(request).ok();
        page.awaitPermission(CONTROL, "given");
        page.painted();
        page.clickAndType(0.4, 0.45, "mark late", Keys.ENTER); // elsewhere than other sessions on this screen
        terminal.awaitMark("late");

        assertFalse(terminal.marks().contains("early"));
        assertFalse(before.equals(Display.pointer(display)), "the pointer moves with the supporter's");
        all.pc().stop();
        page.over();
        assertEquals(0, page.canvases());
        Await.until("the desktop server ended", PATIENCE, () -> !all.serves(server));
        assertTrue(
                all.pc()
                        .ledger(invitation.session())
                        .containsAll(List.of(
                                "HELP_REQUESTED",
                                "SESSION_REQUESTED",
                                "SUPPORTER_AUTHENTICATED",
                                "SESSION_BEGUN",
                                "STRINGS_COMPARED",
                                "LEASE_ASKED",
                                "LEASE_GIVEN",
                                "CONTROL_DURING_RUN_ALLOWED",
                                "SESSION_ENDED STOPPED")),
                () -> all.ledger(invitation));
    }

    @Test
    void everyByteWentThroughTheProxyThatWantsAPassword() throws Exception {
        all.shows("x11vnc");
        all.joined();

        all.pc().stop();

        Await.until("squid writes down a tunnel", PATIENCE, () -> all.proxy()
                .accesses()
                .contains(" CONNECT localhost:" + all.desk().relayPort() + " " + PasswordProxy.USER + " "));
    }

    @Test
    void refusedAnswersLeaveNothing() throws Exception {
        all.shows("x11vnc");
        SupporterPage page = all.page();
        all.joined();
        all.pc().compared();
        page.ask(VIEW);

        all.pc().refuse(all.pc().waiting(VIEW));

        page.awaitPermission(VIEW, "refused");
        assertEquals(0, page.canvases());
        LabApi.Answer late = all.pc().give("0000000000000000");
        assertEquals(409, late.status(), () -> late.body().toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"NOT_LISTED", "TRAINING", "REGION"})
    void whoeverTheListDoesNotAdmitIsRefused(String reason) throws Exception {
        all.shows("x11vnc");
        SupportedPc.Invitation invitation = all.invited();

        all.page().join(invitation, all.desk().refusedFor(reason));

        assertTrue(all.page().over().contains("did not admit you"), all.page().text());
        all.written(invitation, "SUPPORTER_REFUSED " + reason);
        all.written(invitation, "SESSION_ENDED NOT_ADMITTED");
    }

    @Test
    void thePageTellsNothingToAnAgentWithAnotherKey() throws Exception {
        all.shows("x11vnc");
        all.registerKey("0".repeat(64));
        SupportedPc.Invitation invitation = all.invited();

        all.page().join(invitation, all.desk().anna);

        assertTrue(all.page().over().contains("Another PC answered"), all.page().text());
        all.written(invitation, "SESSION_REQUESTED");
        all.written(invitation, "SESSION_ENDED CONNECTION");
        assertFalse(all.ledger(invitation).contains("SUPPORTER_AUTHENTICATED"));
    }

    @Test
    void aCodeWorksOnce() throws Exception {
        all.shows("x11vnc");
        SupportedPc.Invitation invitation = all.joined();
        SupporterPage page = all.page();
        String first = page.driver().getWindowHandle();

        page.driver().switchTo().newWindow(WindowType.TAB);
        page.join(invitation, all.desk().anna);

        assertTrue(page.over().contains("Nobody waits under this code"), page.text());
        page.driver().close();
        page.driver().switchTo().window(first);
        assertEquals("AUTHENTICATED", all.pc().state());
        assertTrue(page.byId("asks").isDisplayed());
        all.written(invitation, "SUPPORTER_REFUSED SECOND_JOIN");
    }

    @Test
    void aPasswordOfAnEarlierSessionIsWrong() throws Exception {
        all.shows("x11vnc");
        SupportedPc.Invitation earlier = all.joined();
        all.pc().quiet();
        SupportedPc.Invitation invitation = all.invited();
        SupporterPage page = all.page();

        page.join(invitation.code(), earlier.password(), all.desk().anna);

        page.shown("again");
        all.written(invitation, "SESSION_PASSWORD_WRONG");
        assertEquals("AUTHENTICATING", all.pc().state());
        page.byId("password-again")
                .sendKeys(invitation.password(), Keys.ENTER); // who knows it is no longer counted as wrong
        page.shown("asks");
    }

    @Test
    void stopCutsWhileTheRelayStandsStill() throws Exception {
        String display = all.shows("x11vnc");
        Terminal terminal = all.terminal("x11vnc", display);
        SupportedPc.Invitation invitation = all.controlled();
        SupporterPage page = all.page();
        page.clickAndType(0.3, 0.3, "mark before", Keys.ENTER);
        terminal.awaitMark("before");
        all.desk().freeze();
        page.clickAndType(0.3, 0.3, "mark behind", Keys.ENTER);

        Duration took = all.pc().stop();

        assertTrue(took.compareTo(Duration.ofMillis(200)) <= 0, "cut after " + took);
        all.pc().awaitLedger(invitation.session(), "SESSION_ENDED STOPPED");
        Await.until("the desktop server ended", PATIENCE, () -> !all.serves("x11vnc"));
        all.desk().thaw();
        all.written(invitation, "SESSION_ENDED STOPPED");
        page.over();
        assertEquals(0, page.canvases());
        assertFalse(terminal.marks().contains("behind"));
    }

    @Test
    void theClipboardPassesInNoDirectionWithoutALeaseOfItsOwn() throws Exception {
        Terminal terminal = all.terminal("x11vnc", all.shows("x11vnc"));
        SupporterPage page = all.page();
        all.joined();
        page.sendsEverything();
        page.remembersWhatComes();
        all.pc().compared();
        all.allowed(VIEW);
        page.pasteAnyway("mark stolen\n");
        terminal.copy(Terminal.ABOVE);

        all.allowed("share-clipboard-out");
        terminal.copy(Terminal.BELOW);
        page.await("the word that was copied under a lease", () -> page.came(Terminal.BELOW));

        assertFalse(page.came(Terminal.ABOVE), "what was copied before the lease never left");
        terminal.insert();
        terminal.type("mark inserted");
        terminal.awaitMark("inserted");
        assertFalse(terminal.marks().contains("stolen"), "what the supporter sent without a lease is in no clipboard");
    }
}
