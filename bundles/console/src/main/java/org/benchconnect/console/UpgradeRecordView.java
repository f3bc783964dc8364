package org.benchconnect.console;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.benchconnect.core.upgrade.UpgradeRecord;
import org.jspecify.annotations.Nullable;

/**
 * One change of the generation as the API writes it.
 *
 * @param reason why it was gone back from, a token; null if it was not
 * @param text what changed, in a sentence
 * @param outcomeText what became of it, in a sentence
 * @param moment when it began, in words, by this PC's time zone
 * @param paper the path of its printable record, below the root of this server
 */
record UpgradeRecordView(
        int generation,
        int before,
        UpgradeRecord.Kind kind,
        @Nullable String plan,
        List<FeatureStepView> features,
        List<ModuleStepView> modules,
        @Nullable UpgradeApprovalView approval,
        Instant begun,
        @Nullable Instant ended,
        UpgradeRecord.Outcome outcome,
        @Nullable String reason,
        String text,
        String outcomeText,
        String moment,
        String paper) {

    /** A feature before and after; null is what is not there, or not known. */
    record FeatureStepView(
            String name, String title, @Nullable String from, @Nullable String to, @Nullable String document) {
        static FeatureStepView of(UpgradeRecord.FeatureStep step, OwnWords words) {
            return new FeatureStepView(
                    ForeignText.name(step.name()),
                    FeatureView.title(step.name(), words),
                    plain(step.from()),
                    plain(step.to()),
                    plain(step.document()));
        }

        /** In a few words. */
        String text(OwnWords words) {
            String form = from == null ? "new" : to == null ? "gone" : from.equals(to) ? "same" : "changed";
            return words.say(
                    "upgrade.step." + form,
                    Map.of("title", title, "from", from == null ? "–" : from, "to", to == null ? "–" : to));
        }
    }

    /** A module's name with the SHA-256 of its file before and after; null where it was not there. */
    record ModuleStepView(String module, @Nullable String from, @Nullable String to) {
        static ModuleStepView of(UpgradeRecord.ModuleStep step) {
            return new ModuleStepView(ForeignText.name(step.symbolicName()), plain(step.from()), plain(step.to()));
        }
    }

    private static @Nullable String plain(Optional<String> text) {
        return text.map(ForeignText::name).orElse(null);
    }

    static UpgradeRecordView of(UpgradeRecord record, People people) {
        OwnWords words = people.words();
        List<FeatureStepView> features = record.features().stream()
                .map(one -> FeatureStepView.of(one, words))
                .toList();
        return new UpgradeRecordView(
                record.generation(),
                record.before(),
                record.kind(),
                plain(record.plan()),
                features,
                record.modules().stream().map(ModuleStepView::of).toList(),
                record.approval()
                        .map(one -> UpgradeApprovalView.of(one, people))
                        .orElse(null),
                record.begun(),
                record.ended().orElse(null),
                record.outcome(),
                plain(record.reason()),
                what(record, features, words),
                outcome(record, words),
                words.moment(record.begun()),
                UpgradeRecordApi.path(record));
    }

    private static String what(UpgradeRecord record, List<FeatureStepView> features, OwnWords words) {
        return features.isEmpty()
                ? words.say(
                        "upgrade.record." + record.kind() + ".bare",
                        Map.of(
                                "generation",
                                words.number(record.generation()),
                                "before",
                                words.number(record.before())))
                : words.say(
                        "upgrade.record." + record.kind(),
                        Map.of(
                                "what",
                                features.stream().map(one -> one.text(words)).collect(Collectors.joining("; "))));
    }

    private static String outcome(UpgradeRecord record, OwnWords words) {
        String said = words.say("upgrade.outcome." + record.outcome());
        return record.reason().map(token -> said + " " + reason(token, words)).orElse(said);
    }

    /** A token of a newer agent has no words here. */
    private static String reason(String token, OwnWords words) {
        String key = "upgrade.reason." + token;
        return words.has(key)
                ? words.say(key)
                : words.say("upgrade.reason.other", Map.of("token", ForeignText.name(token)));
    }
}
