package org.benchconnect.upgrade.upgrader;

import java.time.Clock;
import java.util.Optional;
import java.util.function.Predicate;
import org.benchconnect.core.feature.FeatureRefusedException;
import org.benchconnect.core.feature.RefusedFor;
import org.benchconnect.core.upgrade.UpgradePlan;
import org.benchconnect.core.upgrade.UpgradeState.Phase;

/** What looks brought, and what of it is offered. Written under the lock of {@link Course}; reading is safe for any thread. */
final class Offers {
    private final Written journal;
    private final Clock clock;
    private volatile Looks looks = Looks.NONE;

    Offers(Written journal, Clock clock) {
        this.journal = journal;
        this.clock = clock;
    }

    Looks looks() {
        return looks;
    }

    /** The phase while nothing is under way. */
    Phase phase() {
        return looks.plan().isPresent() ? Phase.OFFERED : Phase.NOTHING_NEW;
    }

    /**
     * A look to the end.
     *
     * @param anyway for which plans it does not matter that something of them went back or was refused here
     */
    void found(
            Optional<UpgradePlan> plan,
            Optional<String> source,
            Optional<String> platform,
            Predicate<UpgradePlan> anyway) {
        Barred barred = journal.barred();
        Optional<UpgradePlan> shown = plan.filter(one -> anyway.test(one) || !barred.bars(one));
        looks = looks.found(shown, source, platform, clock.instant());
    }

    /** A look failed; only the reason is kept. */
    void failed(RefusedFor reason) {
        looks = looks.failed(reason);
    }

    boolean isAbout(String plan) {
        return looks.plan().filter(one -> one.id().equals(plan)).isPresent();
    }

    /** A plan that somebody says yes to. */
    UpgradePlan offered(String plan) throws FeatureRefusedException {
        return looks.plan().filter(now -> now.id().equals(plan)).orElseThrow(Offers::stale);
    }

    static FeatureRefusedException stale() {
        return new FeatureRefusedException(
                RefusedFor.STALE, "This upgrade is not offered any more. Look for upgrades again.");
    }

    /** Nothing is offered any more. */
    void withoutPlan() {
        looks = looks.withoutPlan();
    }
}
