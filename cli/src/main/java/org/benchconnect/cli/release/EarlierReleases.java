package org.benchconnect.cli.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.benchconnect.upgrade.feature.FeatureDocument;
import org.benchconnect.upgrade.feature.FeatureLayout;

/** What has been released of a feature before, so that nothing is made twice or goes back. */
final class EarlierReleases {
    private final Draft draft;
    private final Published published;

    EarlierReleases(Draft draft, Published published) {
        this.draft = draft;
        this.published = published;
    }

    /** Refuses a version that is published, and a counter that is not above those of the feature's other versions. */
    void check(FeatureDocument document, String role) throws IOException, ReleaseRefusal {
        String path = FeatureLayout.document(document.id());
        Optional<Metadata> before = draft.before(role);
        if (before.isPresent() && Roles.targets(before.get()).containsKey(path)) {
            throw new ReleaseRefusal(document.id().name() + " " + document.id().version()
                    + " is published; a published version is never replaced, make a higher one");
        }
        Optional<Metadata> current = draft.current(role);
        SortedMap<String, TargetInfo> targets = current.map(Roles::targets).orElseGet(TreeMap::new);
        for (Map.Entry<String, TargetInfo> file : targets.entrySet()) {
            boolean sameFeature = FeatureLayout.nameOf(file.getKey())
                    .filter(document.id().name()::equals)
                    .isPresent();
            if (sameFeature && !file.getKey().equals(path)) {
                FeatureDocument earlier = FeatureChanges.document(file(file.getKey(), file.getValue()), file.getKey());
                if (earlier.terms().counter() >= document.terms().counter()) {
                    throw new ReleaseRefusal("the release counter rises: "
                            + earlier.id().version() + " has " + earlier.terms().counter() + ", this one "
                            + document.terms().counter());
                }
            }
        }
    }

    private Path file(String path, TargetInfo info) {
        Path drafted = info.in(draft.targets(), path);
        return Files.exists(drafted) ? drafted : info.in(published.targets(), path);
    }
}
