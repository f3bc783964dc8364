package org.benchconnect.consent.grant;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.benchconnect.core.feature.Feature;
import org.benchconnect.core.feature.FeaturePlan;
import org.benchconnect.core.feature.FeatureRefusedException;
import org.benchconnect.core.feature.Features;
import org.benchconnect.core.feature.Generations;
import org.benchconnect.core.feature.Privilege;
import org.benchconnect.core.feature.RefusedFor;
import org.benchconnect.core.feature.TrustedVendor;
import org.benchconnect.core.text.Language;

/** Takes what a source offers, or fails as it is told; what it installs, the launcher has. */
public final class FakeInstaller implements Features, Generations {
    public final Map<String, FeaturePlan> offered = new HashMap<>();
    public Optional<RefusedFor> installationFails = Optional.empty();
    public boolean removalFails;
    public Runnable duringInstallation = () -> {};
    private final Map<String, FeaturePlan> verified = new HashMap<>();
    private final FakeModules launcher;

    FakeInstaller(FakeModules launcher) {
        this.launcher = launcher;
    }

    /** A source that offers this. */
    public String offers(FeaturePlan plan) {
        offered.put("stick", plan);
        return "stick";
    }

    @Override
    public List<Feature> installed() {
        return List.of();
    }

    @Override
    public TrustedVendor vendor() {
        return new TrustedVendor(TrustedVendor.State.TRUSTED, "Example Vendor");
    }

    @Override
    public FeaturePlan plan(String source, Optional<String> name, Language language) throws FeatureRefusedException {
        FeaturePlan plan = offered.get(source);
        if (plan == null) {
            throw new FeatureRefusedException(RefusedFor.SOURCE, "no such source");
        }
        verified.put(plan.document(), plan);
        return plan;
    }

    @Override
    public void install(String document) throws FeatureRefusedException {
        duringInstallation.run();
        FeaturePlan plan = verified.get(document);
        if (plan == null) {
            throw new FeatureRefusedException(RefusedFor.STALE, "no plan");
        }
        if (installationFails.isPresent()) {
            throw new FeatureRefusedException(installationFails.get(), "it fails");
        }
        launcher.has(
                plan.feature().name(),
                plan.feature().version(),
                plan.feature().privileges().stream()
                        .map(Privilege::token)
                        .sorted()
                        .toList(),
                plan.feature().models().stream().sorted().toList(),
                plan.modules().stream().map(one -> one.sha256()).toArray(String[]::new));
    }

    @Override
    public void remove(String feature) throws FeatureRefusedException {
        if (removalFails) {
            throw new FeatureRefusedException(RefusedFor.NO_ROOM, "it fails");
        }
        launcher.hasNot(feature);
    }

    @Override
    public Set<String> models(String feature) {
        return launcher.features().stream()
                .filter(one -> one.name().equals(feature))
                .flatMap(one -> one.models().stream())
                .collect(Collectors.toSet());
    }
}
