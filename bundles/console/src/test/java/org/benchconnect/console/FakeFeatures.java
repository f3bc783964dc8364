package org.benchconnect.console;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.benchconnect.core.feature.Author;
import org.benchconnect.core.feature.Feature;
import org.benchconnect.core.feature.FeaturePlan;
import org.benchconnect.core.feature.FeatureRefusedException;
import org.benchconnect.core.feature.FeatureSigner;
import org.benchconnect.core.feature.Features;
import org.benchconnect.core.feature.ModuleChange;
import org.benchconnect.core.feature.ModuleDigest;
import org.benchconnect.core.feature.Privilege;
import org.benchconnect.core.feature.TrustedVendor;
import org.benchconnect.core.text.Language;

/** Features that a test makes up; answers each plan as the test says. */
final class FakeFeatures implements Features {
    static final Feature BASE = new Feature("org.benchconnect.base", "0.1.0", 3, Set.of(), Set.of(), 24, Author.SILENT);
    static final Feature SUPPORT = new Feature(
            "org.benchconnect.remote-support",
            "1.2.0",
            7,
            Set.of(Privilege.CONTROL_INPUT, Privilege.VIEW_SCREEN),
            Set.of("NAVIOS_EX", "NAVIOS"),
            4,
            Author.SILENT);
    static final String DOCUMENT = "d".repeat(64);
    static final FeaturePlan PLAN = planOf(SUPPORT, "Lets our service see and operate this PC while you allow it.");

    volatile List<Feature> installed = List.of(BASE);
    volatile TrustedVendor vendor = new TrustedVendor(TrustedVendor.State.TRUSTED, "Example Instruments Ltd");
    volatile Planner planner = (source, name, language) -> PLAN;

    static FeaturePlan planOf(Feature feature, String statement) {
        return new FeaturePlan(
                DOCUMENT,
                feature,
                List.of(new ModuleDigest("org.example.engine", "1.2.0", "e".repeat(64))),
                List.of(
                        new ModuleChange(
                                ModuleChange.Kind.REMOVED, "org.example.old", Optional.of("1.0.0"), Optional.empty()),
                        new ModuleChange(
                                ModuleChange.Kind.CHANGED,
                                "org.example.rules",
                                Optional.of("1.1.0"),
                                Optional.of("1.2.0")),
                        new ModuleChange(
                                ModuleChange.Kind.CHANGED,
                                "org.example.same",
                                Optional.of("1.2.0"),
                                Optional.of("1.2.0")),
                        new ModuleChange(
                                ModuleChange.Kind.ADDED, "org.example.engine", Optional.empty(), Optional.of("1.2.0"))),
                List.of("org.example.neighbour"),
                List.of(),
                Set.of(Privilege.CONTROL_INPUT),
                new FeatureSigner("Example Instruments Ltd", "Release Signing", Instant.parse("2026-03-02T10:00:00Z")),
                Optional.empty(),
                List.of(),
                statement,
                34_150_000,
                FeaturePlan.Outcome.NEEDS_CONSENT);
    }

    /** One with every privilege and names as long as they may be, beside the others. */
    static FakeFeatures withLongNames() {
        FakeFeatures features = new FakeFeatures();
        String name = "x".repeat(80);
        features.installed = List.of(
                BASE,
                SUPPORT,
                new Feature(
                        name,
                        "1.0.0." + name,
                        99_999,
                        Set.of(Privilege.values()),
                        Set.of(name),
                        500,
                        new Author(name, name, name)));
        return features;
    }

    @Override
    public List<Feature> installed() {
        return installed;
    }

    @Override
    public TrustedVendor vendor() {
        return vendor;
    }

    @Override
    public FeaturePlan plan(String source, Optional<String> name, Language language) throws FeatureRefusedException {
        return planner.plan(source, name, language);
    }

    /** What a test lets a plan come to. */
    @FunctionalInterface
    interface Planner {
        FeaturePlan plan(String source, Optional<String> name, Language language) throws FeatureRefusedException;
    }
}
