package org.benchconnect.companion;

import java.util.List;
import org.benchconnect.companion.alerts.OpenNotice;
import org.benchconnect.companion.alerts.Present;
import org.benchconnect.companion.alerts.Severity;
import org.benchconnect.companion.api.Trouble;
import org.benchconnect.companion.desktop.TrayState;
import org.jspecify.annotations.Nullable;

/** What the tray shows of the present state. Pure. */
final class TrayWords {
    private TrayWords() {}

    /**
     * The tray's state.
     *
     * @param present the last that the agent told; null: nothing so far
     * @param trouble why nothing comes now; null: the stream is open
     */
    static TrayState state(Texts texts, @Nullable Present present, @Nullable Trouble trouble, boolean muted) {
        List<OpenNotice> open = present == null ? null : present.notices();
        String suffix = muted ? " (" + texts.of("state.muted") + ")" : "";
        if (trouble != null || open == null) {
            String words = trouble == null ? texts.of("state.unreadable") : texts.of(trouble.key());
            return new TrayState(TrayState.Sign.UNKNOWN, words + suffix, List.of(), muted);
        }
        List<TrayState.Open> entries = open.stream()
                .map(notice -> new TrayState.Open(notice.id(), notice.title()))
                .toList();
        return new TrayState(sign(open), words(texts, present, open) + suffix, entries, muted);
    }

    private static TrayState.Sign sign(List<OpenNotice> open) {
        if (open.isEmpty()) {
            return TrayState.Sign.FINE;
        }
        return faults(open) > 0 ? TrayState.Sign.FAULT : TrayState.Sign.WARNING;
    }

    private static String words(Texts texts, @Nullable Present present, List<OpenNotice> open) {
        int more = present == null ? 0 : present.more();
        return open.isEmpty()
                ? texts.of("state.fine")
                : texts.of("state.open", faults(open), open.size() - faults(open) + (more > 0 ? " + " + more : ""));
    }

    private static long faults(List<OpenNotice> open) {
        return open.stream()
                .filter(notice -> notice.severity() == Severity.FAULT)
                .count();
    }
}
