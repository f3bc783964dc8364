package org.benchconnect.teamviewerbridge.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.benchconnect.core.consent.AnswerRefusedException;
import org.benchconnect.core.feature.Privilege;
import org.benchconnect.core.ledger.EventKind;
import org.benchconnect.core.session.SessionEnd;
import org.benchconnect.core.session.SessionRefusedException;
import org.benchconnect.teamviewerbridge.engine.Visit;
import org.benchconnect.teamviewerbridge.engine.VisitOverException;
import org.junit.jupiter.api.Test;

/** What a supporter who was let in may try with requests. */
class AskingAttacksTest {
    private final Laboratory pc = new Laboratory();

    private Optional<SessionEnd> ended() {
        return pc.view().last().map(one -> one.ended());
    }

    /** From the moment in which a request can be seen until it is answered nothing that the supporter sends reaches the desktop; and nothing but an answer here counts. */
    @Test
    void supporterCannotAnswerForTheLaboratory() throws Exception {
        Visit visit = pc.compared();
        pc.allow(visit, Privilege.VIEW_SCREEN);
        pc.allow(visit, Privilege.CONTROL_INPUT);
        assertTrue(pc.engine.passes(Privilege.CONTROL_INPUT));
        pc.sessions.listen(view -> {
            if (view.request().isPresent()) {
                assertFalse(pc.engine.passes(Privilege.CONTROL_INPUT));
            }
        });

        pc.ask(visit, Privilege.SHARE_CLIPBOARD);
        String request = pc.view().request().orElseThrow().id();
        assertFalse(pc.engine.passes(Privilege.CONTROL_INPUT));
        String question = pc.question();
        assertFalse(pc.engine.passes(Privilege.VIEW_SCREEN));
        pc.ask(visit, Privilege.TRANSFER_FILES);
        assertFalse(pc.engine.passes(Privilege.CONTROL_INPUT));
        assertThrows(SessionRefusedException.class, () -> pc.sessions.give("f".repeat(32), request));
        assertThrows(
                AnswerRefusedException.class,
                () -> pc.sessions.give("f".repeat(32), request, OneAccount.ID, OneAccount.PIN.toCharArray()));
        assertThrows(SessionRefusedException.class, () -> pc.sessions.give(question, "0".repeat(16)));
        pc.pass(Duration.ofSeconds(58));
        assertFalse(pc.engine.passes(Privilege.CONTROL_INPUT));
        pc.pass(Duration.ofSeconds(2));

        assertEquals(Optional.empty(), pc.view().request());
        assertEquals(2, pc.leases.inForce().size());
        assertThrows(SessionRefusedException.class, () -> pc.sessions.give(pc.question(), request));
        pc.questions.close(question);
    }

    @Test
    void inputIsFrozenBeforeTheRequestCanBeSeenAndUntilItIsAnswered() throws Exception {
        Visit visit = pc.compared();
        List<String> calls = new ArrayList<>();
        pc.engine.whenFrozen = now -> calls.add(now + " " + pc.view().request().isPresent());

        pc.ask(visit, Privilege.VIEW_SCREEN);
        pc.sessions.refuse(pc.view().request().orElseThrow().id());

        assertEquals(List.of("true false", "false false"), calls);
    }

    @Test
    void anEngineThatCannotFreezeIsCut() throws Exception {
        Visit visit = pc.compared();
        pc.engine.whenFrozen = now -> {
            throw new IllegalStateException("as the test wants");
        };

        assertThrows(VisitOverException.class, () -> pc.ask(visit, Privilege.VIEW_SCREEN));

        assertTrue(pc.engine.cut);
        assertEquals(Optional.of(SessionEnd.FAILED), ended());
    }

    @Test
    void aTimeOutNeverAllows() throws Exception {
        Visit visit = pc.compared();
        for (Privilege privilege : Privilege.values()) {
            pc.ask(visit, privilege);
            String request = pc.view().request().orElseThrow().id();
            String question = pc.question();

            pc.pass(Duration.ofSeconds(60));

            assertEquals(Optional.empty(), pc.view().request());
            assertThrows(SessionRefusedException.class, () -> pc.sessions.give(question, request));
            pc.questions.close(question);
        }
        assertEquals(List.of(), pc.leases.inForce());
        assertEquals(List.of(), pc.entries(EventKind.LEASE_GIVEN));
        assertEquals(4, pc.engine.refused.size());
    }

    @Test
    void afterTwoNoesTheSameIsNotAskedAgain() throws Exception {
        Visit visit = pc.compared();
        for (int i = 0; i < 2; i++) {
            pc.ask(visit, Privilege.TRANSFER_FILES);
            pc.sessions.refuse(pc.view().request().orElseThrow().id());
        }

        pc.ask(visit, Privilege.TRANSFER_FILES);

        assertEquals(Optional.empty(), pc.view().request());
        assertEquals(3, pc.engine.refused.size());
        pc.ask(visit, Privilege.VIEW_SCREEN);
        assertTrue(pc.view().request().isPresent());
    }

    @Test
    void oneRequestAtATime() throws Exception {
        Visit visit = pc.compared();
        pc.ask(visit, Privilege.VIEW_SCREEN);

        pc.ask(visit, Privilege.CONTROL_INPUT);

        assertEquals(Privilege.VIEW_SCREEN, pc.view().request().orElseThrow().privilege());
        assertEquals(List.of(Privilege.CONTROL_INPUT), pc.engine.refused);
    }

    @Test
    void aFloodOfRequestsEndsTheSessionAndDoesNotFillTheLedger() throws Exception {
        Visit visit = pc.compared();
        pc.ask(visit, Privilege.VIEW_SCREEN);

        assertThrows(VisitOverException.class, () -> {
            for (int i = 0; i < 10_000; i++) {
                pc.ask(visit, Privilege.CONTROL_INPUT);
            }
        });

        assertEquals(Optional.of(SessionEnd.PROTOCOL), ended());
        assertTrue(pc.ledger.size() < 100);
    }

    @Test
    void withoutTheFeatureThatTransfersFilesNobodyIsAskedForOne() throws Exception {
        pc.files = false;
        Visit visit = pc.compared();

        pc.ask(visit, Privilege.TRANSFER_FILES);

        assertEquals(Optional.empty(), pc.view().request());
        assertEquals(List.of(Privilege.TRANSFER_FILES), pc.engine.refused);
    }
}
