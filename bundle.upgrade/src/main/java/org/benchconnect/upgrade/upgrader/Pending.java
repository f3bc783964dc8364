package org.benchconnect.upgrade.upgrader;

import java.util.Optional;
import org.benchconnect.core.feature.FeatureRefusedException;
import org.benchconnect.core.upgrade.Approval;
import org.benchconnect.core.upgrade.UpgradePlan;
import org.benchconnect.core.upgrade.UpgradeState.Phase;
import org.benchconnect.upgrade.generation.GenerationSteps;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A plan from the offer to the end of its waiting: what looks bring and people answer. Used under the lock of {@link Course}. */
final class Pending {
    private static final Logger LOG = LoggerFactory.getLogger(Pending.class);

    private final GenerationSteps steps;
    private final Written journal;
    private final Offers offers;
    private final Staged staged;
    private final Wanted wanted;

    Pending(GenerationSteps steps, Written journal, Offers offers, Staged staged, Wanted wanted) {
        this.steps = steps;
        this.journal = journal;
        this.offers = offers;
        this.staged = staged;
        this.wanted = wanted;
    }

    /** Where it is while no modules change. */
    Phase phase() {
        return staged.waiting().isPresent() ? Phase.WAITS : offers.phase();
    }

    /**
     * A look to the end.
     *
     * @param asked whether a person wants to see it although it went back or was refused here
     * @param still whether no modules change
     */
    void found(
            Optional<UpgradePlan> plan,
            Optional<String> source,
            Optional<String> platform,
            boolean asked,
            boolean still) {
        Looks former = offers.looks();
        boolean gone =
                plan.isEmpty() && former.plan().isPresent() && former.source().equals(source);
        offers.found(plan, source, platform, one -> asked || staged.isAbout(one.id()));
        if (phase() == Phase.WAITS) {
            foundWhileItWaits(plan, gone);
        }
        if (still && phase() == Phase.OFFERED) {
            offers.looks().plan().ifPresent(one -> journal.verified(one, Staged.documents(one)));
        }
    }

    private void foundWhileItWaits(Optional<UpgradePlan> plan, boolean gone) {
        String id = staged.waiting().orElseThrow().id();
        if (gone) {
            end(Ended.ENDED_WITHDRAWN);
        } else if (offers.looks().plan().filter(one -> !one.id().equals(id)).isPresent()) {
            end(Ended.ENDED_NEWER);
        } else {
            plan.filter(one -> one.id().equals(id)).ifPresent(this::foundAgain);
        }
    }

    /** What was allowed, computed for what runs now. */
    private void foundAgain(UpgradePlan plan) {
        try {
            if (!staged.isOutdated()) {
                staged.found(plan);
            } else if (staged.doesTheSame(plan)) {
                staged.stageAnew(plan);
            } else {
                end(Ended.ENDED_CHANGED);
            }
        } catch (FeatureRefusedException e) {
            LOG.warn("the upgrade cannot be staged anew: {}", e.getMessage());
            end(plan.id(), Ended.ENDED_LOST);
        }
    }

    /** What a look again did not bring is not carried out. */
    void lookedAgain() {
        try {
            if (phase() == Phase.WAITS && staged.isOutdated()) {
                end(Ended.ENDED_CHANGED);
            }
        } catch (FeatureRefusedException e) {
            LOG.debug("no generation is named as the current one", e);
        }
    }

    /** Whether what waits may be carried out as it was allowed; if not, it ends or is looked for again. */
    boolean isGoodStill() throws FeatureRefusedException {
        if (staged.isExpired()) {
            end(Ended.ENDED_EXPIRED);
            return false;
        }
        if (staged.isOutdated()) {
            wanted.again(steps.current());
            return false;
        }
        return true;
    }

    /** A person allowed it. */
    void approve(String plan, Approval approval) throws FeatureRefusedException {
        if (staged.isAbout(plan)) {
            staged.allowedAgain(approval);
        } else if (phase() == Phase.OFFERED) {
            staged.stage(offers.offered(plan), approval);
        } else {
            throw Offers.stale();
        }
    }

    /** A no; one to what only a standing consent allowed is a wish to be asked. */
    boolean refuse(String plan) {
        if (staged.isAbout(plan) && staged.isByStanding()) {
            end(Ended.ENDED_FIXES_ASKED);
            return true;
        }
        boolean was = phase() == Phase.WAITS ? staged.isAbout(plan) : offers.isAbout(plan);
        if (was) {
            drop(plan, WentBackFor.PERSON);
        }
        return was;
    }

    /** It is not carried out, and not offered again by itself. */
    void drop(String plan, WentBackFor reason) {
        staged.drop(plan, reason.name());
        offers.withoutPlan();
    }

    private void end(Ended reason) {
        end(staged.waiting().orElseThrow().id(), reason);
    }

    private void end(String plan, Ended reason) {
        LOG.info("the yes to upgrade {} ends: {}", plan, reason);
        staged.drop(plan, reason.name());
        if (phase() == Phase.NOTHING_NEW) {
            wanted.soon();
        }
    }
}
