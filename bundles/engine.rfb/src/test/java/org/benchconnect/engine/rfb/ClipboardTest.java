package org.benchconnect.engine.rfb;

import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.benchconnect.core.feature.Privilege;
import org.benchconnect.core.session.FileToTransfer.Direction;
import org.benchconnect.core.session.LeaseEnd;
import org.benchconnect.engine.rfb.desktop.Desktops;
import org.benchconnect.engine.rfb.filter.ClientMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A supporter's text on its way to the clipboard of a real desktop, where xclip looks. */
@Timeout(300)
class ClipboardTest {
    @TempDir
    private Path folder;

    private final OneVisit visit = new OneVisit();
    private final PairedTransport[] ends = PairedTransport.pair();
    private final SupporterEnd supporter = new SupporterEnd(ends[1]);
    private final Object tick = new Object();
    private OpenWay way;
    private Process xvfb;
    private String display;
    private volatile boolean gone;

    private void begin(String server) throws Exception {
        for (String program : List.of("Xvfb", "x11vnc", "Xvnc", "xclip", "setpriv")) {
            assumeTrue(Files.isExecutable(Path.of("/usr/bin", program)), program + " is not installed");
        }
        Path cookie = OneDisplay.cookie(folder);
        display = server.equals("xvnc") ? OneDisplay.free() : screen();
        Desktops desktops = Desktops.of(server, display, Optional.of(cookie), "640x480");
        way = new OpenWay(
                visit, relay -> ends[0], new OneIdentity(), new UUID(1, 2), desktops.next(), false, () -> gone = true);
        way.start();
        supporter.join();
        supporter.confirmed();
        supporter.control("{\"t\":\"password\",\"password\":\"ABCDEFGHJK\"}");
        supporter.await("\"authenticated\"");
        way.given(new GivenLease(Privilege.VIEW_SCREEN, Optional.empty()));
        supporter.await("\"given\"");
        supporter.begin();
        supporter.request(false);
        supporter.nextUpdateShowsAnything();
    }

    private String screen() throws IOException {
        xvfb = new ProcessBuilder("Xvfb", "-displayfd", "1", "-screen", "0", "320x200x24", "-nolisten", "tcp")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        return ":" + xvfb.inputReader().readLine();
    }

    @AfterEach
    void end() throws Exception {
        if (way != null) {
            way.cut();
            long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
            synchronized (tick) {
                while (!gone) {
                    assertTrue(System.nanoTime() < until, "the session does not end");
                    tick.wait(20);
                }
            }
        }
        if (xvfb != null) {
            xvfb.destroyForcibly().waitFor();
        }
    }

    private String clipboard() throws Exception {
        ProcessBuilder builder = new ProcessBuilder("xclip", "-o", "-selection", "clipboard")
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("DISPLAY", display);
        builder.environment().put("XAUTHORITY", OneDisplay.cookie(folder).toString());
        Process xclip = builder.start();
        try {
            String text = new String(xclip.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            assertTrue(xclip.waitFor(60, TimeUnit.SECONDS));
            return text;
        } finally {
            xclip.destroyForcibly();
        }
    }

    private void send(String text) throws Exception {
        supporter.rfb(ClientMessage.cutText(text.getBytes(StandardCharsets.US_ASCII)));
    }

    /** Sent until it is there: x11vnc owns no clipboard yet in the first second after it was started. */
    private void arrives(String text) throws Exception {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        synchronized (tick) {
            while (!clipboard().equals(text)) {
                assertTrue(System.nanoTime() < until, "the text is in no clipboard, but " + clipboard());
                send(text);
                tick.wait(200);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"xvnc", "x11vnc"})
    void textReachesTheClipboardUnderALeaseAndOnlyThen(String server) throws Exception {
        GivenLease in = new GivenLease(Privilege.SHARE_CLIPBOARD, Optional.of(Direction.IN));
        begin(server);

        send("before");
        way.given(in);
        supporter.await("\"given\"");
        arrives("sent under a lease");
        in.end(LeaseEnd.WITHDRAWN);
        supporter.await("\"ended\"");
        send("after");
        GivenLease again = new GivenLease(Privilege.SHARE_CLIPBOARD, Optional.of(Direction.OUT));
        way.given(again); // the other direction is another permission
        supporter.await("\"given\"");
        send("after too");
        supporter.request(false);
        supporter.nextUpdateShowsAnything();

        assertNotEquals("after", clipboard());
        assertNotEquals("after too", clipboard());
    }
}
