package org.benchconnect.teamviewerbridge.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.benchconnect.core.account.AccountRefusedException;
import org.benchconnect.core.feature.Privilege;
import org.benchconnect.core.ledger.EventKind;
import org.benchconnect.core.session.FileToTransfer;
import org.benchconnect.core.session.SessionRefusedException;
import org.benchconnect.core.session.SessionRefusedException.Reason;
import org.benchconnect.core.session.SessionView.Permission;
import org.benchconnect.teamviewerbridge.engine.Visit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A program that a supporter started while control was allowed can click, and knows no PIN. */
class AfterControlTest {
    private final Laboratory pc = new Laboratory();
    private Visit visit;

    @BeforeEach
    void controlIsAllowed() throws Exception {
        visit = pc.compared();
        pc.allow(visit, Privilege.VIEW_SCREEN);
        pc.allow(visit, Privilege.CONTROL_INPUT);
    }

    private String waiting() {
        return pc.view().request().orElseThrow().id();
    }

    private void assertAClickAllowsNothing() {
        SessionRefusedException refused =
                assertThrows(SessionRefusedException.class, () -> pc.sessions.give(pc.question(), waiting()));
        assertEquals(Reason.PIN, refused.reason());
    }

    @Test
    void aClickAloneAllowsNothingMoreAndAPinDoesEachTime() throws Exception {
        pc.ask(visit, Privilege.SHARE_CLIPBOARD);
        assertAClickAllowsNothing();
        assertFalse(pc.engine.passes(Privilege.SHARE_CLIPBOARD));
        assertEquals(0, pc.engine.holds); // the refused answer closed its question

        char[] pin = OneAccount.PIN.toCharArray();
        pc.sessions.give(pc.question(), waiting(), OneAccount.ID, pin);

        assertTrue(pc.engine.passes(Privilege.SHARE_CLIPBOARD));
        assertArrayWiped(pin);
        pc.ask(visit, Privilege.TRANSFER_FILES);
        assertAClickAllowsNothing();
    }

    @Test
    void whoGaveThePinIsInTheLedgerAndForAClickThereIsNobodyToName() throws Exception {
        pc.ask(visit, Privilege.SHARE_CLIPBOARD);

        pc.sessions.give(pc.question(), waiting(), OneAccount.ID, OneAccount.PIN.toCharArray());

        assertEquals(
                List.of(Optional.empty(), Optional.empty(), Optional.of(OneAccount.ID)),
                pc.entries(EventKind.LEASE_GIVEN).stream()
                        .map(entry -> entry.event().by())
                        .toList());
    }

    @Test
    void itStaysSoWhenControlWasTakenBack() throws Exception {
        String control = pc.view().permissions().stream()
                .filter(one -> one.privilege() == Privilege.CONTROL_INPUT)
                .map(Permission::lease)
                .findFirst()
                .orElseThrow();

        pc.sessions.end(control);
        pc.ask(visit, Privilege.CONTROL_INPUT);

        assertAClickAllowsNothing();
    }

    @Test
    void aWrongPinAllowsNothing() throws Exception {
        pc.ask(visit, Privilege.SHARE_CLIPBOARD);

        assertThrows(
                AccountRefusedException.class,
                () -> pc.sessions.give(pc.question(), waiting(), OneAccount.ID, "000000".toCharArray()));

        assertFalse(pc.engine.passes(Privilege.SHARE_CLIPBOARD));
        assertAClickAllowsNothing();
    }

    @Test
    void whatLowersNeedsNoPin() throws Exception {
        pc.ask(visit, Privilege.SHARE_CLIPBOARD);

        pc.sessions.refuse(waiting());
        assertTrue(pc.view().request().isEmpty());
        pc.view().permissions().forEach(one -> pc.sessions.end(one.lease()));
        assertTrue(pc.view().permissions().isEmpty());
        pc.sessions.stop();

        assertTrue(pc.engine.cut);
    }

    @Test
    void permissionsAreShownInOneOrderWhateverCameFirst() throws Exception {
        for (FileToTransfer.Direction way : FileToTransfer.Direction.values()) {
            visit.asks(Privilege.SHARE_CLIPBOARD, Optional.of(way), Optional.empty());
            pc.sessions.give(pc.question(), waiting(), OneAccount.ID, OneAccount.PIN.toCharArray());
        }

        assertEquals(
                List.of("VIEW_SCREEN", "CONTROL_INPUT", "SHARE_CLIPBOARD IN", "SHARE_CLIPBOARD OUT"),
                pc.view().permissions().stream()
                        .map(one -> one.privilege()
                                + one.direction().map(way -> " " + way).orElse(""))
                        .toList());
    }

    @Test
    void theNextSessionBeginsAnew() throws Exception {
        pc.sessions.stop();
        Visit next = pc.compared();

        pc.allow(next, Privilege.VIEW_SCREEN);

        assertTrue(pc.engine.passes(Privilege.VIEW_SCREEN));
    }

    private static void assertArrayWiped(char[] pin) {
        assertTrue(Arrays.equals(new char[pin.length], pin));
    }
}
