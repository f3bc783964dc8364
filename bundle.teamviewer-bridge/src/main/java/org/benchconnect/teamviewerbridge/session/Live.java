package org.benchconnect.teamviewerbridge.session;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.benchconnect.core.session.Lease;
import org.benchconnect.core.session.SessionEnd;
import org.benchconnect.core.session.SessionView.Invitation;
import org.benchconnect.crypto.secret.Secret;
import org.benchconnect.teamviewerbridge.engine.Engine;
import org.benchconnect.teamviewerbridge.support.Support;
import org.jspecify.annotations.Nullable;

/**
 * What belongs to one session beside its state: engine, way in, password, leases. Its locks are held for moments only; {@link #cut} waits for none that is held
 * while an engine works.
 */
final class Live {
    private final String id;
    private final Optional<Engine> engine;
    private final Optional<Support> support;
    private final Invitation invitation;
    private final SessionClock clock;
    private final Map<String, Lease> leases = new ConcurrentHashMap<>();
    private final FilesIn files;
    private final Object freezing = new Object();
    private final AtomicInteger asking = new AtomicInteger();
    private boolean frozen; // guarded by freezing
    private boolean cut; // guarded by this
    private Engine.@Nullable Running running; // guarded by this
    private @Nullable Secret password; // guarded by this

    /** Of a person's request; without engine and support a practice. */
    Live(String id, Optional<Engine> engine, Optional<Support> support, Invitation invitation, SessionClock clock) {
        this.id = id;
        this.engine = engine;
        this.support = support;
        this.invitation = invitation;
        this.clock = clock;
        this.files = new FilesIn(engine);
        this.password =
                invitation.password().map(String::toCharArray).map(Words::typed).orElse(null);
    }

    String id() {
        return id;
    }

    Optional<Engine> engine() {
        return engine;
    }

    Optional<Support> support() {
        return support;
    }

    Invitation invitation() {
        return invitation;
    }

    SessionClock clock() {
        return clock;
    }

    Map<String, Lease> leases() {
        return leases;
    }

    FilesIn files() {
        return files;
    }

    /** The engine opened the way in; if everything was cut meanwhile, it is cut too. */
    void runs(Engine.Running opened) {
        boolean late;
        synchronized (this) {
            running = opened;
            late = cut;
        }
        if (late) {
            opened.cut();
        }
    }

    synchronized Optional<Engine.Running> running() {
        return cut ? Optional.empty() : Optional.ofNullable(running);
    }

    /** Whether everything was cut. */
    synchronized boolean isCut() {
        return cut;
    }

    /** When this returns, nothing passes in either direction. Any number of times. */
    void cut() {
        cutting().ifPresent(Engine.Running::cut);
    }

    /** The same; the supporter may be told why. */
    void cut(SessionEnd why) {
        cutting().ifPresent(open -> open.cut(why));
    }

    private synchronized Optional<Engine.Running> cutting() {
        cut = true;
        forgetPassword();
        return Optional.ofNullable(running);
    }

    /** Before a request is shown: frozen, until {@link #asked}. */
    void asking() {
        asking.incrementAndGet();
        if (running().isEmpty()) {
            throw new IllegalStateException("nothing that could be frozen is open");
        }
        freeze(() -> true);
    }

    /** From now on the state alone says whether it is frozen. */
    void asked() {
        asking.decrementAndGet();
    }

    /** Remote input is frozen, or not; in force when this returns. */
    void freeze(BooleanSupplier wanted) {
        synchronized (freezing) {
            boolean now = asking.get() > 0 || wanted.getAsBoolean();
            Optional<Engine.Running> open = running();
            if (now != frozen && open.isPresent()) {
                open.get().freeze(now);
                frozen = now;
            }
        }
    }

    /** Whether that is the password, which is used up if it is. Wipes what was typed. */
    boolean opens(char[] typed) {
        try (Secret tried = Words.typed(typed)) {
            synchronized (this) {
                boolean right = password != null && password.equals(tried);
                if (right) {
                    forgetPassword();
                }
                return right;
            }
        }
    }

    private synchronized void forgetPassword() {
        if (password != null) {
            password.close();
            password = null;
        }
    }

    @Override
    public String toString() {
        return "session " + id;
    }
}
