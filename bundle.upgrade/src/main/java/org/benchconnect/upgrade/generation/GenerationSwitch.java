package org.benchconnect.upgrade.generation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.benchconnect.core.feature.FeatureRefusedException;
import org.benchconnect.core.feature.Generations;
import org.benchconnect.core.feature.RefusedFor;
import org.benchconnect.core.status.Platform;
import org.benchconnect.crypto.device.DeviceIdentity;
import org.benchconnect.launcher.module.Modules;
import org.benchconnect.launcher.module.ModulesRefusedException;
import org.benchconnect.launcher.storage.Disk;
import org.benchconnect.launcher.storage.Storage;
import org.benchconnect.upgrade.feature.BaseRelease;
import org.benchconnect.upgrade.feature.SignedDocument;
import org.benchconnect.upgrade.feature.VerifiedFeatures;
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
 * Stages and switches generations. One change at a time, on the caller's thread: some hundred milliseconds, and as long as the modules take to
 * start. What is asked and by whom is the consent bundle's; what may run is the launcher's, which verifies everything written here.
 */
@Component(service = Generations.class)
public final class GenerationSwitch implements Generations {
    private static final Logger LOG = LoggerFactory.getLogger(GenerationSwitch.class);

    private final Modules modules;
    private final VerifiedFeatures verified;
    private final Supplier<@Nullable DeviceIdentity> keys;
    private final Staging staging;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable DeviceIdentity identity;

    /** For the component runtime, in a framework that our launcher started. */
    @Activate
    public GenerationSwitch(BundleContext context, @Reference Modules modules, @Reference VerifiedFeatures verified) {
        this.modules = modules;
        this.verified = verified;
        this.keys = () -> identity;
        this.staging = new Staging(Disk.forOwner(), told(context, Platform.INSTALLATION), told(context, Platform.HOME));
    }

    GenerationSwitch(
            Modules modules,
            VerifiedFeatures verified,
            Supplier<@Nullable DeviceIdentity> keys,
            Storage storage,
            Path installation,
            Path home) {
        this.modules = modules;
        this.verified = verified;
        this.keys = keys;
        this.staging = new Staging(storage, installation, home);
    }

    private static Path told(BundleContext context, String property) {
        return Path.of(Objects.requireNonNull(context.getProperty(property), property));
    }

    @Override
    public synchronized void install(String document) throws FeatureRefusedException {
        SignedDocument planned = verified.planned(document);
        String name = planned.document().id().name();
        if (name.equals(BaseRelease.NAME)) {
            throw new FeatureRefusedException(
                    RefusedFor.BASE, "The base release is changed by an installer of BenchConnect, not as a feature.");
        }
        NextList list = new NextList(verified.documents());
        change(list.with(modules.features(), planned.document()), Optional.of(planned));
        LOG.info("installed: {} {}", name, planned.document().id().version());
    }

    @Override
    public synchronized void remove(String feature) throws FeatureRefusedException {
        List<Modules.FeatureModules> running = modules.features();
        try {
            refuseUnlessRemovable(feature, running);
        } catch (IOException e) {
            throw refused("What runs here cannot be read, so nothing was removed.", e);
        }
        change(new NextList(verified.documents()).without(running, feature), Optional.empty());
        LOG.info("removed: {}", feature);
    }

    private void refuseUnlessRemovable(String feature, List<Modules.FeatureModules> running)
            throws IOException, FeatureRefusedException {
        if (running.stream().noneMatch(each -> each.name().equals(feature))) {
            throw new FeatureRefusedException(RefusedFor.STALE, "There is no such feature on this PC.");
        }
        if (staging.base().features().contains(feature)) {
            throw new FeatureRefusedException(
                    RefusedFor.BASE,
                    "The feature " + feature
                            + " is part of the base release: an installer of BenchConnect changes it. A"
                            + " consent to it can be withdrawn.");
        }
        List<String> dependants = verified.dependingOn(feature);
        if (!dependants.isEmpty()) {
            throw new FeatureRefusedException(
                    RefusedFor.NEEDED,
                    "The feature " + feature + " is needed by " + String.join(", ", dependants)
                            + ". Remove that first.",
                    dependants);
        }
    }

    @Override
    public Set<String> models(String feature) {
        return modules.features().stream()
                .filter(each -> each.name().equals(feature))
                .findFirst()
                .map(each -> Set.copyOf(each.models()))
                .orElse(Set.of());
    }

    private void change(List<Modules.FeatureModules> next, Optional<SignedDocument> added)
            throws FeatureRefusedException {
        @Nullable DeviceIdentity device = keys.get();
        if (device == null) {
            throw new FeatureRefusedException(
                    RefusedFor.KEYS, "The keys of this PC are not open, so no list of modules can be signed.");
        }
        staging.requirePinned(device);
        Staging.Staged staged = stage(next, added, device);
        try {
            modules.switchToCurrent();
        } catch (ModulesRefusedException e) {
            staged.takeBack();
            throw refused("The launcher refused the new modules, and what ran before runs again: " + e.getMessage(), e);
        } catch (RuntimeException e) {
            staged.takeBack();
            throw e;
        }
        staged.keep(device);
    }

    private Staging.Staged stage(
            List<Modules.FeatureModules> next, Optional<SignedDocument> added, DeviceIdentity device)
            throws FeatureRefusedException {
        try {
            return staging.stage(next, added, device);
        } catch (IOException e) {
            throw refused("The disk of this PC does not take the new generation; check that it is not full.", e);
        }
    }

    private static FeatureRefusedException refused(String message, Exception e) {
        LOG.warn("no new generation: {}", message, e);
        return new FeatureRefusedException(RefusedFor.NOT_STARTED, message, e);
    }
}
