package org.benchconnect.desk.relay;

import java.io.IOException;
import java.util.Optional;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.websocket.core.CloseStatus;
import org.eclipse.jetty.websocket.core.CoreSession;
import org.eclipse.jetty.websocket.core.Frame;
import org.eclipse.jetty.websocket.core.FrameHandler;
import org.eclipse.jetty.websocket.core.OpCode;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One end of a session, from its first message to its close. Frames of one end come one after the other; its state changes under its own lock, because the
 * other end and the floor's clock change it too. No lock is held while another one is taken.
 */
final class End implements FrameHandler {
    /** Which of the two. */
    enum Role {
        AGENT,
        VIEWER
    }

    private enum State {
        NEW,
        WAITING,
        JOINED,
        GONE
    }

    private static final Logger LOG = LoggerFactory.getLogger(End.class);

    private final Floor floor;
    private final Role role;
    private final String address;
    private final SecondJoins secondJoins = new SecondJoins(text -> line().text(text));

    private State state = State.NEW;
    private long since;
    private @Nullable End other;
    private String code = "";
    private String agent = "";
    private boolean counted;
    private int message; // bytes of the message under way; only the thread of a frame reads and writes it

    private volatile @Nullable Line line;

    End(Floor floor, Role role, String address) {
        this.floor = floor;
        this.role = role;
        this.address = address;
        this.since = floor.now();
    }

    String address() {
        return address;
    }

    @Override
    public void onOpen(CoreSession session, Callback callback) {
        Line opened = new Line(session, floor::now);
        opened.accept(FirstMessage.MOST);
        line = opened;
        counted = floor.enter(this);
        callback.succeeded();
        if (!counted) {
            opened.close(Closing.TOO_MANY);
        }
        opened.demand();
    }

    @Override
    public void onFrame(Frame frame, Callback callback) {
        Line mine = line();
        mine.heard();
        switch (frame.getOpCode()) {
            case OpCode.PING -> mine.pong(frame.getPayload());
            case OpCode.TEXT, OpCode.BINARY, OpCode.CONTINUATION -> {
                if (!mine.closing() && data(frame, callback, mine)) {
                    return; // it is under way to the other end, which asks for the next
                }
            }
            default -> {} // a pong was heard; a close is answered by the server when the callback is done
        }
        callback.succeeded();
        mine.demand();
    }

    /** Whether the frame was handed on. */
    private boolean data(Frame frame, Callback callback, Line mine) {
        End to;
        synchronized (this) {
            if (state == State.WAITING) {
                mine.close(Closing.FORM); // nobody is there yet
                return false;
            }
            to = state == State.JOINED ? other : null;
        }
        if (to == null) {
            first(frame, mine);
            return false;
        }
        if (frame.getOpCode() == OpCode.TEXT) {
            end(Closing.FORM);
            return false;
        }
        message = (frame.getOpCode() == OpCode.BINARY ? 0 : message) + frame.getPayloadLength();
        if (message > RelayLimits.MESSAGE) {
            end(Closing.TOO_LARGE);
            return false;
        }
        boolean last = frame.isFin();
        long passing = to.secondJoins.passes(last);
        to.line()
                .pass(
                        frame,
                        mine,
                        () -> {
                            callback.succeeded();
                            mine.demand();
                        },
                        () -> {
                            callback.succeeded();
                            mine.close(Closing.OTHER_END_GONE);
                            mine.demand();
                        });
        to.secondJoins.passed(passing, last);
        return true;
    }

    private void first(Frame frame, Line mine) {
        try {
            if (frame.getOpCode() != OpCode.TEXT || !frame.isFin()) {
                throw new MalformedMessageException("the first message is one frame of text");
            }
            FirstMessage said = role == Role.AGENT
                    ? FirstMessage.ofAgent(frame.getPayload())
                    : FirstMessage.ofViewer(frame.getPayload());
            if (!floor.mayJoin(this)) {
                mine.close(Closing.TOO_MANY);
            } else if (role == Role.AGENT) {
                await(said, mine);
            } else {
                join(said, mine);
            }
        } catch (MalformedMessageException e) {
            LOG.debug("a first message was refused: {}", e.getMessage());
            mine.close(Closing.FORM);
        }
    }

    private void await(FirstMessage said, Line mine) {
        byte[] list;
        try {
            list = floor.supporters();
        } catch (IOException e) {
            LOG.error("no agent can wait, because there is no list of supporters: {}", e.toString());
            mine.close(Closing.NO_LIST);
            return;
        }
        synchronized (this) {
            if (state != State.NEW) {
                return;
            }
            if (!floor.codes().await(said.code(), this, floor.now())) {
                mine.close(Closing.CODE_TAKEN);
                return;
            }
            code = said.code();
            agent = said.agent();
            enter(State.WAITING);
            mine.accept(
                    RelayLimits
                            .MESSAGE); // Jetty's limit is for both directions, and the list's pieces are larger than a
            // first message
            mine.text("{\"v\":1,\"status\":\"waiting\",\"list\":" + list.length + "}");
            mine.list(list); // behind it, and before anything that a viewer brings about
        }
    }

    private void join(FirstMessage said, Line mine) {
        Optional<End> found = floor.codes().join(said.code(), floor.now());
        if (found.isEmpty()) {
            mine.close(Closing.NO_SUCH_CODE); // as if there were none: only the agent learns of it
            floor.codes().joined(said.code()).ifPresent(End::triedAgain);
            return;
        }
        End waiting = found.get();
        synchronized (this) {
            other = waiting;
            enter(State.JOINED);
        }
        mine.accept(RelayLimits.MESSAGE);
        mine.text("{\"v\":1,\"status\":\"joined\",\"agent\":\"" + waiting.agent() + "\"}");
        if (!waiting.joinedBy(this)) {
            mine.close(Closing.OTHER_END_GONE);
        }
    }

    private void triedAgain() {
        synchronized (this) {
            if (state != State.JOINED) {
                return;
            }
        }
        secondJoins.came(floor.now());
    }

    private synchronized String agent() {
        return agent;
    }

    /** False if it is gone meanwhile. */
    private synchronized boolean joinedBy(End viewer) {
        Line mine = line();
        if (state != State.WAITING || mine.closing()) {
            return false;
        }
        other = viewer;
        enter(State.JOINED);
        mine.text("{\"v\":1,\"status\":\"joined\"}");
        return true;
    }

    private void enter(State next) {
        state = next;
        since = floor.now();
    }

    @Override
    public void onError(Throwable cause, Callback callback) {
        LOG.debug("{} of a session failed: {}", role, cause.toString());
        callback.succeeded();
    }

    @Override
    public void onClosed(CloseStatus status, Callback callback) {
        End left;
        synchronized (this) {
            left = other;
            state = State.GONE;
            other = null;
        }
        floor.codes().leave(code, this);
        floor.leave(this, counted);
        if (left != null) {
            left.line().close(Closing.OTHER_END_GONE);
        }
        callback.succeeded();
    }

    /** To be called often: ends what took too long. */
    void look(RelayLimits limits, long now) {
        boolean over;
        synchronized (this) {
            long allowed =
                    switch (state) {
                        case NEW -> limits.firstMessage().toNanos();
                        case WAITING -> limits.waiting().toNanos();
                        case JOINED -> limits.session().toNanos();
                        case GONE -> Long.MAX_VALUE;
                    };
            over = now - since > allowed;
        }
        if (over) {
            end(Closing.TIME_OVER);
        }
        line().look(limits, now);
    }

    /** Closes both, at once. */
    private void end(Closing why) {
        End left;
        synchronized (this) {
            left = other;
        }
        line().close(why);
        if (left != null) {
            left.line().close(Closing.OTHER_END_GONE);
        }
    }

    void shutDown() {
        line().close(Closing.SHUTDOWN);
    }

    private Line line() {
        Line mine = line;
        if (mine == null) {
            throw new IllegalStateException("not open yet");
        }
        return mine;
    }
}
