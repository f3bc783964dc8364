package org.benchconnect.upgrade.generation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.benchconnect.core.feature.FeatureRefusedException;
import org.benchconnect.core.feature.RefusedFor;
import org.benchconnect.core.status.Platform;
import org.benchconnect.crypto.device.DeviceIdentity;
import org.benchconnect.launcher.list.DeviceKey;
import org.benchconnect.launcher.module.Modules;
import org.benchconnect.launcher.module.ModulesRefusedException;
import org.benchconnect.launcher.storage.Disk;
import org.benchconnect.launcher.storage.Storage;
import org.benchconnect.upgrade.feature.VerifiedFeatures;
import org.benchconnect.upgrade.journal.Journal;
import org.benchconnect.upgrade.journal.Step;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The steps on this PC, on the caller's thread: staging takes some hundred milliseconds, a switch as long as the modules take to start. When it is made, it writes into the
 * journal what became of a change that the process before did not live to tell.
 */
@Component(service = GenerationSteps.class)
public final class TrialSteps implements GenerationSteps {
    private static final Logger LOG = LoggerFactory.getLogger(TrialSteps.class);

    private final Modules modules;
    private final Journal journal;
    /** Told of each change. */
    final GenerationConfigurations configurations;

    private final Supplier<@Nullable DeviceIdentity> keys;
    private final GenerationFolders folders;
    private final Staging staging;
    private final NextGeneration next;
    private final WholeGenerations whole;
    private final History history;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable DeviceIdentity identity;

    /** For the component runtime, in a framework that our launcher started. */
    @Activate
    public TrialSteps(
            BundleContext context,
            @Reference Modules modules,
            @Reference VerifiedFeatures verified,
            @Reference Journal journal,
            @Reference GenerationConfigurations configurations) {
        this.modules = modules;
        this.journal = journal;
        this.configurations = configurations;
        this.keys = () -> identity;
        Path installation = told(context, Platform.INSTALLATION);
        this.folders = new GenerationFolders(Disk.forOwner(), told(context, Platform.HOME));
        this.staging = new Staging(folders, installation);
        this.whole = new WholeGenerations(folders, installation);
        this.history = new History(journal, folders, new Contents(folders, installation), staging);
        this.next = new NextGeneration(modules, verified, keys, journal, folders, staging);
        history.settle();
    }

    /** Over a file system of the caller's. */
    TrialSteps(
            Modules modules,
            VerifiedFeatures verified,
            Supplier<@Nullable DeviceIdentity> keys,
            Journal journal,
            Storage storage,
            Path installation,
            Path home) {
        this.modules = modules;
        this.journal = journal;
        this.keys = keys;
        this.folders = new GenerationFolders(storage, home);
        this.configurations = new GenerationConfigurations(folders, installation);
        this.staging = new Staging(folders, installation);
        this.whole = new WholeGenerations(folders, installation);
        this.history = new History(journal, folders, new Contents(folders, installation), staging);
        this.next = new NextGeneration(modules, verified, keys, journal, folders, staging);
        history.settle();
    }

    private static Path told(BundleContext context, String property) {
        return Path.of(Objects.requireNonNull(context.getProperty(property), property));
    }

    @Override
    public int current() throws FeatureRefusedException {
        try {
            return folders.current();
        } catch (IOException e) {
            throw refused("The pointer to the running generation cannot be read.", e);
        }
    }

    @Override
    public synchronized int stage(List<String> documents) throws FeatureRefusedException {
        requireNoTrial();
        return next.upgraded(documents);
    }

    @Override
    public synchronized int stageFeature(String document) throws FeatureRefusedException {
        requireNoTrial();
        return next.installed(document);
    }

    @Override
    public synchronized int stageWithout(String feature) throws FeatureRefusedException {
        return next.without(feature);
    }

    private void requireNoTrial() throws FeatureRefusedException {
        if (trial().isPresent()) {
            throw new FeatureRefusedException(
                    RefusedFor.BUSY,
                    "A new generation is on trial on this PC; try again when it has shown that it is well.");
        }
    }

    @Override
    public synchronized void switchTo(int generation) throws FeatureRefusedException {
        int before = current();
        Optional<Trial> trial = trial();
        requireSwitchable(generation, before, trial);
        try {
            Step.Switched step = history.step(generation, before, modules.features());
            if (trial.isEmpty()) {
                folders.layWayBack(before); // before the line: from then on its absence says that somebody went back
            }
            journal.write(step);
            folders.point(generation);
        } catch (IOException e) {
            takeBack(generation, before, trial);
            throw refused("The disk of this PC does not take the new generation; check that it is not full.", e);
        }
        try {
            modules.switchToCurrent();
        } catch (ModulesRefusedException e) {
            takeBack(generation, before, trial);
            throw refused("The launcher refused the new modules, and what ran before runs again: " + e.getMessage(), e);
        } catch (RuntimeException e) {
            takeBack(generation, before, trial);
            throw e;
        }
        if (history.isWhatRuns(modules.features())) {
            configurations.changed();
            LOG.info("generation {} runs instead of {}, and has to show that it is well", generation, before);
        } else { // this module is among those that go: the launcher does not wait for it, and its successor looks for
            // itself
            LOG.info("the launcher changes from generation {} to {}, and this module with it", before, generation);
        }
    }

    private void requireSwitchable(int generation, int before, Optional<Trial> trial) throws FeatureRefusedException {
        if (generation == before || trial.isPresent() && generation < before) {
            throw new FeatureRefusedException(
                    RefusedFor.BUSY, "Generation " + before + " is on trial or the current one: go back from it.");
        }
        if (!isWhole(generation)) {
            throw new FeatureRefusedException(
                    generation < before ? RefusedFor.NO_WAY_BACK : RefusedFor.STALE,
                    "Generation " + generation + " is not here, or not whole under this installation.");
        }
        boolean madeForAnother = history.staged(generation)
                .filter(staged -> staged.before() != before)
                .isPresent();
        if (madeForAnother || generation > before && history.committed().contains(generation)) {
            throw new FeatureRefusedException(
                    RefusedFor.STALE,
                    "Generation " + generation + " was made for what ran before, not for what runs now; look again.");
        }
    }

    /** The launcher has put the pointer back already, if it came to that. If the disk fails here, a whole generation stays named. */
    private void takeBack(int generation, int before, Optional<Trial> trial) {
        try {
            if (trial.isEmpty()) {
                folders.pointBack();
            } else if (folders.current() == generation) {
                folders.point(before);
            } else if (folders.current() != before) { // the launcher went by the way back of the one on trial
                modules.switchToCurrent();
            }
        } catch (IOException e) {
            LOG.error("generation {} was refused and could not be taken back", generation, e);
        } catch (ModulesRefusedException e) {
            LOG.error("what the pointer names does not start within this process", e);
            modules.restart();
        }
        history.tell(new Step.WentBack(generation, before, Step.NOT_STARTED));
        if (generation > before && !history.committed().contains(generation)) {
            staging.discard(generation);
        }
        configurations.changed();
    }

    @Override
    public synchronized void commit() throws FeatureRefusedException {
        int current = current();
        int before = trial().map(Trial::before).orElse(0);
        try {
            folders.stay();
        } catch (IOException e) {
            throw refused("The disk of this PC does not take that the new generation stays.", e);
        }
        history.tell(new Step.Committed(current));
        LOG.info("generation {} stays", current);
        @Nullable DeviceIdentity device = keys.get();
        if (device != null) {
            discardOld(device, before);
        }
    }

    private void discardOld(DeviceIdentity device, int before) {
        try {
            new OldGenerations(folders, DeviceKey.of(device.publicKey())).discard(before);
        } catch (IOException e) {
            LOG.warn("generations that are not needed any more could not be removed", e);
        }
    }

    @Override
    public synchronized void goBack() throws FeatureRefusedException {
        if (trial().isEmpty()) {
            throw new FeatureRefusedException(RefusedFor.NO_WAY_BACK, "No generation is on trial.");
        }
        try {
            modules.goBack();
        } catch (ModulesRefusedException e) {
            throw refused("The launcher could not go back: " + e.getMessage(), e);
        }
        if (history.isWhatRuns(modules.features())) {
            history.settle();
            configurations.changed();
        } // otherwise this module goes, and its successor settles: the journal has one writer
    }

    @Override
    public Optional<Trial> trial() {
        try {
            int current = folders.current();
            int starts = folders.countedStarts();
            return folders.before()
                    .filter(before -> before != current)
                    .map(before -> new Trial(current, before, starts));
        } catch (IOException e) {
            LOG.warn("whether a generation is on trial cannot be read", e);
            return Optional.empty();
        }
    }

    @Override
    public Optional<Integer> before() {
        try {
            return history.candidates(folders.current()).stream()
                    .filter(whole::has)
                    .findFirst();
        } catch (IOException e) {
            LOG.warn("which generations are here cannot be read", e);
            return Optional.empty();
        }
    }

    @Override
    public boolean isWhole(int generation) {
        return whole.has(generation);
    }

    @Override
    public synchronized void discard(int generation) {
        staging.discard(generation);
    }

    static FeatureRefusedException refused(String message, Exception e) {
        LOG.warn("no change of generation: {}", message, e);
        return new FeatureRefusedException(RefusedFor.NOT_STARTED, message, e);
    }
}
