package org.benchconnect.engine.rfb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.benchconnect.core.feature.Privilege;
import org.benchconnect.core.session.LeaseEnd;
import org.benchconnect.core.session.SessionEnd;
import org.benchconnect.engine.rfb.channel.FrameType;
import org.benchconnect.engine.rfb.desktop.Desktop;
import org.benchconnect.engine.rfb.desktop.Desktops;
import org.benchconnect.engine.rfb.filter.ClientMessage;
import org.benchconnect.teamviewerbridge.engine.NotAdmittedException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The engine between a supporter's end and a real Xvnc with xterm. */
@Timeout(300)
class RealDesktopTest {
    @TempDir
    private Path folder;

    private OneVisit visit;
    private PairedTransport[] ends;
    private SupporterEnd supporter;
    private final GivenLease view = new GivenLease(Privilege.VIEW_SCREEN, Optional.empty());
    private final GivenLease control = new GivenLease(Privilege.CONTROL_INPUT, Optional.empty());
    private String display = "";
    private OpenWay way;
    private Desktop desktop;
    private Process xterm;
    private volatile boolean gone;

    @BeforeEach
    void begin() throws Exception {
        for (String program : List.of("Xvnc", "xterm", "setpriv")) {
            assumeTrue(Files.isExecutable(Path.of("/usr/bin", program)), program + " is not installed");
        }
        visit = new OneVisit();
        ends = PairedTransport.pair();
        supporter = new SupporterEnd(ends[1]);
        gone = false;
        display = OneDisplay.free();
        Desktops desktops = Desktops.of("xvnc", display, Optional.of(OneDisplay.cookie(folder)), "640x480");
        assertEquals(List.of(), desktops.hindrances());
        desktop = desktops.next();
        way = new OpenWay(
                visit, relay -> ends[0], new OneIdentity(), new UUID(1, 2), desktop, false, () -> gone = true);
        way.start();
    }

    @AfterEach
    void end() throws Exception {
        if (xterm != null) {
            xterm.destroyForcibly().waitFor();
        }
        if (way != null) {
            way.cut();
            until(() -> gone);
        }
    }

    private static void until(BooleanSupplier condition) throws InterruptedException {
        Object tick = new Object();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        synchronized (tick) {
            while (!condition.getAsBoolean()) {
                assertTrue(System.nanoTime() < end, "waited too long");
                tick.wait(20);
            }
        }
    }

    private void authenticate() throws Exception {
        supporter.join();
        supporter.confirmed();
        supporter.control("{\"t\":\"password\",\"password\":\"WRONG\"}");
        supporter.await("\"wrong\"");
        supporter.control("{\"t\":\"password\",\"password\":\"ABCDEFGHJK\"}");
        supporter.await("\"authenticated\"");
    }

    private void see() throws Exception {
        way.given(view);
        supporter.await("\"given\"");
        supporter.begin();
        ProcessBuilder builder = new ProcessBuilder("xterm", "-geometry", "80x24+0+0", "-e", "sh")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .directory(folder.toFile());
        builder.environment().put("DISPLAY", display);
        builder.environment().put("XAUTHORITY", OneDisplay.cookie(folder).toString());
        xterm = builder.start();
        supporter.request(false);
        while (!supporter.nextUpdateShowsAnything()) {
            supporter.request(true);
        }
    }

    private void control() throws Exception {
        way.given(control);
        supporter.await("\"given\"");
        supporter.rfb(ClientMessage.pointer(0, 100, 100));
    }

    /** Types until the shell, which may have started later, has made that file. */
    private void typedCommandRuns(String file) throws Exception {
        Path made = folder.resolve(file);
        Object tick = new Object();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        synchronized (tick) {
            while (!Files.exists(made)) {
                assertTrue(System.nanoTime() < end, "nothing was typed");
                supporter.type(" touch " + file + "\n");
                tick.wait(500);
            }
        }
    }

    @Test
    void nothingIsPaintedBeforeTheViewLease() throws Exception {
        authenticate();
        supporter.rfb("RFB 003.008\n".getBytes(StandardCharsets.US_ASCII));
        supporter.control("{\"t\":\"ask\",\"privilege\":\"view-screen\"}");
        until(() -> visit.said.contains("asks view-screen"));

        assertEquals(0, supporter.pictureBytes());
        assertFalse(Files.exists(OneDisplay.socket(display)), "no server runs yet");
    }

    @Test
    void keysBeforeTheControlLeaseChangeNothingAndAfterItATypedCommandRuns() throws Exception {
        authenticate();
        see();
        supporter.rfb(ClientMessage.pointer(0, 100, 100));
        supporter.type("touch before\n");

        control();
        typedCommandRuns("after");

        assertFalse(Files.exists(folder.resolve("before")));
    }

    @Test
    void whileAPersonIsAskedNothingIsTypedAndThePictureIsBlack() throws Exception {
        authenticate();
        see();
        control();
        typedCommandRuns("first");

        way.freeze(true);
        supporter.await("\"frozen\":true");
        supporter.type("touch frozen\n");
        supporter.request(false);
        supporter.control("{\"t\":\"ask\",\"privilege\":\"share-clipboard\",\"direction\":\"out\"}");
        until(() -> visit.said.contains("asks share-clipboard")); // all before it was read
        while (supporter.nextUpdateShowsAnything()) {
            // what was under way before
        }
        int black = supporter.pictureBytes();
        way.freeze(false);
        supporter.await("\"frozen\":false");
        while (!supporter.nextUpdateShowsAnything()) {
            // the picture comes back by itself
        }
        typedCommandRuns("second");

        assertTrue(supporter.pictureBytes() > black);
        assertFalse(Files.exists(folder.resolve("frozen")));
    }

    @Test
    void controlThatEndsTakesNoKeysAnyMoreWhileThePictureGoesOn() throws Exception {
        authenticate();
        see();
        control();
        typedCommandRuns("first");

        control.end(LeaseEnd.STOPPED);
        supporter.await("\"ended\"");
        supporter.type("touch late\n");
        supporter.request(false);
        while (!supporter.nextUpdateShowsAnything()) {
            supporter.request(true);
        }
        GivenLease again = new GivenLease(Privilege.CONTROL_INPUT, Optional.empty());
        way.given(again);
        typedCommandRuns("again");

        assertFalse(Files.exists(folder.resolve("late")));
    }

    @Test
    void stopCutsAtOnceWithTheRelayFrozen() throws Exception {
        boolean atOnce = stopCutsAtOnce();
        for (int tries = 1; !atOnce && tries < 5; tries++) { // the machine may have stood still just then
            end();
            begin();
            atOnce = stopCutsAtOnce();
        }

        assertTrue(atOnce, "each time it took two seconds or more");
    }

    /** It waits 50 ms to tell why, and for nothing else: not for the relay, not for keys to be let go. */
    private boolean stopCutsAtOnce() throws Exception {
        authenticate();
        see();
        ends[0].stuck = true;
        supporter.request(false);

        long before = System.nanoTime();
        way.cut(SessionEnd.STOPPED);
        long took = System.nanoTime() - before;
        int sent = ends[0].sent;
        ends[0].stuck = false;
        until(() -> gone);

        assertTrue(ends[0].isAborted());
        assertEquals(sent, ends[0].sent);
        until(() -> !Files.exists(OneDisplay.lock(display)));
        return took < TimeUnit.SECONDS.toNanos(2);
    }

    @Test
    void endOfTheViewLeaseEndsTheStreamAndANewOneBeginsWithTheNext() throws Exception {
        authenticate();
        see();

        view.end(LeaseEnd.STOPPED);
        supporter.await("\"ended\"");
        int bytes = supporter.pictureBytes();
        supporter.request(false);
        supporter.control("{\"t\":\"ask\",\"privilege\":\"view-screen\"}");
        until(() -> visit.said.contains("asks view-screen"));

        assertEquals(bytes, supporter.pictureBytes());
    }

    @Test
    void frameOfAFileEndsTheSession() throws Exception {
        authenticate();

        supporter.send(FrameType.FILE, new byte[] {0, 1});

        assertEquals(SessionEnd.PROTOCOL, visit.ended.get(60, TimeUnit.SECONDS));
        assertTrue(ends[0].isAborted());
    }

    @Test
    void questionBeforeThePasswordEndsTheSession() throws Exception {
        supporter.join();
        supporter.confirmed();

        supporter.control("{\"t\":\"ask\",\"privilege\":\"view-screen\"}");

        assertEquals(SessionEnd.PROTOCOL, visit.ended.get(60, TimeUnit.SECONDS));
    }

    @Test
    void whoIsNotAdmittedIsToldNothing() throws Exception {
        visit.refuse = NotAdmittedException.Reason.TRAINING;
        supporter.join();

        assertEquals(SessionEnd.NOT_ADMITTED, visit.ended.get(60, TimeUnit.SECONDS));
        assertEquals(2, ends[0].sent, "the relay's greeting and the hello");
    }

    @Test
    void supporterLeaves() throws Exception {
        authenticate();

        supporter.control("{\"t\":\"leave\"}");

        assertEquals(SessionEnd.SUPPORTER_LEFT, visit.ended.get(60, TimeUnit.SECONDS));
    }
}
