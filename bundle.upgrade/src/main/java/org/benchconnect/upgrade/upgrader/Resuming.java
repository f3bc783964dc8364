package org.benchconnect.upgrade.upgrader;

import java.util.Optional;
import java.util.function.Predicate;
import org.benchconnect.core.feature.FeatureRefusedException;
import org.benchconnect.upgrade.generation.GenerationSteps;
import org.benchconnect.upgrade.journal.Entry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Goes on where an agent or bundle before this one was; once. Used under the lock of {@link Course}. */
final class Resuming {
    private static final Logger LOG = LoggerFactory.getLogger(Resuming.class);

    private final Resumption resumption;
    private final Surroundings around;
    private final Staged staged;
    private final OnTrial trial;
    private boolean done;

    /** @param damaged whether a line is one of a journal that was found damaged */
    Resuming(
            GenerationSteps steps,
            Written journal,
            Surroundings around,
            Staged staged,
            OnTrial trial,
            Predicate<Entry> damaged) {
        this.resumption = new Resumption(steps, journal, damaged);
        this.around = around;
        this.staged = staged;
        this.trial = trial;
    }

    /** Returns whether something waited, and does so still or not any more. */
    boolean now() throws FeatureRefusedException {
        if (done) {
            return false;
        }
        Resumption.Found found = resumption.now();
        Optional<Boolean> allowed = found.what() == Resumption.What.STAGED
                ? found.waiting().flatMap(now -> around.isAllowed(now.id(), now.approval()))
                : Optional.of(false);
        if (allowed.isEmpty()) {
            return false; // the ledger will say
        }
        done = true;
        switch (found.what()) {
            case ON_TRIAL -> trial.goesOn();
            case GOES_BACK -> trial.goBackAsWritten();
            case STAGED -> goesOn(found.waiting().orElseThrow(), allowed.get());
            case LOST -> lost(found.waiting().orElseThrow());
            case NOTHING -> LOG.debug("nothing was under way");
        }
        return found.waiting().isPresent();
    }

    private void goesOn(Waiting found, boolean allowed) {
        staged.goesOn(found);
        if (!allowed) {
            boolean standing = staged.isByStanding();
            staged.drop(found.id(), standing ? Ended.ENDED_FIXES_ASKED.name() : WentBackFor.PERSON.name());
        }
    }

    private void lost(Waiting found) {
        LOG.warn("upgrade {} was allowed and cannot be carried out as it was: it is asked about again", found.id());
        staged.goesOn(found);
        staged.drop(found.id(), Ended.ENDED_LOST.name());
    }

    /** What lies on the disk is looked at again. */
    void again() {
        done = false;
    }
}
