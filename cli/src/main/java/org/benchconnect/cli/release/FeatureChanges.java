package org.benchconnect.cli.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.benchconnect.cli.release.Review.Change;
import org.benchconnect.core.feature.Privilege;
import org.benchconnect.core.text.Language;
import org.benchconnect.upgrade.feature.FeatureDocument;
import org.benchconnect.upgrade.feature.FeatureLayout;
import org.benchconnect.upgrade.feature.FeatureModule;
import org.benchconnect.upgrade.feature.MalformedFeatureException;
import org.benchconnect.upgrade.feature.ReleaseTerms;

/** What the new feature documents of a draft say, in words: the part of a release that a person can judge. */
final class FeatureChanges {
    private FeatureChanges() {}

    static List<Change> in(Draft draft, Metadata targets) throws IOException, ReleaseRefusal {
        List<Change> changes = new ArrayList<>();
        Map<String, TargetInfo> added = draft.added();
        for (Map.Entry<String, TargetInfo> file : Roles.targets(targets).entrySet()) {
            if (file.getValue().equals(added.get(file.getKey()))
                    && FeatureLayout.nameOf(file.getKey()).isPresent()) {
                changes.addAll(words(document(file.getValue().in(draft.targets(), file.getKey()), file.getKey())));
            }
        }
        return changes;
    }

    static FeatureDocument document(Path file, String path) throws IOException, ReleaseRefusal {
        try {
            if (Files.size(file) > FeatureDocument.MAX_BYTES) {
                throw new ReleaseRefusal(path + " is too long for a feature document");
            }
            return FeatureDocument.read(Files.readAllBytes(file));
        } catch (MalformedFeatureException broken) {
            throw new ReleaseRefusal(path + ": " + broken.getMessage(), broken);
        }
    }

    private static List<Change> words(FeatureDocument document) {
        ReleaseTerms terms = document.terms();
        Set<String> privileges = new TreeSet<>();
        terms.privileges().stream().map(Privilege::token).forEach(privileges::add);
        List<Change> words = new ArrayList<>();
        words.add(explained("feature " + document.id().name() + " "
                + document.id().version() + ", \"" + document.title() + "\" of " + document.vendor()));
        words.add(explained("  counter " + terms.counter() + ", no release below " + terms.floor() + " any more, for "
                + terms.ring() + " of 100 PCs"));
        words.add(explained("  asks for: " + (privileges.isEmpty() ? "no privilege" : String.join(", ", privileges))));
        words.add(explained("  instruments: "
                + (terms.models().isEmpty() ? "any" : String.join(", ", new TreeSet<>(terms.models())))));
        terms.platform()
                .ifPresent(least -> words.add(explained(
                        "  needs the installation of BenchConnect " + least + " or newer; other PCs announce that")));
        words.add(explained("  says: " + terms.statement(Language.EN).replace('\n', ' ')));
        for (FeatureModule module : document.modules()) {
            words.add(explained("  module " + module.id() + ", sha256 " + module.sha256()));
        }
        return words;
    }

    private static Change explained(String what) {
        return new Change(' ', what);
    }
}
