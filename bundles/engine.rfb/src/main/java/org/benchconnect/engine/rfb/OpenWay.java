package org.benchconnect.engine.rfb;

import java.io.IOException;
import java.net.URI;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.benchconnect.core.feature.Privilege;
import org.benchconnect.core.session.Lease;
import org.benchconnect.core.session.LeaseRequest;
import org.benchconnect.core.session.SessionEnd;
import org.benchconnect.crypto.device.DeviceIdentity;
import org.benchconnect.engine.rfb.channel.AgentHandshake;
import org.benchconnect.engine.rfb.channel.ChannelException;
import org.benchconnect.engine.rfb.channel.Frame;
import org.benchconnect.engine.rfb.channel.FrameOpener;
import org.benchconnect.engine.rfb.channel.Handshaken;
import org.benchconnect.engine.rfb.desktop.Desktop;
import org.benchconnect.engine.rfb.filter.RfbViolationException;
import org.benchconnect.engine.rfb.relay.RelayTransport;
import org.benchconnect.teamviewerbridge.engine.Engine;
import org.benchconnect.teamviewerbridge.engine.NotAdmittedException;
import org.benchconnect.teamviewerbridge.engine.Visit;
import org.benchconnect.teamviewerbridge.engine.VisitOverException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One way in: from the connection to the relay to the end of the visit. Three threads: one receives, one sends, one serves the picture. */
final class OpenWay implements Engine.Running {
    private static final Logger LOG = LoggerFactory.getLogger(OpenWay.class);
    private static final long LAST_WORD_MILLIS = 50;
    private static final long ACTIVE_EVERY = TimeUnit.SECONDS.toNanos(1);

    private final Visit visit;
    private final RelayDoor door;
    private final DeviceIdentity identity;
    private final UUID agent;
    private final Desktop desktop;
    private final Runnable gone;
    private final Pictures pictures;
    private final Conversation conversation;
    private final FileFrames files;
    private final AtomicBoolean ended = new AtomicBoolean();
    private volatile @Nullable RelayTransport relay;
    private volatile @Nullable Outbox outbox;
    private volatile boolean cut;
    private volatile boolean speaks;
    private volatile boolean joined;
    private long activeAt = Long.MIN_VALUE; // only the thread that receives

    /** @param gone called once when all of it has ended */
    OpenWay(
            Visit visit,
            RelayDoor door,
            DeviceIdentity identity,
            UUID agent,
            Desktop desktop,
            boolean frozen,
            Runnable gone) {
        this.visit = visit;
        this.door = door;
        this.identity = identity;
        this.agent = agent;
        this.desktop = desktop;
        this.gone = gone;
        this.pictures = new Pictures(desktop, frozen, this::active, () -> over(SessionEnd.DESKTOP));
        this.conversation = new Conversation(visit, this::say);
        this.files = new FileFrames(visit, this::say);
    }

    void start() {
        thread("receive", this::receive);
    }

    static void thread(String name, Runnable task) {
        Thread thread = new Thread(task, "benchconnect-rfb-" + name);
        thread.setDaemon(true);
        thread.start();
    }

    /** Whether somebody else is connected now. */
    boolean isVisited() {
        return joined && !cut;
    }

    /** Whether nothing passes any more. */
    boolean isCut() {
        return cut;
    }

    private void receive() {
        SessionEnd why = SessionEnd.CONNECTION;
        try {
            RelayTransport way = connect();
            byte[] list = RelayGreeting.open(way, visit.invitation().code().orElseThrow(), agent);
            RelayGreeting.awaitViewer(way);
            joined = true;
            visit.joined();
            FromViewer viewer = new FromViewer(way, visit::secondJoin);
            Handshaken channel = handshake(way, viewer, list);
            Outbox out = new Outbox(way, channel.sealer());
            outbox = out;
            if (cut) {
                return;
            }
            thread("send", () -> send(out));
            out.control(ControlMessage.plain("ready"));
            serve(viewer, channel.opener());
            why = SessionEnd.SUPPORTER_LEFT;
        } catch (IOException e) {
            LOG.debug("the connection ended", e);
        } catch (ChannelException | RfbViolationException | ControlMessage.MalformedControlException e) {
            LOG.info("the session ends: {}", e.getMessage());
            why = SessionEnd.PROTOCOL;
        } catch (NotAdmittedException e) {
            LOG.info("a supporter was not admitted: {}", e.getMessage());
            why = SessionEnd.NOT_ADMITTED;
        } catch (VisitOverException e) {
            LOG.debug("the visit is over", e);
        } finally {
            over(why);
        }
    }

    private RelayTransport connect() throws IOException {
        IOException last = new IOException("no relay");
        for (URI one : visit.relays()) {
            try {
                RelayTransport way = door.open(one);
                relay = way;
                if (cut) {
                    way.abort();
                }
                return way;
            } catch (IOException e) {
                last = e;
            }
        }
        throw last;
    }

    private Handshaken handshake(RelayTransport way, FromViewer viewer, byte[] list)
            throws IOException, ChannelException, NotAdmittedException, VisitOverException {
        AgentHandshake handshake = new AgentHandshake(visit.session(), identity.rsaPublicKey(), identity::unwrap);
        way.send(handshake.hello());
        Handshaken channel = handshake.answered(viewer.next(), System::nanoTime);
        visit.authenticationString(channel.authenticationString());
        visit.admit(channel.chain(), list);
        way.send(channel.confirm());
        return channel;
    }

    private void send(Outbox out) {
        try {
            out.run();
        } catch (IOException | ChannelException e) {
            LOG.debug("the connection ended", e);
            over(SessionEnd.CONNECTION);
        }
    }

    /** Until the supporter leaves. */
    private void serve(FromViewer viewer, FrameOpener opener)
            throws IOException, ChannelException, RfbViolationException, ControlMessage.MalformedControlException,
                    VisitOverException {
        while (true) {
            Frame frame = opener.open(viewer.next());
            if (cut) {
                return;
            }
            switch (frame.type()) {
                case RFB -> pictures.accept(frame.plain());
                case CONTROL -> {
                    if (conversation.take(ControlMessage.read(frame.plain()))) {
                        return;
                    }
                }
                case CLOSE -> {
                    return;
                }
                case PING, REKEY -> LOG.trace("the viewer is there");
                case FILE -> {
                    active();
                    files.take(frame.plain());
                }
                case CHAT -> throw new RfbViolationException("a frame that is taken", frame.type() + "");
            }
        }
    }

    private void say(String json) {
        Outbox out = outbox;
        if (out != null) {
            out.control(json);
        }
    }

    private void active() {
        long now = System.nanoTime();
        if (activeAt == Long.MIN_VALUE || now - activeAt >= ACTIVE_EVERY) {
            activeAt = now;
            visit.active();
        }
    }

    @Override
    public void given(Lease lease) {
        Outbox out = outbox;
        if (cut || out == null) {
            return;
        }
        LeaseRequest request = lease.request();
        out.control(
                ControlMessage.given(request.privilege(), request.clipboard().orElse(null), lease.until()));
        pictures.given(lease, out);
        files.given(lease);
        lease.onEnd(() -> out.control(
                ControlMessage.ended(request.privilege(), request.clipboard().orElse(null))));
    }

    @Override
    public void refused(Privilege privilege) {
        conversation.refused(privilege);
    }

    @Override
    public void freeze(boolean now) {
        if (pictures.freeze(now)) {
            say(ControlMessage.frozen(now));
        }
    }

    /** The engine ends, and the visit with it. */
    void end() {
        over(SessionEnd.AGENT_ENDED);
    }

    private void over(SessionEnd why) {
        if (speaks) {
            return; // it is being cut
        }
        boolean before = cut;
        cut();
        if (!before) {
            visit.ended(why);
        }
    }

    /** The supporter is told why, if the relay takes that at once. */
    @Override
    public void cut(SessionEnd why) {
        pictures.cut();
        Outbox out = outbox;
        if (!cut && out != null) {
            speaks = true; // who finds it cut meanwhile does not cut the word off
            cut = true;
            out.last("{\"t\":\"over\",\"why\":\"" + why.name() + "\"}", LAST_WORD_MILLIS);
            speaks = false;
        }
        cut();
    }

    @Override
    public void cut() {
        boolean first = !ended.getAndSet(true);
        cut = true;
        pictures.cut();
        Outbox out = outbox;
        if (out != null) {
            out.cut();
        }
        RelayTransport way = relay;
        if (way != null) {
            way.abort();
        }
        if (first) {
            thread("end", this::afterwards);
        }
    }

    private void afterwards() {
        try {
            pictures.release();
        } finally {
            try {
                desktop.stop();
            } finally {
                gone.run();
            }
        }
    }
}
