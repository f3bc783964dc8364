package org.benchconnect.launcher;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import org.benchconnect.launcher.module.GateRefusal;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What was refused, told to those who listen; kept for the first of them. A listener whose module stopped is forgotten. Safe for any thread. */
final class Refusals {
    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);
    private static final int KEPT = 100;

    private final Deque<GateRefusal> unheard = new ArrayDeque<>();
    private final List<Consumer<GateRefusal>> listeners = new ArrayList<>();

    void tell(GateRefusal refusal) {
        for (Consumer<GateRefusal> listener : listeners(refusal)) {
            tell(listener, refusal);
        }
    }

    void listen(Consumer<GateRefusal> listener) {
        List<GateRefusal> before;
        synchronized (this) {
            before = List.copyOf(unheard);
            unheard.clear();
            listeners.add(listener);
        }
        before.forEach(refusal -> tell(listener, refusal));
    }

    /** Lets go of the classes of modules that have gone. */
    synchronized void forgetStopped() {
        listeners.removeIf(listener -> {
            Bundle owner = FrameworkUtil.getBundle(listener.getClass());
            return owner != null && (owner.getState() & (Bundle.STARTING | Bundle.ACTIVE | Bundle.STOPPING)) == 0;
        });
    }

    private synchronized List<Consumer<GateRefusal>> listeners(GateRefusal refusal) {
        forgetStopped();
        if (listeners.isEmpty()) {
            unheard.addLast(refusal);
            if (unheard.size() > KEPT) {
                unheard.removeFirst();
            }
        }
        return List.copyOf(listeners);
    }

    private static void tell(Consumer<GateRefusal> listener, GateRefusal refusal) {
        try {
            listener.accept(refusal);
        } catch (RuntimeException e) {
            LOG.warn("Nobody took down that the gate refused {}", refusal.module(), e);
        }
    }
}
