package org.benchconnect.console;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.benchconnect.core.feature.RefusedFor;
import org.benchconnect.core.upgrade.Hindrance;
import org.benchconnect.core.upgrade.UpgradePlan;
import org.benchconnect.core.upgrade.UpgradeRecord;
import org.benchconnect.core.upgrade.UpgradeRecord.FeatureStep;
import org.benchconnect.core.upgrade.UpgradeRecord.Kind;
import org.benchconnect.core.upgrade.UpgradeRecord.Outcome;
import org.benchconnect.core.upgrade.UpgradeState;

/**
 * How upgrades are, in one sentence that is true: that there is nothing newer is said only when a look came to its end, and nothing that it found was refused or went
 * back.
 *
 * @param now how they are
 * @param answers what people answered last
 */
record UpgradeSentence(Snapshot.Upgrade now, LatestAnswers answers, OwnWords words) {
    /** Of these the settings are the cause as likely as the source itself. */
    private static final Set<RefusedFor> OF_THE_SETTINGS = EnumSet.of(RefusedFor.SOURCE, RefusedFor.NO_VENDOR);

    String text() {
        UpgradeState state = now.state();
        return switch (state.phase()) {
            case NOTHING_NEW -> nothing(state);
            case OFFERED ->
                words.say(
                        now.fixes().isPresent()
                                        && state.plan().filter(UpgradePlan::fix).isPresent()
                                ? "upgrade.OFFERED.fix"
                                : "upgrade.OFFERED");
            case WAITS -> words.say("upgrade.WAITS." + waits(state));
            case PROVES -> words.say(proves(state));
            default -> words.say("upgrade." + state.phase());
        };
    }

    private static String proves(UpgradeState state) {
        return state.last()
                .map(UpgradeRecord::kind)
                .filter(kind -> kind != Kind.UPGRADE)
                .map(kind -> "upgrade.PROVES." + kind)
                .orElse("upgrade.PROVES");
    }

    private String nothing(UpgradeState state) {
        if (state.failed().isPresent()) {
            return words.say("upgrade.LOOK_FAILED");
        }
        Optional<UpgradeRecord> last = state.last();
        if (last.filter(one -> one.kind() == Kind.UPGRADE && one.outcome() == Outcome.WENT_BACK)
                .isPresent()) {
            return words.say("upgrade.WENT_BACK", Map.of("what", versions(last.get(), FeatureStep::to)));
        }
        if (last.filter(one -> one.kind() == Kind.ROLLBACK && one.outcome() == Outcome.COMMITTED)
                .isPresent()) {
            return words.say("upgrade.LEFT", Map.of("what", versions(last.get(), FeatureStep::from)));
        }
        if (answers.saidNo()) {
            return words.say("upgrade.REFUSED");
        }
        return words.say(state.looked().isPresent() ? "upgrade.NOTHING_NEW" : "upgrade.NOT_LOOKED");
    }

    /** What a change brought or took, or else its generation. */
    private String versions(UpgradeRecord record, Version version) {
        String all = record.features().stream()
                .filter(one -> version.of(one).isPresent())
                .map(one -> FeatureView.title(one.name(), words) + " "
                        + ForeignText.name(version.of(one).orElse("")))
                .collect(Collectors.joining(", "));
        return all.isEmpty()
                ? words.say(
                        "upgrade.before",
                        Map.of(
                                "generation",
                                words.number(record.kind() == Kind.ROLLBACK ? record.before() : record.generation())))
                : all;
    }

    /** The most pressing of what it waits for. */
    private static String waits(UpgradeState state) {
        List<Hindrance.Reason> reasons =
                state.waitsFor().stream().map(Hindrance::reason).toList();
        if (reasons.isEmpty()) {
            return "nothing";
        }
        if (reasons.contains(Hindrance.Reason.FROZEN)) {
            return "frozen";
        }
        if (reasons.stream().allMatch(one -> one == Hindrance.Reason.WINDOW)) {
            return "window";
        }
        return reasons.stream().allMatch(one -> one == Hindrance.Reason.WINDOW || one == Hindrance.Reason.SESSION)
                ? "session"
                : "hindered";
    }

    /** When a source was last asked, and why that failed if it did. */
    String looked() {
        UpgradeState state = now.state();
        String when = state.looked()
                .map(at -> words.say("upgrade.looked", Map.of("moment", words.moment(at))))
                .orElse("");
        return state.failed()
                .map(why -> (when + " " + failed(state.phase()) + why(why, words)).strip())
                .orElse(when);
    }

    /** With nothing offered, the sentence itself says so. */
    private String failed(UpgradeState.Phase phase) {
        return phase == UpgradeState.Phase.NOTHING_NEW ? "" : words.say("upgrade.lookFailed") + " ";
    }

    private static String why(RefusedFor reason, OwnWords words) {
        return ofTheSettings(reason, words).orElseGet(() -> words.say("refused." + reason));
    }

    /** Why a look failed that asked where the settings say; empty if the settings can have nothing to do with it. */
    static Optional<String> ofTheSettings(RefusedFor reason, OwnWords words) {
        return OF_THE_SETTINGS.contains(reason)
                ? Optional.of(words.say("upgrade.refused." + reason))
                : Optional.empty();
    }

    /** What going back would lead to, with its versions and until when it ran as far as the newest change that left it says so; empty if there is none. */
    Optional<String> before(List<UpgradeRecord> records) {
        UpgradeState state = now.state();
        return state.before().map(before -> {
            String generation = words.number(before);
            return records.stream()
                    .filter(one -> one.generation() == state.generation() && one.before() == before)
                    .filter(one -> one.outcome() != Outcome.WENT_BACK)
                    .findFirst()
                    .map(one -> left(one, generation))
                    .orElseGet(() -> words.say("upgrade.before", Map.of("generation", generation)));
        });
    }

    private String left(UpgradeRecord record, String generation) {
        String what = record.features().stream().anyMatch(one -> one.from().isPresent())
                ? versions(record, FeatureStep::from)
                : "";
        return words.say(
                what.isEmpty() ? "upgrade.before.until" : "upgrade.before.version",
                Map.of("generation", generation, "what", what, "moment", words.moment(record.begun())));
    }

    /** Which of a feature's versions. */
    @FunctionalInterface
    private interface Version {
        Optional<String> of(FeatureStep step);
    }
}
