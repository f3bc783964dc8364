package org.benchconnect.upgrade.upgrader;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.benchconnect.core.link.ReleaseReport;
import org.benchconnect.core.link.ReleaseReport.Outcome;
import org.benchconnect.core.signal.SoftwareVersion;
import org.benchconnect.core.upgrade.UpgradeRecord;
import org.benchconnect.core.upgrade.UpgradeRecord.FeatureStep;
import org.benchconnect.core.upgrade.UpgradeRecord.Kind;
import org.benchconnect.upgrade.feature.BaseRelease;
import org.benchconnect.upgrade.journal.Entry;
import org.benchconnect.upgrade.journal.Journal;
import org.benchconnect.upgrade.journal.Step;

/**
 * How one upgrade ended here. Features that were installed or removed by themselves are none: what a laboratory allows beyond the base release is in no stream.
 *
 * @param at when, by the journal
 * @param report what the service side may know of it
 */
record ReleaseEnding(Instant at, ReleaseReport report) {
    /**
     * Versions of the base release that the journal does not have.
     *
     * @param here the one that runs now; empty if it is not known
     * @param plans the one that each plan would bring, by the plan's identity, as far as it was seen
     */
    record Versions(Optional<SoftwareVersion> here, Map<String, SoftwareVersion> plans) {
        /** Copies the map. */
        Versions {
            plans = Map.copyOf(plans);
        }
    }

    /** All that the journal has, the oldest first. */
    static List<ReleaseEnding> of(Journal journal, Versions versions) {
        List<ReleaseEnding> endings = new ArrayList<>();
        journal.records().forEach(change -> of(change).ifPresent(endings::add));
        journal.entries().forEach(entry -> of(entry, versions).ifPresent(endings::add));
        endings.sort(Comparator.comparing(ReleaseEnding::at));
        return List.copyOf(endings);
    }

    private static Optional<ReleaseEnding> of(UpgradeRecord change) {
        if (change.kind() == Kind.FEATURE) {
            return Optional.empty();
        }
        Optional<FeatureStep> base = change.features().stream()
                .filter(one -> one.name().equals(BaseRelease.NAME))
                .findFirst();
        SoftwareVersion from =
                base.flatMap(FeatureStep::from).flatMap(NoticeRules::numbers).orElse(null);
        SoftwareVersion to =
                base.flatMap(FeatureStep::to).flatMap(NoticeRules::numbers).orElse(null);
        Optional<Outcome> outcome =
                switch (change.outcome()) {
                    case PROVES -> Optional.empty();
                    case COMMITTED -> Optional.of(Outcome.COMMITTED);
                    case WENT_BACK -> Optional.of(Outcome.WENT_BACK);
                };
        return outcome.flatMap(
                how -> change.ended().map(at -> new ReleaseEnding(at, new ReleaseReport(from, to, how))));
    }

    /** A person's no; a yes that ended by itself is asked about again. */
    private static Optional<ReleaseEnding> of(Entry entry, Versions versions) {
        if (entry.step() instanceof Step.Refused refused && refused.reason().equals(WentBackFor.PERSON.name())) {
            SoftwareVersion to = versions.plans().get(refused.plan());
            ReleaseReport report = new ReleaseReport(versions.here().orElse(null), to, Outcome.REFUSED);
            return Optional.of(new ReleaseEnding(entry.at(), report));
        }
        return Optional.empty();
    }
}
