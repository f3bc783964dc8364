package org.benchconnect.upgrade.generation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.benchconnect.core.feature.FeatureRefusedException;
import org.benchconnect.core.feature.Generations;
import org.benchconnect.core.feature.RefusedFor;
import org.benchconnect.core.status.Platform;
import org.benchconnect.launcher.module.Modules;
import org.benchconnect.upgrade.feature.BaseRelease;
import org.benchconnect.upgrade.feature.SignedDocument;
import org.benchconnect.upgrade.feature.VerifiedFeatures;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Installs and removes single features, by the same steps as an upgrade; what a person answered for and what its modules' start has shown is committed at
 * once. What is asked and by whom is the consent bundle's; what may run is the launcher's, which verifies everything written here.
 */
@Component(service = Generations.class)
public final class GenerationSwitch implements Generations {
    private static final Logger LOG = LoggerFactory.getLogger(GenerationSwitch.class);

    private final Modules modules;
    private final VerifiedFeatures verified;
    private final GenerationSteps steps;
    private final Path installation;

    /** For the component runtime, in a framework that our launcher started. */
    @Activate
    public GenerationSwitch(
            BundleContext context,
            @Reference Modules modules,
            @Reference VerifiedFeatures verified,
            @Reference GenerationSteps steps) {
        this(
                modules,
                verified,
                steps,
                Path.of(Objects.requireNonNull(context.getProperty(Platform.INSTALLATION), Platform.INSTALLATION)));
    }

    GenerationSwitch(Modules modules, VerifiedFeatures verified, GenerationSteps steps, Path installation) {
        this.modules = modules;
        this.verified = verified;
        this.steps = steps;
        this.installation = installation;
    }

    @Override
    public synchronized void install(String document) throws FeatureRefusedException {
        SignedDocument planned = verified.planned(document);
        String name = planned.document().id().name();
        if (name.equals(BaseRelease.NAME)) {
            throw new FeatureRefusedException(
                    RefusedFor.BASE, "The base release is changed by an installer of BenchConnect, not as a feature.");
        }
        change(steps.stageFeature(document), false);
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
        change(steps.stageWithout(feature), steps.trial().isPresent());
        LOG.info("removed: {}", feature);
    }

    private void refuseUnlessRemovable(String feature, List<Modules.FeatureModules> running)
            throws IOException, FeatureRefusedException {
        if (running.stream().noneMatch(each -> each.name().equals(feature))) {
            throw new FeatureRefusedException(RefusedFor.STALE, "There is no such feature on this PC.");
        }
        if (InstalledBase.read(installation).features().contains(feature)) {
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

    private void change(int generation, boolean staysOnTrial) throws FeatureRefusedException {
        steps.switchTo(generation);
        if (!staysOnTrial) {
            try {
                steps.commit();
            } catch (FeatureRefusedException e) {
                LOG.warn("generation {} runs, and is on trial until the disk takes that it stays", generation, e);
            }
        }
    }

    private static FeatureRefusedException refused(String message, Exception e) {
        LOG.warn("no new generation: {}", message, e);
        return new FeatureRefusedException(RefusedFor.NOT_STARTED, message, e);
    }
}
