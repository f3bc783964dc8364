package org.benchconnect.consent.grant;

import org.benchconnect.core.ledger.Detail;
import org.benchconnect.core.ledger.Event;
import org.benchconnect.core.ledger.EventKind;
import org.benchconnect.launcher.module.GateRefusal;
import org.benchconnect.launcher.module.Modules;
import org.jspecify.annotations.Nullable;

/** Notes what the gate refuses. Its {@link #listen} is for one thread; the gate's calls come on any. */
final class GateWatch implements AutoCloseable {
    private final Neighbours around;
    private final Repetitions repetitions;
    private @Nullable Modules listenedTo;
    private volatile boolean closed;

    GateWatch(Neighbours around, Repetitions repetitions) {
        this.around = around;
        this.repetitions = repetitions;
    }

    /** To the gate that is there now, once. */
    void listen() {
        Modules modules = around.modules();
        if (modules != null && !modules.equals(listenedTo)) {
            listenedTo = modules;
            modules.listen(this::refused);
        }
    }

    private void refused(GateRefusal refusal) {
        if (!closed) {
            repetitions.happened(Event.of(EventKind.GATE_REFUSED)
                    .with(Detail.RULE, refusal.rule().name())
                    .with(Detail.MODULE, cleaned(refusal.module(), 120))
                    .with(Detail.VERSION, cleaned(refusal.version(), 80)));
        }
    }

    private static String cleaned(String unchecked, int most) {
        String clean =
                unchecked.substring(0, Math.min(most, unchecked.length())).replaceAll("[^A-Za-z0-9._-]", "_");
        return clean.isEmpty() ? "_" : clean;
    }

    /** From now on nothing is noted: a listener cannot be taken back from the gate. */
    @Override
    public void close() {
        closed = true;
    }
}
