package org.benchconnect.engine.rfb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.benchconnect.core.feature.Privilege;
import org.benchconnect.core.session.FileToTransfer.Direction;
import org.benchconnect.core.session.LeaseEnd;
import org.benchconnect.core.session.SessionEnd;
import org.benchconnect.engine.rfb.desktop.Desktop;
import org.benchconnect.engine.rfb.desktop.DesktopException;
import org.benchconnect.engine.rfb.filter.Screen;
import org.benchconnect.engine.rfb.filter.ServerInput;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who takes a permission away while something of it waits. */
@Timeout(300)
class HostileTimingTest {
    private static final int TEXT = 200 * 1024;

    /** The relay's greeting, hello, confirmation, and two words: ready, authenticated. */
    private static final int SENT_AT_FIRST = 5;

    private OneVisit visit;
    private PairedTransport[] ends;
    private SupporterEnd supporter;
    private HeldDesktop desktop;
    private OpenWay way;

    @BeforeEach
    void begin() throws Exception {
        visit = new OneVisit();
        ends = PairedTransport.pair();
        supporter = new SupporterEnd(ends[1]);
        desktop = new HeldDesktop();
        way = new OpenWay(visit, relay -> ends[0], new OneIdentity(), new UUID(1, 2), desktop, false, () -> {});
        way.start();
        supporter.join();
        supporter.confirmed();
        supporter.control("{\"t\":\"password\",\"password\":\"ABCDEFGHJK\"}");
        supporter.await("\"authenticated\"");
    }

    @AfterEach
    void end() {
        desktop.open.countDown();
        way.cut();
    }

    private static GivenLease lease(Privilege privilege, Direction... clipboard) {
        return new GivenLease(privilege, clipboard.length == 0 ? Optional.empty() : Optional.of(clipboard[0]));
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

    @Test
    void aTextThatWaitsForRoomDoesNotLeaveAfterItsLeaseEnded() throws Exception {
        desktop.open.countDown();
        way.given(lease(Privilege.VIEW_SCREEN));
        GivenLease out = lease(Privilege.SHARE_CLIPBOARD, Direction.OUT);
        way.given(out);
        supporter.await("share-clipboard");
        supporter.begin();
        SocketChannel server = desktop.servers.poll(60, TimeUnit.SECONDS);
        ends[0].stuck = true; // the viewer takes nothing
        write(server, text());
        write(server, text());
        until(() -> waits("benchconnect-rfb-picture", "picture"));

        out.end(LeaseEnd.WITHDRAWN);
        ends[0].stuck = false;
        supporter.await("ended");
        int afterEnd = settled();

        assertTrue(afterEnd < 2 * TEXT, "the second text left after its lease had ended: " + afterEnd + " bytes");
    }

    @Test
    void whatAPersonDecidesIsToldBehindManySmallPictures() throws Exception {
        desktop.open.countDown();
        way.given(lease(Privilege.VIEW_SCREEN));
        supporter.await("\"given\"");
        supporter.begin();
        SocketChannel server = desktop.servers.poll(60, TimeUnit.SECONDS);
        ends[0].stuck = true;
        byte[] bells = new byte[5000];
        java.util.Arrays.fill(bells, (byte) 2);
        write(server, bells);
        until(() -> !waits("benchconnect-rfb-picture", "picture") && blockedReading("benchconnect-rfb-picture"));

        way.given(lease(Privilege.CONTROL_INPUT));
        ends[0].stuck = false;

        supporter.await("control-input");
    }

    @Test
    void theEndOfOneLeaseTakesNothingOfTheNextOnesStream() throws Exception {
        GivenLease first = lease(Privilege.VIEW_SCREEN);
        way.given(first);
        supporter.await("\"given\"");
        supporter.take(12);
        supporter.rfb("RFB 003.008\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        supporter.take(2);
        supporter.rfb(new byte[] {1});
        supporter.take(4);
        supporter.rfb(new byte[] {1});
        until(() -> desktop.connecting); // its server is slow
        first.end(LeaseEnd.WITHDRAWN);
        supporter.await("\"ended\"");
        ends[0].stuck = true;
        way.given(lease(Privilege.VIEW_SCREEN));
        until(() -> threads("benchconnect-rfb-picture") == 2);
        desktop.open.countDown();
        until(() -> threads("benchconnect-rfb-picture") == 1); // the first one's thread ended

        ends[0].stuck = false;
        supporter.await("\"given\"");
        byte[] greeting = supporter.take(12);

        assertEquals("RFB 003.008\n", new String(greeting, java.nio.charset.StandardCharsets.US_ASCII));
    }

    @Test
    void aPersonWhoIsAskedBetweenTwoConnectionsToTheServerMakesThePictureBlackToo() throws Exception {
        desktop.open.countDown();
        way.given(lease(Privilege.VIEW_SCREEN));
        GivenLease control = lease(Privilege.CONTROL_INPUT);
        way.given(control);
        supporter.await("control-input");
        supporter.begin();
        supporter.request(false);
        supporter.control("{\"t\":\"ask\",\"privilege\":\"view-screen\"}");
        until(() -> visit.said.contains("asks view-screen")); // all before it was read
        write(desktop.servers.poll(60, TimeUnit.SECONDS), onePixel());
        assertTrue(supporter.nextUpdateShowsAnything());
        desktop.connecting = false;
        desktop.open = new CountDownLatch(1); // the next connection waits
        control.end(LeaseEnd.WITHDRAWN);
        until(() -> desktop.connecting);

        way.freeze(true);
        desktop.open.countDown();

        assertFalse(supporter.nextUpdateShowsAnything());
    }

    private static byte[] onePixel() {
        return ByteBuffer.allocate(4 + 12 + 4)
                .put(3, (byte) 1)
                .putShort(8, (short) 1)
                .putShort(10, (short) 1)
                .putInt(16, -1)
                .array();
    }

    @Test
    void theSupporterIsToldWhyAndThenNothingLeaves() throws Exception {
        way.cut(SessionEnd.STOPPED);
        while (ends[0].sent == SENT_AT_FIRST) { // the machine stood still in the 50 ms that the word has
            end();
            begin();
            way.cut(SessionEnd.STOPPED);
        }
        int sent = ends[0].sent;
        boolean aborted = ends[0].isAborted();
        way.given(lease(Privilege.VIEW_SCREEN));
        way.refused(Privilege.CONTROL_INPUT);
        way.cut();

        supporter.await("{\"t\":\"over\",\"why\":\"STOPPED\"}");
        assertTrue(aborted);
        assertEquals(sent, ends[0].sent);
        assertFalse(supporter.heard("refused"));
    }

    /** So many bytes of the stream came, once no more come. */
    private int settled() throws InterruptedException {
        int[] last = {-1};
        long[] since = {System.nanoTime()};
        until(() -> {
            int now = supporter.pictureBytes();
            if (now != last[0]) {
                last[0] = now;
                since[0] = System.nanoTime();
            }
            return System.nanoTime() - since[0] > TimeUnit.SECONDS.toNanos(1);
        });
        assertFalse(supporter.isOver());
        return last[0];
    }

    private static long threads(String name) {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals(name) && thread.isAlive())
                .count();
    }

    private static boolean waits(String thread, String method) {
        return Thread.getAllStackTraces().entrySet().stream()
                .filter(one -> one.getKey().getName().equals(thread))
                .flatMap(one -> java.util.Arrays.stream(one.getValue()))
                .anyMatch(frame -> frame.getMethodName().equals(method)
                        && frame.getClassName().endsWith("Outbox"));
    }

    private static boolean blockedReading(String thread) {
        return Thread.getAllStackTraces().entrySet().stream()
                .filter(one -> one.getKey().getName().equals(thread))
                .flatMap(one -> java.util.Arrays.stream(one.getValue()))
                .anyMatch(frame -> frame.getMethodName().equals("park")
                                && frame.getClassName().contains("Net")
                        || frame.getMethodName().equals("poll")
                                && frame.getClassName().contains("sun.nio.ch")
                        || frame.getMethodName().equals("read0"));
    }

    private static byte[] text() {
        return ByteBuffer.allocate(8 + TEXT).putInt(3 << 24).putInt(TEXT).array();
    }

    private static void write(SocketChannel to, byte[] bytes) throws IOException {
        for (ByteBuffer buffer = ByteBuffer.wrap(bytes); buffer.hasRemaining(); ) {
            to.write(buffer);
        }
    }

    /** A desktop whose server is this test, and as slow as it likes. */
    private static final class HeldDesktop implements Desktop {
        volatile CountDownLatch open = new CountDownLatch(1);
        final LinkedBlockingQueue<SocketChannel> servers = new LinkedBlockingQueue<>();
        volatile boolean connecting;

        @Override
        public Connected connect() throws DesktopException {
            connecting = true;
            try (ServerSocketChannel listening = ServerSocketChannel.open()) {
                open.await();
                listening.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
                SocketChannel channel = SocketChannel.open(listening.getLocalAddress());
                servers.add(listening.accept());
                return new Connected(channel, new ServerInput(channel), Screen.of(640, 480));
            } catch (Exception e) {
                throw new DesktopException("not here", e);
            }
        }

        @Override
        public void stop() {
            open.countDown();
        }
    }
}
