package org.benchconnect.upgrade.upgrader;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.benchconnect.upgrade.upgrader.HealthLook.Answer;

/**
 * Whether a new generation is well. Pure but for what it remembers of the look before: what is not well counts at the second look in a row, a missing answer and a deadlock at
 * once. What was so before the change does not count. Components have a while to find their services again. Instants are those of a steady clock.
 */
final class Health {
    /** Between two looks. */
    static final Duration BETWEEN = Duration.ofSeconds(2);

    private static final Duration SETTLES = Duration.ofSeconds(10);
    private static final double FULL = 0.9; // of the heap, after a collection: hardly anything can be done with less

    private final Baseline before;
    private final Instant settled;
    private final Instant proven;
    private Set<String> doubts = Set.of();
    private boolean asked = true;

    /** @param lasts how long it must be well */
    Health(Baseline before, Instant since, Duration lasts) {
        this.before = before;
        this.settled = since.plus(lasts.dividedBy(2).compareTo(SETTLES) < 0 ? lasts.dividedBy(2) : SETTLES);
        this.proven = since.plus(lasts);
    }

    /** What a look means; empty if it is well or in doubt. */
    Optional<WentBackFor> judge(HealthLook look, Instant now) {
        if (look.deadlocked() > before.deadlocked()) {
            return Optional.of(WentBackFor.DEADLOCK);
        }
        if (look.runtime() == Answer.SILENT || isNew(look, Answer.SILENT)) {
            return Optional.of(WentBackFor.NO_ANSWER);
        }
        Set<String> doubtsNow = doubts(look, now);
        Set<String> twice = new TreeSet<>(doubtsNow);
        twice.retainAll(doubts);
        doubts = doubtsNow;
        asked = look.runtime() != Answer.WELL || isNew(look, Answer.ASKED);
        return twice.stream().findFirst().map(doubt -> WentBackFor.valueOf(doubt.substring(0, doubt.indexOf(' '))));
    }

    /** Whether it has been well for long enough, and nothing is in doubt. */
    boolean isProven(Instant now) {
        return !now.isBefore(proven) && doubts.isEmpty() && !asked;
    }

    /** When that is, if all stays well. */
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
        Set<String> found = new TreeSet<>();
        Baseline.without(look.failed(), before.components())
                .forEach(name -> found.add(doubt(WentBackFor.COMPONENTS, name)));
        if (!now.isBefore(settled)) {
            Baseline.without(look.unsatisfied(), before.components())
                    .forEach(name -> found.add(doubt(WentBackFor.COMPONENTS, name)));
        }
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
}
