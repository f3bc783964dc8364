package org.benchconnect.upgrade.generation;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.benchconnect.upgrade.journal.Entry;
import org.benchconnect.upgrade.journal.Step;

/** Which generations a journal tells of. Pure. */
final class Numbers {
    private final Set<Integer> used = new HashSet<>();
    /** By number, while nothing ran of them since. */
    private final Map<Integer, Step.Staged> staged = new HashMap<>();

    Numbers(List<Entry> entries) {
        entries.forEach(entry -> take(entry.step()));
    }

    private void take(Step step) {
        if (step instanceof Step.Staged one) {
            used.add(one.generation());
            used.add(one.before());
            staged.put(one.generation(), one);
        } else if (step instanceof Step.Switched switched) {
            used.add(switched.generation());
            used.add(switched.before());
            staged.remove(switched.generation());
        } else if (step instanceof Step.Committed committed) {
            used.add(committed.generation());
            staged.remove(committed.generation());
        } else if (step instanceof Step.WentBack back) {
            used.add(back.generation());
            used.add(back.to());
        } else if (step instanceof Step.NotBegun none) {
            used.add(none.generation());
        }
    }

    /** All of them: whatever became of a generation, its number is not used again, for lines of the journal say it. */
    Set<Integer> used() {
        return Set.copyOf(used);
    }

    /** The line of one that was staged, and nothing ran of it since. */
    Optional<Step.Staged> staged(int generation) {
        return Optional.ofNullable(staged.get(generation));
    }
}
