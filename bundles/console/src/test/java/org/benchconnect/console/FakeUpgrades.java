package org.benchconnect.console;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.benchconnect.core.account.AccountId;
import org.benchconnect.core.feature.Author;
import org.benchconnect.core.feature.Feature;
import org.benchconnect.core.feature.FeaturePlan;
import org.benchconnect.core.feature.FeatureRefusedException;
import org.benchconnect.core.feature.FeatureSigner;
import org.benchconnect.core.feature.ModuleChange;
import org.benchconnect.core.feature.Privilege;
import org.benchconnect.core.feature.RefusedFor;
import org.benchconnect.core.upgrade.Approval;
import org.benchconnect.core.upgrade.Hindrance;
import org.benchconnect.core.upgrade.UpgradePlan;
import org.benchconnect.core.upgrade.UpgradeRecord;
import org.benchconnect.core.upgrade.UpgradeState;
import org.benchconnect.core.upgrade.UpgradeState.Phase;
import org.benchconnect.core.upgrade.Upgrades;
import org.jspecify.annotations.Nullable;

/** An upgrade utility that is in whatever phase a test says, and remembers what it was told. */
final class FakeUpgrades implements Upgrades {
    static final String PLAN_ID = "a1".repeat(32);
    static final UpgradePlan PLAN = plan("Two faults put right: notices of the blue laser come sooner.");

    private final List<UpgradeRecord> records = new CopyOnWriteArrayList<>();

    volatile Phase phase = Phase.NOTHING_NEW;
    volatile @Nullable UpgradePlan plan;
    volatile @Nullable Approval approval;
    volatile List<Hindrance> waitsFor = List.of();
    volatile @Nullable Instant provenAt;
    volatile @Nullable Instant idleUntil;
    volatile @Nullable RefusedFor failed;
    volatile @Nullable String platform;
    volatile @Nullable Integer before = 6;
    volatile @Nullable String source;
    volatile @Nullable FeatureRefusedException refuses;
    volatile int wentBack;

    static UpgradePlan plan(String statement) {
        Feature base = new Feature("org.benchconnect.base", "0.2.0", 4, Set.of(), Set.of(), 24, Author.SILENT);
        return new UpgradePlan(
                PLAN_ID,
                "https://releases.example/benchconnect/",
                List.of(new FeaturePlan(
                        FakeFeatures.DOCUMENT,
                        base,
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        Set.of(),
                        new FeatureSigner(
                                "Example Instruments Ltd", "Release Signing", Instant.parse("2026-03-02T10:00:00Z")),
                        Optional.empty(),
                        List.of(),
                        statement,
                        1,
                        FeaturePlan.Outcome.NEEDS_CONSENT)),
                List.of(new ModuleChange(
                        ModuleChange.Kind.CHANGED,
                        "org.benchconnect.adapter.navios",
                        Optional.of("0.1.0"),
                        Optional.of("0.2.0"))),
                List.of("org.benchconnect.host"),
                Set.of(),
                1_234_000,
                Duration.ofMillis(1500),
                false);
    }

    /** One that newly asks for something, and whose author writes whatever the test likes. */
    static UpgradePlan asking(String statement) {
        UpgradePlan plan = plan(statement);
        return new UpgradePlan(
                plan.id(),
                plan.source(),
                plan.features(),
                plan.changes(),
                plan.stops(),
                Set.of(Privilege.VIEW_SCREEN),
                plan.bytes(),
                plan.takes(),
                false);
    }

    void offers(UpgradePlan offered) {
        plan = offered;
        phase = Phase.OFFERED;
    }

    /** A change that came to an end, the newest. */
    void changed(UpgradeRecord record) {
        records.add(0, record);
    }

    UpgradeRecord record(UpgradeRecord.Outcome outcome, Optional<String> reason, Optional<Approval> by) {
        Instant begun = Instant.parse("2026-03-03T02:00:00Z");
        return new UpgradeRecord(
                7,
                6,
                UpgradeRecord.Kind.UPGRADE,
                Optional.of(PLAN_ID),
                List.of(new UpgradeRecord.FeatureStep(
                        "org.benchconnect.base",
                        Optional.of("0.1.0"),
                        Optional.of("0.2.0"),
                        Optional.of(FakeFeatures.DOCUMENT))),
                List.of(new UpgradeRecord.ModuleStep(
                        "org.benchconnect.adapter.navios", Optional.of("1".repeat(64)), Optional.of("2".repeat(64)))),
                by,
                begun,
                outcome == UpgradeRecord.Outcome.PROVES ? Optional.empty() : Optional.of(begun.plusSeconds(61)),
                outcome,
                reason);
    }

    /** By Maria Rossi, in the maintenance window. */
    Approval allowed() {
        return new Approval(
                0,
                FakeAccounts.MARIA,
                Instant.parse("2026-03-02T10:00:00Z"),
                Approval.When.IN_WINDOW,
                Optional.empty());
    }

    @Override
    public UpgradeState state() {
        return new UpgradeState(
                phase,
                7,
                Optional.ofNullable(before),
                Optional.ofNullable(plan),
                Optional.ofNullable(approval),
                waitsFor,
                Optional.ofNullable(provenAt),
                Optional.ofNullable(idleUntil),
                Optional.of(Instant.parse("2026-03-02T10:00:00Z")),
                Optional.ofNullable(failed),
                Optional.ofNullable(platform),
                records.stream().findFirst());
    }

    @Override
    public List<Hindrance> hindrances() {
        return waitsFor;
    }

    @Override
    public UpgradeState check(Optional<String> from) throws FeatureRefusedException {
        source = from.orElse("");
        if (refuses != null) {
            throw refuses;
        }
        offers(PLAN);
        return state();
    }

    @Override
    public void lookSoon() {}

    @Override
    public void approve(String id, Approval given) {
        approval = given;
        phase = Phase.WAITS;
    }

    @Override
    public boolean refuse(String id) {
        UpgradePlan now = plan;
        boolean was = now != null && now.id().equals(id);
        if (was) {
            plan = null;
            approval = null;
            waitsFor = List.of();
            phase = Phase.NOTHING_NEW;
        }
        return was;
    }

    @Override
    public void statedIdle(AccountId by, Instant until) {
        idleUntil = until;
        waitsFor = List.of();
    }

    @Override
    public void goBack(Optional<AccountId> by) throws FeatureRefusedException {
        if (refuses != null) {
            throw refuses;
        }
        wentBack++;
        before = null;
        phase = Phase.NOTHING_NEW;
    }

    @Override
    public List<UpgradeRecord> records() {
        return List.copyOf(records);
    }
}
