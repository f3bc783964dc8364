package org.benchconnect.cli.release;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import org.benchconnect.upgrade.feature.FeatureDocument;
import org.benchconnect.upgrade.feature.FeatureLayout;
import org.benchconnect.upgrade.feature.FeatureModule;

/**
 * {@code release add withdrawal}: a version of a feature is offered no longer, because it is bad or old. PCs that have it keep it; what
 * makes them leave it is a higher version, with a {@code floor} if it is dangerous. Its files stay where they are published.
 */
final class AddWithdrawal {
    static final String FORM = " WORK FEATURE VERSION [--vendor VENDOR]";
    static final Set<String> OPTIONS = Set.of("--vendor");

    private AddWithdrawal() {}

    static void run(Arguments arguments, Release.Situation situation) throws IOException, ReleaseUsage, ReleaseRefusal {
        List<String> words = arguments.words(3);
        String role = arguments.option("--vendor").orElse(Roles.TARGETS);
        try (WorkFolder work = WorkFolder.open(arguments.path(words.get(0)))) {
            Draft draft = work.begunDraft();
            Metadata published =
                    draft.before(role).orElseThrow(() -> new ReleaseRefusal("nothing of " + role + " is published"));
            SortedMap<String, TargetInfo> targets = Roles.targets(published);
            String path = FeatureLayout.FEATURES + words.get(1) + "-" + words.get(2) + FeatureLayout.DOCUMENT;
            if (!targets.containsKey(path) || FeatureLayout.nameOf(path).isEmpty()) {
                throw new ReleaseRefusal(words.get(1) + " " + words.get(2) + " is not offered by " + role);
            }
            Set<String> gone = modules(work.published(), targets, path);
            for (String other : targets.keySet()) {
                if (!other.equals(path) && FeatureLayout.nameOf(other).isPresent()) {
                    gone.removeAll(modules(work.published(), targets, other));
                }
            }
            JsonObject changed = draft.next(role, work.settings().expiry(role, situation.now()));
            JsonObject kept = changed.getAsJsonObject("targets");
            Set<String> needed = needed(draft, role, targets.keySet());
            kept.remove(path);
            kept.remove(path + FeatureLayout.SIGNATURE);
            gone.stream()
                    .map(digest -> FeatureDraft.modulePath(role, digest))
                    .filter(module -> !needed.contains(module))
                    .forEach(kept::remove);
            draft.change(role, changed);
            Review.of(draft, situation.now()).tell(situation.report());
        }
    }

    private static Set<String> modules(Published published, Map<String, TargetInfo> targets, String path)
            throws IOException, ReleaseRefusal {
        TargetInfo info = targets.get(path);
        if (info == null) {
            throw new ReleaseRefusal(path + " is not offered");
        }
        Path file = info.in(published.targets(), path);
        FeatureDocument document = FeatureChanges.document(file, path);
        return document.modules().stream()
                .map(FeatureModule::sha256)
                .collect(java.util.stream.Collectors.toCollection(TreeSet::new));
    }

    /** The modules of features that are new in the draft. */
    private static Set<String> needed(Draft draft, String role, Set<String> published)
            throws IOException, ReleaseRefusal {
        Set<String> needed = new TreeSet<>();
        for (Map.Entry<String, TargetInfo> file : Roles.targets(
                        draft.current(role).orElseThrow(() -> new ReleaseRefusal("there is no " + role)))
                .entrySet()) {
            if (!published.contains(file.getKey())
                    && FeatureLayout.nameOf(file.getKey()).isPresent()) {
                FeatureDocument document =
                        FeatureChanges.document(file.getValue().in(draft.targets(), file.getKey()), file.getKey());
                document.modules().forEach(module -> needed.add(FeatureDraft.modulePath(role, module.sha256())));
            }
        }
        return needed;
    }
}
