package org.benchconnect.upgrade.feature;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.benchconnect.core.feature.FeaturePlan;
import org.benchconnect.core.feature.ModuleChange;
import org.benchconnect.core.feature.Privilege;
import org.benchconnect.core.text.Language;
import org.benchconnect.core.upgrade.UpgradePlan;
import org.benchconnect.launcher.module.Modules;

/** What several verified features change together: not the sum of their plans, because they share modules and each other's packages. Pure. */
final class CombinedPlan {
    /** About how long a switch takes whatever it changes. */
    private static final Duration SWITCH = Duration.ofMillis(500);
    /** About how much longer for each module that changes or stops: stop, refresh, start of an average module with its components. */
    private static final Duration EACH = Duration.ofMillis(50);

    private final Running running;
    private final List<Modules.FeatureModules> lines;
    private final FeaturePlanner.Dependants dependants;

    /** @param lines the features of the running generation, as the launcher has them */
    CombinedPlan(Running running, List<Modules.FeatureModules> lines, FeaturePlanner.Dependants dependants) {
        this.running = running;
        this.lines = List.copyOf(lines);
        this.dependants = dependants;
    }

    /** @param features sorted by name; at least one */
    UpgradePlan of(String source, List<UpgradedFeature> features, Language language) {
        FeaturePlanner planner = new FeaturePlanner(running, dependants);
        Running after = running;
        List<FeaturePlan> plans = new ArrayList<>();
        for (UpgradedFeature each : features) {
            plans.add(planner.plan(each.feature(), each.origin(), language));
            after = after.with(each.feature());
        }
        ModuleDifference difference = new ModuleDifference(running.modules(), after.modules());
        List<ModuleChange> changes = difference.changes();
        List<String> stops = new StoppedModules(dependants).of(difference, restarted(features));
        Set<Privilege> asked = EnumSet.noneOf(Privilege.class);
        plans.forEach(plan -> asked.addAll(plan.asked()));
        return new UpgradePlan(
                id(plans),
                source,
                plans,
                changes,
                stops,
                asked,
                bytes(difference, features),
                takes(changes.size() + stops.size()),
                new Fix(running).is(features, changes));
    }

    /** The launcher stops a feature with privileges as a whole when its line changes: it runs again by its renewed grant. */
    private Set<String> restarted(List<UpgradedFeature> features) {
        Set<String> names = features.stream().map(UpgradedFeature::name).collect(Collectors.toSet());
        return lines.stream()
                .filter(line -> names.contains(line.name())
                        && line.running()
                        && !line.privileges().isEmpty())
                .flatMap(line -> line.sha256().stream())
                .collect(Collectors.toSet());
    }

    private static String id(List<FeaturePlan> plans) {
        String digests = plans.stream()
                .map(FeaturePlan::document)
                .sorted()
                .map(digest -> digest + "\n")
                .collect(Collectors.joining());
        return HexFormat.of().formatHex(ModuleFile.sha256().digest(digests.getBytes(StandardCharsets.US_ASCII)));
    }

    /** The modules that come, each once: what ran already never travels. */
    private static long bytes(ModuleDifference difference, List<UpgradedFeature> features) {
        Map<String, Long> lengths = features.stream()
                .flatMap(each -> each.feature().document().modules().stream())
                .collect(Collectors.toMap(FeatureModule::sha256, FeatureModule::length, (one, same) -> one));
        return difference.come().stream()
                .map(module -> Optional.ofNullable(lengths.get(module.sha256())))
                .flatMap(Optional::stream)
                .mapToLong(Long::longValue)
                .sum();
    }

    /** An estimate from how many modules are touched, in whole seconds, rounded up; the time to prove itself is not in it. */
    static Duration takes(int modules) {
        return Duration.ofSeconds(
                SWITCH.plus(EACH.multipliedBy(modules)).plusMillis(999).toSeconds());
    }
}
