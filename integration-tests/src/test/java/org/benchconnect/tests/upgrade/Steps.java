package org.benchconnect.tests.upgrade;

import static org.benchconnect.tests.lab.LabServices.call;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import org.benchconnect.tests.Await;
import org.benchconnect.tests.lab.LabPc;

/**
 * The steps of a change in the agent within this process, without the person, the wait and the proof before and after them: what is measured is the change itself,
 * also while the instrument is busy. Services are found anew each time, since the upgrade bundle may be what changes.
 */
final class Steps {
    private static final String UPGRADE = "org.benchconnect.upgrade";
    private static final String STEPS = UPGRADE + ".generation.GenerationSteps";
    private static final String PLANNER = UPGRADE + ".plan.UpgradePlanner";

    private final LabPc pc;

    Steps(LabPc pc) {
        this.pc = pc;
    }

    /**
     * What the vendor's repository would change.
     *
     * @param documents SHA-256 of the documents
     * @param changes symbolic names of the modules that change
     * @param stops symbolic names of those that stop although they do not
     */
    record Planned(List<String> documents, Set<String> changes, Set<String> stops) {}

    /** Looks into the vendor's repository. */
    Planned plan() throws Exception {
        Class<?> language = pc.services().type("org.benchconnect.core", "org.benchconnect.core.text.Language");
        Object look = call(
                pc.services().get(PLANNER),
                "look",
                Optional.of(pc.vendor().repository().toString()),
                language.getEnumConstants()[0]);
        Object plan = ((Optional<?>) call(look, "plan")).orElseThrow(() -> new AssertionError("nothing is newer"));
        List<String> documents = new ArrayList<>();
        for (Object feature : (List<?>) call(plan, "features")) {
            documents.add((String) call(feature, "document"));
        }
        Set<String> changes = new TreeSet<>();
        for (Object change : (List<?>) call(plan, "changes")) {
            changes.add((String) call(change, "symbolicName"));
        }
        Set<String> stops = new TreeSet<>();
        for (Object stop : (List<?>) call(plan, "stops")) {
            stops.add((String) stop);
        }
        return new Planned(documents, changes, stops);
    }

    /** Writes the generation of a plan that was made since the upgrade bundle started. */
    int stage(Planned plan) throws Exception {
        return (int) call(pc.services().get(STEPS), "stage", plan.documents());
    }

    /** Runs it, on trial. */
    void switchTo(int generation) throws Exception {
        unlessItChangesItself(() -> call(pc.services().get(STEPS), "switchTo", generation));
        Await.until("generation " + generation + " is on trial", LabPc.PATIENCE, () -> trial().map(
                        trial -> trial.equals(generation))
                .orElse(false));
    }

    /** Runs what ran before again. */
    void goBack() throws Exception {
        unlessItChangesItself(() -> call(pc.services().get(STEPS), "goBack"));
        Await.until("no generation is on trial", LabPc.PATIENCE, () -> trial().isEmpty());
    }

    /** The generation on trial; -1 while the upgrade bundle itself changes. */
    private Optional<Object> trial() throws Exception {
        Optional<Object> steps = pc.services().find(STEPS);
        try {
            Object trial = steps.isEmpty() ? Optional.of(-1) : call(steps.get(), "trial");
            Optional<?> known = (Optional<?>) trial;
            return known.isEmpty()
                    ? Optional.empty()
                    : Optional.of(known.get() instanceof Integer none ? none : call(known.get(), "generation"));
        } catch (IllegalStateException stopped) {
            return Optional.of(-1);
        }
    }

    /** Who asks for its own replacement gets no answer; the launcher goes on. */
    private static void unlessItChangesItself(Callable<?> step) throws Exception {
        try {
            step.call();
        } catch (CancellationException itself) {
            // what became of it is asked of its successor
        }
    }
}
