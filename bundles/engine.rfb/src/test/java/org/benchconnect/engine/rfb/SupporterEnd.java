package org.benchconnect.engine.rfb;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.benchconnect.engine.rfb.channel.Frame;
import org.benchconnect.engine.rfb.channel.FrameOpener;
import org.benchconnect.engine.rfb.channel.FrameSealer;
import org.benchconnect.engine.rfb.channel.FrameType;
import org.benchconnect.engine.rfb.channel.ViewerHandshake;
import org.benchconnect.engine.rfb.filter.ClientMessage;
import org.benchconnect.engine.rfb.filter.Encodings;

/** The supporter's end of a session, as a viewer has it, with a thread that reads. */
final class SupporterEnd {
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(60);

    private final PairedTransport relay;
    private final ViewerHandshake handshake = ViewerHandshake.fresh();
    private FrameSealer sealer;
    private FrameOpener opener;
    private final ByteArrayOutputStream rfb = new ByteArrayOutputStream();
    private int read;
    private final List<String> controls = new ArrayList<>();
    private boolean over;
    int width;
    int height;

    SupporterEnd(PairedTransport relay) {
        this.relay = relay;
    }

    /** Relay's words, then the handshake. */
    void join() throws Exception {
        relay.receive();
        relay.send("{\"v\":1,\"status\":\"waiting\",\"list\":3}");
        relay.send(new byte[] {1, 2, 3});
        relay.send("{\"v\":1,\"status\":\"joined\"}");
        relay.send(handshake.answer(relay.receive().bytes()));
    }

    void confirmed() throws Exception {
        if (!handshake.confirms(relay.receive().bytes())) {
            throw new AssertionError("not the agent");
        }
        sealer = handshake.sealer();
        opener = handshake.opener();
        Thread reader = new Thread(this::receive, "supporter");
        reader.setDaemon(true);
        reader.start();
        await("\"ready\"");
    }

    private void receive() {
        try {
            while (true) {
                Frame frame = opener.open(relay.receive().bytes());
                synchronized (this) {
                    if (frame.type() == FrameType.RFB) {
                        rfb.write(frame.plain().array());
                    } else {
                        controls.add(
                                StandardCharsets.UTF_8.decode(frame.plain()).toString());
                    }
                    notifyAll();
                }
            }
        } catch (Exception e) {
            synchronized (this) {
                over = true;
                notifyAll();
            }
        }
    }

    synchronized void await(String control) throws InterruptedException {
        long until = System.nanoTime() + PATIENCE;
        while (controls.stream().noneMatch(one -> one.contains(control))) {
            if (over || System.nanoTime() > until) {
                throw new AssertionError("waited for " + control + ", got " + controls);
            }
            wait(100);
        }
        controls.removeIf(one -> one.contains(control));
    }

    /** Whether that came, and was not awaited yet. */
    synchronized boolean heard(String control) {
        return controls.stream().anyMatch(one -> one.contains(control));
    }

    synchronized int pictureBytes() {
        return rfb.size();
    }

    synchronized boolean isOver() {
        return over;
    }

    void control(String json) throws Exception {
        send(FrameType.CONTROL, json.getBytes(StandardCharsets.UTF_8));
    }

    void rfb(byte[] bytes) throws Exception {
        send(FrameType.RFB, bytes);
    }

    void send(FrameType type, byte[] bytes) throws Exception {
        List<byte[]> frames = new ArrayList<>();
        sealer.seal(type, ByteBuffer.wrap(bytes), frames::add);
        for (byte[] frame : frames) {
            relay.send(frame);
        }
    }

    /** So many bytes of the stream; waits for them. */
    synchronized byte[] take(int length) throws Exception {
        long until = System.nanoTime() + PATIENCE;
        while (rfb.size() - read < length) {
            if (over || System.nanoTime() > until) {
                throw new AssertionError("the picture stops at " + (rfb.size() - read) + " of " + length + ", over "
                        + over + " " + controls);
            }
            wait(100);
        }
        byte[] bytes = Arrays.copyOfRange(rfb.toByteArray(), read, read + length);
        read += length;
        return bytes;
    }

    /** The RFB handshake. */
    void begin() throws Exception {
        take(12);
        rfb("RFB 003.008\n".getBytes(StandardCharsets.US_ASCII));
        take(2);
        rfb(new byte[] {1});
        take(4);
        rfb(new byte[] {1});
        ByteBuffer init = ByteBuffer.wrap(take(24));
        width = init.getShort();
        height = init.getShort();
        take(init.getInt(20));
        rfb(new Encodings(List.of(0)).message());
    }

    void request(boolean incremental) throws Exception {
        rfb(ClientMessage.updateRequest(incremental, 0, 0, width, height));
    }

    /** The next update, which is in Raw: whether anything of it is not black. */
    boolean nextUpdateShowsAnything() throws Exception {
        ByteBuffer head = ByteBuffer.wrap(take(4));
        while (head.get(0) == 2) {
            throw new IOException("a bell");
        }
        boolean shows = false;
        for (int i = 0; i < head.getShort(2); i++) {
            ByteBuffer rectangle = ByteBuffer.wrap(take(12));
            byte[] pixels = take(rectangle.getShort(4) * rectangle.getShort(6) * 4);
            for (byte one : pixels) {
                shows |= one != 0;
            }
        }
        return shows;
    }

    void type(String text) throws Exception {
        for (char one : text.toCharArray()) {
            int keysym = one == '\n' ? 0xFF0D : one;
            rfb(ClientMessage.key(true, keysym));
            rfb(ClientMessage.key(false, keysym));
        }
    }
}
