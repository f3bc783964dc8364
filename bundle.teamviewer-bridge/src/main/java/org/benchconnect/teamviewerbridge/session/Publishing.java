package org.benchconnect.teamviewerbridge.session;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.benchconnect.core.session.SessionView;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells listeners how it is, on a thread of its own, once for changes that come together, and never the same twice. A slow listener delays other listeners alone. */
final class Publishing {
    private static final Logger LOG = LoggerFactory.getLogger(Publishing.class);

    private final Supplier<SessionView> now;
    private final Executor telling;
    private final List<Consumer<SessionView>> listeners = new CopyOnWriteArrayList<>();
    private final AtomicBoolean waits = new AtomicBoolean();
    private Optional<SessionView> told = Optional.empty(); // used on the telling thread alone

    Publishing(Supplier<SessionView> now, Executor telling) {
        this.now = now;
        this.telling = telling;
    }

    AutoCloseable listen(Consumer<SessionView> changed) {
        listeners.add(changed);
        return () -> listeners.remove(changed);
    }

    /** Something may have changed. Waits for nothing. */
    void changed() {
        if (waits.compareAndSet(false, true)) {
            try {
                telling.execute(this::tell);
            } catch (RejectedExecutionException e) {
                LOG.debug("remote support ends: nobody is told any more", e);
            }
        }
    }

    private void tell() {
        waits.set(false);
        SessionView view = now.get();
        if (told.filter(view::equals).isPresent()) {
            return;
        }
        told = Optional.of(view);
        for (Consumer<SessionView> listener : listeners) {
            try {
                listener.accept(view);
            } catch (RuntimeException e) {
                LOG.warn("a listener to remote sessions failed", e);
            }
        }
    }
}
