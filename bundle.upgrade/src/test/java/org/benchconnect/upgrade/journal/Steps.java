package org.benchconnect.upgrade.journal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.benchconnect.core.account.AccountId;
import org.benchconnect.core.upgrade.Approval;
import org.benchconnect.core.upgrade.UpgradeRecord.FeatureStep;
import org.benchconnect.core.upgrade.UpgradeRecord.Kind;
import org.benchconnect.core.upgrade.UpgradeRecord.ModuleStep;

/** One step of each kind. */
final class Steps {
    static final Instant AT = Instant.parse("2027-03-01T08:00:00.123Z");
    static final String PLAN = "ab".repeat(32);
    static final Approval APPROVAL =
            new Approval(17, new AccountId("0123456789abcdef"), AT, Approval.When.IN_WINDOW, Optional.of(3L));

    private Steps() {}

    static Step.Switched switched(int generation, int before, Optional<String> plan) {
        return new Step.Switched(
                generation,
                before,
                plan.isPresent() ? Kind.UPGRADE : Kind.FEATURE,
                plan,
                List.of(
                        new FeatureStep(
                                "org.benchconnect.base",
                                Optional.of("0.1.0"),
                                Optional.of("0.2.0.rc_1-2"),
                                Optional.of("cd".repeat(32))),
                        new FeatureStep("com.example.gone", Optional.of("1.0.0"), Optional.empty(), Optional.empty())),
                List.of(
                        new ModuleStep(
                                "org.benchconnect.host", Optional.of("1".repeat(64)), Optional.of("2".repeat(64))),
                        new ModuleStep("com.example.new", Optional.empty(), Optional.of("3".repeat(64)))));
    }

    static List<Step> all() {
        return List.of(
                new Step.Verified(PLAN, Set.of("cd".repeat(32), "ef".repeat(32))),
                new Step.Consented(PLAN, APPROVAL),
                new Step.Staged(5, 4, Optional.of(PLAN)),
                switched(5, 4, Optional.of(PLAN)),
                new Step.Healthy(5),
                new Step.Committed(5),
                new Step.Staged(6, 5, Optional.empty()),
                switched(6, 5, Optional.empty()),
                new Step.WentBack(6, 5, "HEALTH_CHECK"),
                new Step.NotBegun(7),
                new Step.Refused("12".repeat(32), "PERSON"));
    }
}
