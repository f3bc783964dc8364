package org.benchconnect.upgrade.generation;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.benchconnect.core.feature.FeatureRefusedException;
import org.benchconnect.core.feature.RefusedFor;
import org.benchconnect.crypto.device.DeviceIdentity;
import org.benchconnect.launcher.module.Modules;
import org.benchconnect.upgrade.feature.SignedDocument;
import org.benchconnect.upgrade.feature.VerifiedFeatures;
import org.benchconnect.upgrade.journal.Journal;
import org.benchconnect.upgrade.journal.Step;
import org.jspecify.annotations.Nullable;

/** Makes a generation of what runs and a change, beside the others; each returns its number, and throws if nothing of it is left. */
final class NextGeneration {
    private final Modules modules;
    private final VerifiedFeatures verified;
    private final Supplier<@Nullable DeviceIdentity> keys;
    private final Journal journal;
    private final GenerationFolders folders;
    private final Staging staging;

    NextGeneration(
            Modules modules,
            VerifiedFeatures verified,
            Supplier<@Nullable DeviceIdentity> keys,
            Journal journal,
            GenerationFolders folders,
            Staging staging) {
        this.modules = modules;
        this.verified = verified;
        this.keys = keys;
        this.journal = journal;
        this.folders = folders;
        this.staging = staging;
    }

    /** Newer versions of features that are here. */
    int upgraded(List<String> documents) throws FeatureRefusedException {
        List<SignedDocument> coming = new ArrayList<>();
        for (String document : documents) {
            SignedDocument planned = verified.planned(document);
            String name = planned.document().id().name();
            if (modules.features().stream().noneMatch(each -> each.name().equals(name))) {
                throw new FeatureRefusedException(
                        RefusedFor.STALE, "There is no version of " + name + " here that could be upgraded.");
            }
            coming.add(planned);
        }
        return with(coming, Optional.of(History.plan(documents)));
    }

    /** A feature, new or in place of its version now. */
    int installed(String document) throws FeatureRefusedException {
        return with(List.of(verified.planned(document)), Optional.empty());
    }

    /** What runs, without a feature. */
    int without(String feature) throws FeatureRefusedException {
        return write(list().without(modules.features(), feature), List.of(), Optional.empty());
    }

    private NextList list() {
        return new NextList(verified.documents());
    }

    private int with(List<SignedDocument> coming, Optional<String> plan) throws FeatureRefusedException {
        return write(
                list().with(
                                modules.features(),
                                coming.stream().map(SignedDocument::document).toList()),
                coming,
                plan);
    }

    private int write(List<Modules.FeatureModules> next, Collection<SignedDocument> coming, Optional<String> plan)
            throws FeatureRefusedException {
        @Nullable DeviceIdentity device = keys.get();
        if (device == null) {
            throw new FeatureRefusedException(
                    RefusedFor.KEYS, "The keys of this PC are not open, so no list of modules can be signed.");
        }
        staging.requirePinned(device);
        int number = 0;
        try {
            number = staging.stage(next, coming, device, new Numbers(journal.entries()).used());
            journal.write(new Step.Staged(number, folders.current(), plan));
            return number;
        } catch (IOException e) {
            if (number > 0) {
                staging.discard(number);
            }
            throw TrialSteps.refused(
                    "The disk of this PC does not take the new generation; check that it is not full.", e);
        }
    }
}
