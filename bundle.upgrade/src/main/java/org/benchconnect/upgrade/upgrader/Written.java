package org.benchconnect.upgrade.upgrader;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.benchconnect.core.feature.FeatureRefusedException;
import org.benchconnect.core.feature.RefusedFor;
import org.benchconnect.core.upgrade.Approval;
import org.benchconnect.core.upgrade.UpgradePlan;
import org.benchconnect.core.upgrade.UpgradeRecord;
import org.benchconnect.upgrade.journal.Entry;
import org.benchconnect.upgrade.journal.Journal;
import org.benchconnect.upgrade.journal.Step;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The journal, as the course writes it: what raises anything waits for the disk, everything else is done whatever the disk says. */
final class Written {
    private static final Logger LOG = LoggerFactory.getLogger(Written.class);

    private final Journal journal;

    Written(Journal journal) {
        this.journal = journal;
    }

    /** Writes it if the disk takes it. */
    void write(Step step) {
        try {
            journal.write(step);
        } catch (IOException e) {
            LOG.warn("the journal does not take {}; what is done is done all the same", step, e);
        }
    }

    /** A yes, which counts only when it is written. */
    void consented(String plan, Approval approval) throws FeatureRefusedException {
        try {
            journal.write(new Step.Consented(plan, approval));
        } catch (IOException e) {
            throw new FeatureRefusedException(
                    RefusedFor.NOT_STARTED,
                    "The disk of this PC does not take the upgrade; check that it is not full.",
                    e);
        }
    }

    /** An offer, once. */
    void verified(UpgradePlan plan, List<String> documents) {
        Step.Verified verified = new Step.Verified(plan.id(), Set.copyOf(documents));
        if (entries().stream().noneMatch(entry -> entry.step().equals(verified))) {
            write(verified);
        }
    }

    List<Entry> entries() {
        return journal.entries();
    }

    /** The newest change of the generation. */
    Optional<UpgradeRecord> last() {
        return journal.records().stream().findFirst();
    }

    /** See {@link Barred}. */
    Barred barred() {
        return Barred.of(entries());
    }
}
