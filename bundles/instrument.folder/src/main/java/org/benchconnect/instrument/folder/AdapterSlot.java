package org.benchconnect.instrument.folder;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.benchconnect.core.instrument.InstrumentAdapter;
import org.jspecify.annotations.Nullable;

/** The adapter of a watch, which a swap takes out and puts in. The newest of several stands. Any thread. */
final class AdapterSlot {
    private final List<InstrumentAdapter> adapters = new ArrayList<>();
    private @Nullable Instant emptySince;

    synchronized void put(InstrumentAdapter adapter) {
        adapters.add(adapter);
        emptySince = null;
    }

    synchronized void take(InstrumentAdapter adapter, Instant now) {
        adapters.removeIf(each -> each == adapter);
        if (adapters.isEmpty() && emptySince == null) {
            emptySince = now;
        }
    }

    /** The adapter that stands, or null while there is none. */
    synchronized @Nullable InstrumentAdapter current() {
        return adapters.isEmpty() ? null : adapters.get(adapters.size() - 1);
    }

    /** Since when there is none, or null if there is one. */
    synchronized @Nullable Instant emptySince() {
        return emptySince;
    }
}
