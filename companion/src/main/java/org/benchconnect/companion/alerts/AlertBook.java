package org.benchconnect.companion.alerts;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Remembers what was alerted, and tells of each state of the stream what is new in it. New is a notice, a severity it did
 * not have so far, or its escalation, never another count or time. What was open before the companion started deserves one alert, and so does a burst. Each step counts as shown as soon as it is returned. For one thread.
 */
public final class AlertBook {
    /** So many new notices in one event still get an alert each; more share one. */
    static final int APART = 3;
    /** So many notices beyond the stream's first fifty are remembered. */
    private static final int REMEMBERED = 500;
    /** So many titles stand in a summary. */
    private static final int TITLES = 3;

    private static final class Alerted {
        private final Set<Severity> as = EnumSet.noneOf(Severity.class);
        private @Nullable String escalatedAt;
    }

    private final Map<Long, Alerted> alerted = new LinkedHashMap<>();
    private final Set<Long> shownAlone = new HashSet<>();
    private final Set<Long> inSummary = new HashSet<>();
    private boolean started;

    /** What this state changes on the desktop. A state without notices changes nothing. */
    public Step next(Present present) {
        List<OpenNotice> open = present.notices();
        if (open == null) {
            return Step.NONE;
        }
        List<OpenNotice> fresh = open.stream().filter(this::isNew).toList();
        Set<Long> ids = open.stream().map(OpenNotice::id).collect(Collectors.toSet());
        Set<Long> takeAway = gone(shownAlone, ids);
        boolean summaryWas = !inSummary.isEmpty();
        gone(inSummary, ids);
        forget(ids, present.more());
        fresh.forEach(this::remember);

        boolean together = fresh.size() > (started ? APART : 1);
        started = true;
        boolean sound = fresh.stream().anyMatch(notice -> notice.severity() == Severity.FAULT);
        if (together) {
            return new Step(List.of(), summary(fresh, takeAway), takeAway, false, sound);
        }
        fresh.forEach(notice -> shownAlone.add(notice.id()));
        return new Step(fresh, null, takeAway, summaryWas && inSummary.isEmpty(), sound);
    }

    private Step.Summary summary(List<OpenNotice> fresh, Set<Long> takeAway) {
        int faults = 0;
        List<String> titles = new ArrayList<>();
        for (OpenNotice notice : fresh) {
            faults += notice.severity() == Severity.FAULT ? 1 : 0;
            if (titles.size() < TITLES) {
                titles.add(notice.title());
            }
            inSummary.add(notice.id());
            if (shownAlone.remove(notice.id())) {
                takeAway.add(notice.id()); // pressed on: its earlier alert is in the summary now
            }
        }
        return new Step.Summary(faults, fresh.size() - faults, titles);
    }

    private boolean isNew(OpenNotice notice) {
        Alerted before = alerted.get(notice.id());
        return before == null
                || !before.as.contains(notice.severity())
                || notice.escalatedAt() != null && !notice.escalatedAt().equals(before.escalatedAt);
    }

    private void remember(OpenNotice notice) {
        Alerted now = alerted.computeIfAbsent(notice.id(), id -> new Alerted());
        now.as.add(notice.severity());
        now.escalatedAt = notice.escalatedAt();
    }

    private static Set<Long> gone(Set<Long> shown, Set<Long> open) {
        Set<Long> gone = new HashSet<>(shown);
        gone.removeAll(open);
        shown.removeAll(gone);
        return gone;
    }

    /** While there are more than the stream tells, one that left it may still be open: it is not news when it comes back. */
    private void forget(Set<Long> open, int more) {
        if (more == 0) {
            alerted.keySet().retainAll(open);
        }
        var eldest = alerted.keySet().iterator();
        while (alerted.size() > REMEMBERED && eldest.hasNext()) {
            if (!open.contains(eldest.next())) {
                eldest.remove();
            }
        }
    }
}
