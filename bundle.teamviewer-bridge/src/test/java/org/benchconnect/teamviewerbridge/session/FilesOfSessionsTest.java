package org.benchconnect.teamviewerbridge.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.benchconnect.core.feature.Privilege;
import org.benchconnect.core.ledger.Detail;
import org.benchconnect.core.ledger.EventKind;
import org.benchconnect.core.session.Enforcement;
import org.benchconnect.core.session.FileToTransfer;
import org.benchconnect.core.session.FileToTransfer.Direction;
import org.benchconnect.core.session.LeaseEnd;
import org.benchconnect.core.session.SessionEnd;
import org.benchconnect.teamviewerbridge.engine.Visit;
import org.benchconnect.teamviewerbridge.engine.VisitOverException;
import org.junit.jupiter.api.Test;

/** One file, one lease, and what a supporter may try with both. */
class FilesOfSessionsTest {
    private final Laboratory pc = new Laboratory();

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private void ask(Visit visit, Direction direction, String name, long size) throws VisitOverException {
        visit.asks(Privilege.TRANSFER_FILES, Optional.empty(), Optional.of(new FileToTransfer(direction, name, size)));
    }

    /** A supporter who was allowed to send this. */
    private Visit allowed(String name, long size) throws Exception {
        Visit visit = pc.compared();
        allow(visit, name, size);
        return visit;
    }

    private void allow(Visit visit, String name, long size) throws Exception {
        ask(visit, Direction.IN, name, size);
        pc.sessions.give(pc.question(), pc.view().request().orElseThrow().id());
    }

    private void endsTheSession(ThrowingRunnable sent) {
        assertThrows(VisitOverException.class, sent::run);
        assertTrue(pc.engine.cut);
        assertEquals(Optional.of(SessionEnd.PROTOCOL), pc.view().last().map(one -> one.ended()));
        assertEquals(List.of(), pc.leases.inForce());
        assertEquals(0, pc.transfer.open, "nothing of it stays");
    }

    private interface ThrowingRunnable {
        void run() throws Exception;
    }

    @Test
    void aFileThatAPersonAllowedIsTakenWholeAndItsLeaseEndsWithIt() throws Exception {
        Visit visit = allowed("report.pdf", 6);

        visit.fileBytes(bytes("abc"));
        visit.fileBytes(bytes("def"));
        boolean kept = visit.fileEnds();

        assertTrue(kept);
        assertEquals(List.of("report.pdf abcdef"), pc.transfer.kept);
        assertEquals(List.of(), pc.leases.inForce());
        assertEquals(List.of(), pc.view().permissions());
        assertFalse(pc.engine.cut);
        assertFalse(pc.ledger.all().toString().contains("report"), "no file's name is in the ledger");
        assertEquals(
                "ENFORCED_BY_AGENT",
                pc.entries(EventKind.LEASE_ASKED).get(0).event().details().get(Detail.ENFORCEMENT));
        assertEquals(
                "6", pc.entries(EventKind.LEASE_ASKED).get(0).event().details().get(Detail.SIZE));
    }

    @Test
    void bytesBeforeAnyAnswerEndTheSession() throws Exception {
        Visit visit = pc.compared();
        ask(visit, Direction.IN, "report.pdf", 6);

        endsTheSession(() -> visit.fileBytes(bytes("abc")));

        assertEquals(List.of(), pc.transfer.begun);
    }

    @Test
    void anotherPermissionIsNoneForAFile() throws Exception {
        Visit visit = pc.compared();
        pc.allow(visit, Privilege.VIEW_SCREEN);
        pc.allow(visit, Privilege.CONTROL_INPUT);

        endsTheSession(() -> visit.fileBytes(bytes("abc")));

        assertEquals(List.of(), pc.transfer.begun);
    }

    @Test
    void moreBytesThanPromisedEndTheSession() throws Exception {
        Visit visit = allowed("report.pdf", 6);
        visit.fileBytes(bytes("abcde"));

        endsTheSession(() -> visit.fileBytes(bytes("fg")));

        assertEquals(List.of(), pc.transfer.kept);
    }

    @Test
    void anEndBeforeAllBytesEndsTheSession() throws Exception {
        Visit visit = allowed("report.pdf", 6);
        visit.fileBytes(bytes("abc"));

        endsTheSession(visit::fileEnds);

        assertEquals(List.of(), pc.transfer.kept);
    }

    @Test
    void aSecondFileUnderOneLeaseEndsTheSession() throws Exception {
        Visit visit = allowed("report.pdf", 3);
        visit.fileBytes(bytes("abc"));
        visit.fileEnds();

        endsTheSession(() -> visit.fileBytes(bytes("abc")));

        assertEquals(List.of("report.pdf abc"), pc.transfer.kept);
    }

    @Test
    void aSecondEndEndsTheSession() throws Exception {
        Visit visit = allowed("report.pdf", 3);
        visit.fileBytes(bytes("abc"));
        visit.fileEnds();

        endsTheSession(visit::fileEnds);
    }

    @Test
    void whileOneFileIsAllowedNobodyIsAskedForAnother() throws Exception {
        Visit visit = allowed("report.pdf", 3);

        ask(visit, Direction.IN, "other.pdf", 3);

        assertEquals(Optional.empty(), pc.view().request());
        assertEquals(List.of(Privilege.TRANSFER_FILES), pc.engine.refused);
    }

    @Test
    void theNextFileNeedsAPersonsWordOfItsOwn() throws Exception {
        Visit visit = allowed("report.pdf", 3);
        visit.fileBytes(bytes("abc"));
        visit.fileEnds();

        allow(visit, "other.pdf", 2);
        visit.fileBytes(bytes("de"));
        visit.fileEnds();

        assertEquals(List.of("report.pdf abc", "other.pdf de"), pc.transfer.kept);
    }

    @Test
    void whatWasUnderWayWhenAPersonTookItBackIsDroppedAndNotAByteMore() throws Exception {
        Visit visit = allowed("report.pdf", 6);
        visit.fileBytes(bytes("abc"));
        pc.sessions.end(pc.view().permissions().get(0).lease());

        visit.fileBytes(bytes("def"));
        assertFalse(pc.engine.cut);
        assertEquals(0, pc.transfer.open);

        endsTheSession(() -> visit.fileBytes(bytes("g")));
        assertEquals(List.of(), pc.transfer.kept);
    }

    @Test
    void whoAsksAnewHasNothingUnderWay() throws Exception {
        Visit visit = allowed("report.pdf", 6);
        pc.sessions.end(pc.view().permissions().get(0).lease());
        ask(visit, Direction.IN, "report.pdf", 6);

        endsTheSession(() -> visit.fileBytes(bytes("abc")));

        assertEquals(List.of(), pc.transfer.begun);
    }

    @Test
    void aFeatureThatIsWithdrawnInTheMiddleTakesNothingMore() throws Exception {
        Visit visit = allowed("report.pdf", 6);
        visit.fileBytes(bytes("abc"));
        pc.files = false;
        pc.leases.endFeature(Features.FILES, LeaseEnd.WITHDRAWN);

        visit.fileBytes(bytes("def"));
        boolean kept = visit.fileEnds();

        assertFalse(kept);
        assertEquals(List.of(), pc.transfer.kept);
        assertEquals(0, pc.transfer.open);
        assertFalse(pc.engine.cut, "the session goes on without it");
    }

    @Test
    void aFileThatTheFeatureRefusesEndsItsLeaseAndNoMore() throws Exception {
        Visit visit = allowed("report.txt", 6);

        visit.fileBytes(bytes("a\0c"));
        visit.fileBytes(bytes("def"));

        assertFalse(visit.fileEnds());
        assertEquals(List.of(), pc.leases.inForce());
        assertEquals(List.of(), pc.transfer.kept);
        assertFalse(pc.engine.cut);
    }

    @Test
    void nobodyIsAskedForANameThatTheFeatureDoesNotTake() throws Exception {
        refusedUnasked(Direction.IN, "../report.pdf");
    }

    @Test
    void nobodyIsAskedForAFileOfThisPc() throws Exception {
        refusedUnasked(Direction.OUT, "report.pdf");
    }

    private void refusedUnasked(Direction direction, String name) throws Exception {
        Visit visit = pc.compared();

        ask(visit, direction, name, 6);

        assertEquals(Optional.empty(), pc.view().request());
        assertEquals(List.of(Privilege.TRANSFER_FILES), pc.engine.refused);
    }

    @Test
    void stopInTheMiddleLeavesNothing() throws Exception {
        Visit visit = allowed("report.pdf", 6);
        visit.fileBytes(bytes("abc"));

        pc.sessions.stop();

        assertThrows(VisitOverException.class, () -> visit.fileBytes(bytes("def")));
        assertThrows(VisitOverException.class, visit::fileEnds);
        assertEquals(List.of(), pc.transfer.kept);
    }

    @Test
    void whetherFilesCanBeSentIsSaidAsTheFeatureComesAndGoes() throws Exception {
        pc.files = false;
        Visit visit = pc.compared();
        List<Boolean> told = new ArrayList<>();
        visit.files(told::add);
        assertEquals(List.of(), told);
        assertEquals(Enforcement.UNSUPPORTED, pc.view().enforcement().get(Privilege.TRANSFER_FILES));

        pc.files = true;
        pc.sessions.look();
        pc.sessions.look();
        assertEquals(Enforcement.ENFORCED_BY_AGENT, pc.view().enforcement().get(Privilege.TRANSFER_FILES));
        pc.files = false;
        pc.sessions.look();

        assertEquals(List.of(true, false), told);
    }

    @Test
    void anEngineThatDoesNotEnforceTransfersNoFiles() {
        pc.engine.enforcement.put(Privilege.VIEW_SCREEN, Enforcement.DELEGATED);

        assertEquals(Enforcement.UNSUPPORTED, pc.view().enforcement().get(Privilege.TRANSFER_FILES));
    }
}
