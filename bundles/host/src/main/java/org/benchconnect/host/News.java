package org.benchconnect.host;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.benchconnect.core.notification.Notification;
import org.benchconnect.core.signal.Condition;
import org.benchconnect.core.signal.Signal;

/**
 * What a round has to tell, against what is told: a condition that is new, of another severity, or, twice a day at most, of other
 * facts; and each that is over. A PC that is as it was has nothing to tell.
 *
 * @param signals what is so
 * @param over what was so
 */
record News(List<Signal> signals, Set<Condition> over) {
    /** Numbers that move do not make a message at each look. */
    private static final Duration FACTS_AGAIN = Duration.ofHours(12);

    /**
     * Compares.
     *
     * @param verdicts of the topics that could be read; of the others nothing is said
     * @param told the notices of this source that are not cleared
     */
    static News of(Map<Topic, Verdict> verdicts, List<Notification> told, Instant now) {
        List<Signal> signals = new ArrayList<>();
        Set<Condition> over = new HashSet<>();
        verdicts.forEach((topic, verdict) -> {
            verdict.signals().stream()
                    .filter(signal -> told.stream().noneMatch(notice -> says(notice, signal, now)))
                    .forEach(signals::add);
            told.stream()
                    .map(Notification::condition)
                    .filter(condition -> topic.owns(condition.code()))
                    .filter(condition -> isOver(condition, verdict))
                    .forEach(over::add);
        });
        return new News(signals, over);
    }

    private static boolean says(Notification notice, Signal signal, Instant now) {
        return notice.condition().equals(signal.condition())
                && notice.severity() == signal.severity()
                && (notice.facts().equals(signal.facts())
                        || now.isBefore(notice.lastSeen().plus(FACTS_AGAIN)));
    }

    private static boolean isOver(Condition condition, Verdict verdict) {
        return !verdict.undecided().contains(condition)
                && verdict.signals().stream()
                        .noneMatch(signal -> signal.condition().equals(condition));
    }

    boolean isEmpty() {
        return signals.isEmpty() && over.isEmpty();
    }
}
