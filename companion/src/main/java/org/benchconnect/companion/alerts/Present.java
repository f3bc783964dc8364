package org.benchconnect.companion.alerts;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The whole present truth, as one event of the stream tells it.
 *
 * @param mayAcquire whether an instrument acquires, or nobody can tell that none does
 * @param notices the open notices, the most severe first, at most {@value PresentReader#NOTICES}; null: the agent cannot read them now
 * @param more how many open notices there are besides
 */
public record Present(boolean mayAcquire, @Nullable List<OpenNotice> notices, int more) {
    /** Copies the notices. */
    public Present {
        notices = notices == null ? null : List.copyOf(notices);
    }

    /** The worst severity of what is open, where that is known and anything is. */
    public Optional<Severity> worst() {
        return notices == null
                ? Optional.empty()
                : notices.stream().map(OpenNotice::severity).max(Severity::compareTo);
    }
}
