package org.benchconnect.engine.rfb;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.benchconnect.core.session.RemoteDesktop.Hold;

/** The holds of this desktop, and each visit's own freeze by its rules: a visit is frozen while there is any of either. Any thread. */
final class Freezing {
    private final List<OfVisit> visits = new ArrayList<>();
    private int holds;

    /** Of whatever visit there is. */
    Hold hold() {
        change(1);
        AtomicBoolean closed = new AtomicBoolean();
        return () -> {
            if (closed.compareAndSet(false, true)) {
                change(-1);
            }
        };
    }

    private synchronized void change(int by) {
        holds += by;
        visits.forEach(OfVisit::tell);
    }

    /**
     * From now on it is told, at once how it is now.
     *
     * @param told whenever it may have changed, before who changed it goes on
     */
    synchronized OfVisit of(Consumer<Boolean> told) {
        OfVisit visit = new OfVisit(told);
        visits.add(visit);
        visit.tell();
        return visit;
    }

    /** One visit's, which is nothing to another. */
    final class OfVisit {
        private final Consumer<Boolean> told;
        private boolean asked;

        private OfVisit(Consumer<Boolean> told) {
            this.told = told;
        }

        void ask(boolean frozen) {
            synchronized (Freezing.this) {
                asked = frozen;
                tell();
            }
        }

        private void tell() {
            told.accept(asked || holds > 0);
        }

        /** It is told nothing any more. */
        void end() {
            synchronized (Freezing.this) {
                visits.remove(this);
            }
        }
    }
}
