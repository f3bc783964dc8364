package org.benchconnect.teamviewerbridge.teamviewer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.benchconnect.core.ledger.Detail;
import org.benchconnect.core.ledger.Event;
import org.benchconnect.core.ledger.EventKind;
import org.benchconnect.core.session.RemoteDesktop.Reach;
import org.benchconnect.core.signal.SoftwareVersion;
import org.benchconnect.launcher.storage.Disk;
import org.benchconnect.teamviewerbridge.Client;
import org.benchconnect.teamviewerbridge.engine.EngineException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OperationTest {
    private static final Client CLIENT = new Client(true, new SoftwareVersion(List.of(15, 74, 5)), 1L);

    @TempDir
    Path folder;

    private final KeptEvents ledger = new KeptEvents();
    private final KeptVisit visit = new KeptVisit();
    private MadeUpPc pc = new MadeUpPc(Path.of("nowhere"));
    private Operation operation = operation(pc);
    private long nanos = 1;

    private Operation operation(MadeUpPc of) {
        Telling telling = new Telling(() -> ledger, () -> null);
        Path home = folder == null ? Path.of("nowhere") : folder.resolve("home");
        LogIntake log = new LogIntake(
                new ConnectionLog(of.log(), Disk.forOwner(), home), LogTimes.UNKNOWN, telling, Clock.systemUTC());
        return new Operation(of, new Steering(true, true), telling, log, () -> nanos, Runnable::run);
    }

    @BeforeEach
    void begin() throws Exception {
        pc = new MadeUpPc(folder.resolve("Connections_incoming.txt"));
        operation = operation(pc);
        Files.writeString(folder.resolve(GoldenFile.NAME), ProvenSettings.GOLDEN);
        Files.writeString(folder.resolve(ProofFile.NAME), ProvenSettings.proof());
        read();
        tick();
    }

    private void read() throws InterruptedException {
        operation.ready(new ReadinessReader(() -> CLIENT, pc, Disk.forOwner(), Optional.of(folder)).read(true));
    }

    /** Eleven seconds later: everything is looked at again. */
    private void tick() throws InterruptedException {
        nanos += 11_000_000_000L;
        operation.tick();
    }

    private List<EventKind> kinds() {
        return ledger.events.stream().map(Event::kind).toList();
    }

    private void ask() throws EngineException {
        visit.running = operation.begin(visit);
    }

    @Test
    void whoWasAskedForJoinsLeavesAndIsCut() throws Exception {
        ask();
        pc.connected = true;
        tick();
        assertEquals(List.of("joined"), visit.told);
        assertEquals(Reach.DELEGATED, operation.reach());

        pc.connected = false;
        tick();

        assertEquals(List.of("joined", "SUPPORTER_LEFT"), visit.told);
        assertEquals(1, pc.stops);
        tick();
        assertEquals(1, pc.starts);
        assertEquals(List.of(), kinds());
    }

    @Test
    void whoNobodyAskedForIsWrittenDownAndCutOff() throws Exception {
        assertEquals(Reach.NOBODY, operation.reach());
        pc.connected = true;

        tick();

        assertEquals(List.of(EventKind.SESSION_REQUESTED, EventKind.SUPPORTER_REFUSED), kinds());
        assertEquals(1, pc.stops);
        assertEquals(Reach.DELEGATED, operation.reach());
        tick();
        assertEquals(Reach.NOBODY, operation.reach());
    }

    @Test
    void aStopThatTheSystemRefusesKeepsTheDesktopReached() throws Exception {
        ask();
        pc.connected = true;
        tick();
        pc.obeys = false;

        operation.close();
        pc.connected = false;
        tick();
        tick();

        assertEquals(3, pc.stops);
        assertEquals(Reach.DELEGATED, operation.reach());
    }

    @Test
    void nothingIsBegunWhileTheSettingsAreNotProven() throws Exception {
        Files.delete(folder.resolve(ProofFile.NAME));
        read();

        assertThrows(EngineException.class, this::ask);
    }

    @Test
    void aSettingThatChangesEndsTheVisit() throws Exception {
        ask();
        pc.settings = Map.of();

        read();

        assertEquals(List.of("DESKTOP"), visit.told);
        assertEquals(1, pc.stops);
    }

    @Test
    void whatIsNotSeenOrWasSeenLongAgoCountsAsConnected() throws Exception {
        pc.visible = false;
        tick();
        assertEquals(Reach.DELEGATED, operation.reach());
        pc.visible = true;
        tick();
        assertEquals(Reach.NOBODY, operation.reach());

        nanos += 10_000_000_000L;

        assertEquals(Reach.DELEGATED, operation.reach());
    }

    @Test
    void eachLoggedConnectionIsInTheLedgerWithItsSessionAndWithoutNames() throws Exception {
        log(ConnectionLogTest.LINE);
        ask();
        tick();
        log(ConnectionLogTest.LINE.replace("RemoteControl", "FileTransfer"));
        tick();

        List<Event> logged = ledger.events;
        assertEquals(
                "00000000-aaaa-0000-0000-000000000001", logged.get(0).details().get(Detail.REQUEST));
        assertEquals(
                List.of("REMOTE_CONTROL", "FILE_TRANSFER"),
                logged.stream().map(one -> one.details().get(Detail.REASON)).toList());
        assertEquals(visit.session(), logged.get(0).details().get(Detail.SESSION));
        assertFalse(logged.toString().contains("PC 7") || logged.toString().contains("111222333"));
    }

    @Test
    void aLoggedConnectionThatNobodyAskedForIsNamedSo() throws Exception {
        log(ConnectionLogTest.LINE + "\r\nhidden");

        tick();

        assertEquals(
                "REMOTE_CONTROL_NOT_REQUESTED", ledger.events.get(0).details().get(Detail.REASON));
        assertEquals("1", ledger.events.get(1).details().get(Detail.COUNT));
    }

    @Test
    void whatTheLedgerDidNotTakeIsToldAgain() throws Exception {
        ledger.takes = false;
        log(ConnectionLogTest.LINE);
        tick();
        assertTrue(ledger.events.isEmpty());

        ledger.takes = true;
        tick();

        assertEquals(1, ledger.events.size());
    }

    private void log(String line) throws IOException {
        Files.write(pc.log(), (line + "\r\n").getBytes(UTF_8), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
