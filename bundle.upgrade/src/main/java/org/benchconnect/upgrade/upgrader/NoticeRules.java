package org.benchconnect.upgrade.upgrader;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.benchconnect.core.feature.FeaturePlan;
import org.benchconnect.core.signal.Condition;
import org.benchconnect.core.signal.Facts;
import org.benchconnect.core.signal.Severity;
import org.benchconnect.core.signal.Signal;
import org.benchconnect.core.signal.SoftwareVersion;
import org.benchconnect.core.upgrade.UpgradePlan;
import org.benchconnect.core.upgrade.UpgradeRecord;
import org.benchconnect.core.upgrade.UpgradeRecord.FeatureStep;
import org.benchconnect.core.upgrade.UpgradeRecord.Kind;
import org.benchconnect.core.upgrade.UpgradeRecord.Outcome;
import org.benchconnect.core.upgrade.UpgradeState;
import org.benchconnect.core.upgrade.UpgradeState.Phase;
import org.benchconnect.upgrade.feature.BaseRelease;
import org.benchconnect.upgrade.upgrader.UpgradeCode.Fact;

/** Which notices follow from a state, and which are over. Pure. */
final class NoticeRules {
    private static final Duration NEWS = Duration.ofDays(7); // so long "it stays" is worth reading

    private NoticeRules() {}

    /**
     * What is so.
     *
     * @param signals each that is so
     * @param over conditions that are not; one that is in neither is not known yet, as what a source has is not before the first look
     */
    record Notices(List<Signal> signals, Set<Condition> over) {
        /** Copies the collections. */
        Notices {
            signals = List.copyOf(signals);
            over = Set.copyOf(over);
        }
    }

    static Notices of(UpgradeState state, Optional<Ended.Told> ended, Instant now) {
        List<Signal> signals = new ArrayList<>();
        Set<UpgradeCode> unknown = new LinkedHashSet<>();
        available(state, signals, unknown);
        if (state.phase() == Phase.WAITS && !state.waitsFor().isEmpty()) { // otherwise it begins in a moment
            signals.add(waits(state));
        }
        state.last().ifPresent(change -> ended(change, now).ifPresent(signals::add));
        ended.filter(one -> one.isNews() && now.isBefore(one.at().plus(NEWS)))
                .ifPresent(one -> signals.add(notCarriedOut(one.reason())));
        if (state.looked().isEmpty()) {
            unknown.add(UpgradeCode.PLATFORM_AVAILABLE);
        }
        state.platform().ifPresent(version -> signals.add(platform(version)));
        Set<Condition> over = new LinkedHashSet<>();
        for (UpgradeCode code : UpgradeCode.values()) {
            if (!unknown.contains(code) && signals.stream().noneMatch(signal -> signal.code() == code)) {
                over.add(Condition.of(code, Facts.none()));
            }
        }
        return new Notices(signals, over);
    }

    private static void available(UpgradeState state, List<Signal> signals, Set<UpgradeCode> unknown) {
        if (state.phase() == Phase.OFFERED) {
            signals.add(new Signal(
                    UpgradeCode.UPGRADE_AVAILABLE,
                    Severity.INFO,
                    facts(state.plan().orElseThrow())));
        } else if (state.looked().isEmpty() && (state.phase() == Phase.NOTHING_NEW || state.phase() == Phase.LOOKS)) {
            unknown.add(UpgradeCode.UPGRADE_AVAILABLE);
        }
    }

    private static Facts facts(UpgradePlan plan) {
        Facts facts = Facts.none()
                .with(Fact.FEATURES, plan.features().size())
                .with(Fact.CHANGES, plan.changes().size())
                .with(Fact.STOPS, plan.stops().size())
                .with(Fact.ASKED, plan.asked().size())
                .with(Fact.TAKES_SECONDS, Math.max(1, plan.takes().toSeconds()))
                .with(Fact.SIZE_KILOBYTE, Math.round(plan.bytes() / 1000.0))
                .with(Fact.FIX, plan.fix());
        return version(plan).map(version -> facts.with(Fact.VERSION, version)).orElse(facts);
    }

    private static Signal notCarriedOut(Ended reason) {
        return new Signal(
                UpgradeCode.UPGRADE_NOT_CARRIED_OUT, Severity.INFO, Facts.none().with(Fact.REASON, reason));
    }

    private static Optional<SoftwareVersion> version(UpgradePlan plan) {
        Optional<String> only = plan.features().stream()
                .map(FeaturePlan::feature)
                .map(feature -> feature.version())
                .findFirst()
                .filter(one -> plan.features().size() == 1);
        return plan.version(BaseRelease.NAME).or(() -> only).flatMap(NoticeRules::numbers);
    }

    /** A version without its qualifier. */
    static Optional<SoftwareVersion> numbers(String version) {
        return SoftwareVersion.parse(version.replaceFirst("^([0-9]+\\.[0-9]+\\.[0-9]+).*", "$1"));
    }

    private static Signal waits(UpgradeState state) {
        return new Signal(
                UpgradeCode.UPGRADE_WAITS,
                Severity.INFO,
                Facts.none()
                        .with(Fact.REASON, WaitsFor.of(state.waitsFor()))
                        .with(Fact.HINDRANCES, state.waitsFor().size()));
    }

    private static Optional<Signal> ended(UpgradeRecord change, Instant now) {
        if (change.outcome() == Outcome.WENT_BACK && change.kind() != Kind.FEATURE) {
            return wentBack(change);
        }
        boolean isNews =
                change.ended().filter(at -> now.isBefore(at.plus(NEWS))).isPresent();
        return change.outcome() == Outcome.COMMITTED && change.kind() == Kind.UPGRADE && isNews
                ? Optional.of(new Signal(
                        UpgradeCode.UPGRADE_COMMITTED,
                        Severity.INFO,
                        Facts.none()
                                .with(Fact.GENERATION, change.generation())
                                .with(Fact.FEATURES, change.features().size())
                                .with(Fact.CHANGES, change.modules().size())))
                : Optional.empty();
    }

    /** A person who went back knows it. */
    private static Optional<Signal> wentBack(UpgradeRecord change) {
        WentBack reason = WentBack.of(change.reason());
        if (reason == WentBack.BACK_PERSON) {
            return Optional.empty();
        }
        Facts facts = Facts.none().with(Fact.REASON, reason).with(Fact.GENERATION, change.before());
        return Optional.of(new Signal(
                UpgradeCode.UPGRADE_WENT_BACK,
                Severity.WARNING,
                version(change)
                        .map(version -> facts.with(Fact.VERSION, version))
                        .orElse(facts)));
    }

    /** The version that went back. */
    private static Optional<SoftwareVersion> version(UpgradeRecord change) {
        List<FeatureStep> all = change.features();
        return all.stream()
                .filter(one -> one.name().equals(BaseRelease.NAME) || all.size() == 1)
                .findFirst()
                .flatMap(FeatureStep::to)
                .flatMap(NoticeRules::numbers);
    }

    private static Signal platform(String version) {
        Facts facts = Facts.none();
        return new Signal(
                UpgradeCode.PLATFORM_AVAILABLE,
                Severity.INFO,
                numbers(version).map(one -> facts.with(Fact.VERSION, one)).orElse(facts));
    }

    /** {@link WentBackFor} as people read it: each has a text {@code token.<NAME>}. */
    enum WentBack {
        /** See {@link WentBackFor#NOT_STARTED}. */
        BACK_NOT_STARTED,
        /** See {@link WentBackFor#COMPONENTS}. */
        BACK_COMPONENTS,
        /** See {@link WentBackFor#HEALTH_CHECK}. */
        BACK_HEALTH_CHECK,
        /** See {@link WentBackFor#NO_ANSWER}. */
        BACK_NO_ANSWER,
        /** See {@link WentBackFor#MEMORY}. */
        BACK_MEMORY,
        /** See {@link WentBackFor#DEADLOCK}. */
        BACK_DEADLOCK,
        /** See {@link WentBackFor#CRASHED}. */
        BACK_CRASHED,
        /** See {@link WentBackFor#PERSON}. */
        BACK_PERSON,
        /** A reason that a newer agent wrote. */
        BACK_OTHER;

        static WentBack of(Optional<String> reason) {
            for (WentBack one : values()) {
                if (reason.filter(token -> one.name().equals("BACK_" + token)).isPresent()) {
                    return one;
                }
            }
            return BACK_OTHER;
        }
    }
}
