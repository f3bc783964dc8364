package org.benchconnect.upgrade.upgrader;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.benchconnect.upgrade.upgrader.HealthLook.Answer;

/**
 * Whether a new generation is well. Pure but for what it remembers of the looks before. What is not well counts at the second look in a row or the third in all, a missing answer and
 * a deadlock at once. What was so before the change does not count; what was well before must be there. Components have a while to find their services again. It stays when the time is
 * over and its end was without doubt; that end comes within twice the time, or never. Instants are those of a steady clock.
 */
final class Health {
    /** Between two looks. */
    static final Duration BETWEEN = Duration.ofSeconds(2);

    private static final Duration SETTLES = Duration.ofSeconds(10);
    private static final Duration END = Duration.ofSeconds(10); // without doubt
    private static final int OFTEN = 3; // looks with the same doubt, in all
    private static final double FULL = 0.9; // of the heap, after a collection: hardly anything can be done with less

    private final Baseline before;
    private final Instant settled;
    private final Duration end;
    private final Instant last;
    private final Map<String, Integer> often = new HashMap<>();
    private Instant proven;
    private Set<String> doubts = Set.of();
    private WentBackFor newest = WentBackFor.NO_ANSWER;
    private boolean asked = true;

    /** @param lasts how long it must be well */
    Health(Baseline before, Instant since, Duration lasts) {
        Duration half = lasts.dividedBy(2);
        this.before = before;
        this.settled = since.plus(half.compareTo(SETTLES) < 0 ? half : SETTLES);
        this.end = half.compareTo(END) < 0 ? half : END;
        this.proven = since.plus(lasts);
        this.last = since.plus(lasts.multipliedBy(2));
    }

    /** What a look means; empty if it is well or in doubt. */
    Optional<WentBackFor> judge(HealthLook look, Instant now) {
        if (look.deadlocked() > before.deadlocked()) {
            return Optional.of(WentBackFor.DEADLOCK);
        }
        if (look.runtime() == Answer.SILENT || isNew(look, Answer.SILENT)) {
            return Optional.of(WentBackFor.NO_ANSWER);
        }
        Set<String> former = doubts;
        doubts = doubts(look, now);
        doubts.forEach(doubt -> often.merge(doubt, 1, Integer::sum));
        asked = look.runtime() != Answer.WELL || isNew(look, Answer.ASKED);
        if (!doubts.isEmpty()) {
            newest = reason(doubts.iterator().next());
            Instant calm = now.plus(end);
            proven = proven.isBefore(calm) ? calm : proven;
        }
        Optional<WentBackFor> certain = doubts.stream()
                .filter(doubt -> former.contains(doubt) || often.getOrDefault(doubt, 0) >= OFTEN)
                .findFirst()
                .map(Health::reason);
        return certain.isEmpty() && now.isAfter(last) && !isProven(now) ? Optional.of(newest) : certain;
    }

    /** Whether it has been well for long enough, and nothing is in doubt. */
    boolean isProven(Instant now) {
        return !now.isBefore(proven) && doubts.isEmpty() && !asked;
    }

    /** When that is, if all stays well from now on. */
    Instant proven() {
        return proven;
    }

    private boolean isNew(HealthLook look, Answer answer) {
        return look.checks().entrySet().stream()
                .anyMatch(
                        check -> check.getValue() == answer && !before.checks().contains(check.getKey()));
    }

    /** Each with its reason first, and what it is about. */
    private Set<String> doubts(HealthLook look, Instant now) {
        Set<String> components = Baseline.without(look.failed(), before.components());
        if (!now.isBefore(settled)) {
            components.addAll(Baseline.without(look.unsatisfied(), before.components()));
            components.addAll(Missing.of(look, before));
        }
        Set<String> found = new TreeSet<>();
        components.forEach(name -> found.add(doubt(WentBackFor.COMPONENTS, name)));
        look.checks().forEach((name, answer) -> {
            if (answer == Answer.UNWELL && !before.checks().contains(name)) {
                found.add(doubt(WentBackFor.HEALTH_CHECK, name));
            }
        });
        if (look.heap() >= FULL) {
            found.add(doubt(WentBackFor.MEMORY, "heap"));
        }
        return found;
    }

    private static String doubt(WentBackFor reason, String about) {
        return reason.name() + " " + about;
    }

    private static WentBackFor reason(String doubt) {
        return WentBackFor.valueOf(doubt.substring(0, doubt.indexOf(' ')));
    }
}
