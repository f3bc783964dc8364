package org.benchconnect.upgrade.feature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.benchconnect.core.feature.FeatureSigner;
import org.benchconnect.core.feature.ModuleChange;
import org.benchconnect.core.feature.ModuleChange.Kind;
import org.benchconnect.core.text.Language;
import org.benchconnect.core.upgrade.UpgradePlan;
import org.benchconnect.launcher.module.Modules;
import org.junit.jupiter.api.Test;

/** What several features change together. */
class CombinedPlanTest {
    private static final FeatureSigner SIGNER = new FeatureSigner("Example", "Example", Instant.EPOCH);

    private final FeatureModule a = Documents.module("m.a", "a");
    private final FeatureModule a2 = Documents.module("m.a", "b");
    private final FeatureModule b = Documents.module("m.b", "c");
    private final FeatureModule b2 = Documents.module("m.b", "d");
    private final FeatureModule shared = Documents.module("m.lib", "e");
    private final FeatureModule shared2 = Documents.module("m.lib", "f");
    private final Map<String, String> hosts = new HashMap<>();
    private final List<Set<String>> asked = new ArrayList<>();
    private final Map<String, Set<String>> wires = new HashMap<>();
    private final Set<String> withPrivileges = new HashSet<>();
    private boolean allowed = true;

    private ModuleManifest manifest(FeatureModule module) {
        try {
            Map<String, String> headers = new HashMap<>(Map.of(
                    "Bundle-SymbolicName",
                    module.symbolicName(),
                    "Bundle-Version",
                    module.sha256().charAt(0) - 'a' + 1 + ".0.0"));
            Optional.ofNullable(hosts.get(module.symbolicName())).ifPresent(host -> headers.put("Fragment-Host", host));
            return ModuleManifest.of(headers, List.of(), Set.of());
        } catch (MalformedModuleException e) {
            throw new IllegalStateException(e);
        }
    }

    private UpgradedFeature upgraded(FeatureDocument document) {
        Map<String, ModuleManifest> manifests = new HashMap<>();
        document.modules().forEach(module -> manifests.put(module.sha256(), manifest(module)));
        return new UpgradedFeature(
                new VerifiedFeature(new SignedDocument(document, document.toJson(), new byte[0]), SIGNER, manifests),
                Origin.PLAIN);
    }

    private Running running(FeatureDocument... features) {
        List<Running.Module> modules = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (FeatureDocument feature : features) {
            for (FeatureModule module : feature.modules()) {
                if (seen.add(module.sha256())) {
                    modules.add(new Running.Module(module.sha256(), manifest(module)));
                }
            }
        }
        return new Running(modules, List.of(features), Set.of());
    }

    private UpgradePlan plan(Running running, FeatureDocument... next) {
        List<Modules.FeatureModules> lines = running.features().stream()
                .map(feature -> new Modules.FeatureModules(
                        feature.id().name(),
                        feature.id().version(),
                        withPrivileges.contains(feature.id().name()) ? List.of("view-screen") : List.of(),
                        List.of(),
                        feature.modules().stream().map(FeatureModule::sha256).toList(),
                        allowed))
                .toList();
        return new CombinedPlan(running, lines, names -> {
                    asked.add(names);
                    Set<String> wired = new HashSet<>(names);
                    names.forEach(name -> wired.addAll(wires.getOrDefault(name, Set.of())));
                    return wired;
                })
                .of("source", List.of(next).stream().map(this::upgraded).toList(), Language.EN);
    }

    private static ModuleChange change(Kind kind, String name, String from, String to) {
        return new ModuleChange(kind, name, Optional.ofNullable(from), Optional.ofNullable(to));
    }

    @Test
    void whatStopsIsAskedOfAllChangesTogether() {
        Running running = running(Documents.of("f", 1, a), Documents.of("g", 1, b), Documents.of("h", 1, shared));
        wires.put("m.a", Set.of("m.b", "m.lib"));

        UpgradePlan plan = plan(running, Documents.of("f", 2, a2), Documents.of("g", 2, b2));

        assertEquals(List.of("m.lib"), plan.stops());
        assertTrue(asked.contains(Set.of("m.a", "m.b")), asked.toString());
    }

    @Test
    void aModuleOfTwoFeaturesThatBothChangeChangesOnce() {
        Running running = running(Documents.of("f", 1, a, shared), Documents.of("g", 1, b, shared));

        UpgradePlan plan = plan(running, Documents.of("f", 2, a, shared2), Documents.of("g", 2, b, shared2));

        assertEquals(List.of(change(Kind.CHANGED, "m.lib", "5.0.0", "6.0.0")), plan.changes());
        assertEquals(100, plan.bytes());
    }

    @Test
    void aModuleThatTheOtherFeatureStillNeedsStaysBesideTheNewOne() {
        Running running = running(Documents.of("f", 1, a, shared), Documents.of("g", 1, b, shared));
        wires.put("m.lib", Set.of("m.a"));

        UpgradePlan plan = plan(running, Documents.of("f", 2, a, shared2));

        assertEquals(List.of(change(Kind.ADDED, "m.lib", null, "6.0.0")), plan.changes());
        assertEquals(List.of(), plan.stops());
    }

    @Test
    void aModuleThatMovesFromOneFeatureToAnotherStays() {
        Running running = running(Documents.of("f", 1, a, shared), Documents.of("g", 1, b));

        UpgradePlan plan = plan(running, Documents.of("f", 2, a), Documents.of("g", 2, b, shared));

        assertEquals(List.of(), plan.changes());
        assertEquals(0, plan.bytes());
    }

    @Test
    void theHostOfAFragmentStopsAndWhatIsWiredToIt() {
        hosts.put("m.b", "m.lib");
        wires.put("m.lib", Set.of("m.a"));
        Running running = running(Documents.of("f", 1, a, shared), Documents.of("g", 1, b));

        UpgradePlan plan = plan(running, Documents.of("g", 2, b2));

        assertEquals(List.of("m.a", "m.lib"), plan.stops());
    }

    @Test
    void aFragmentThatComesStopsItsHostToo() {
        hosts.put("m.b", "m.a");
        Running running = running(Documents.of("f", 1, a), Documents.of("g", 1, shared));

        assertEquals(
                List.of("m.a"), plan(running, Documents.of("g", 2, shared, b)).stops());
    }

    @Test
    void aFeatureWithPrivilegesStopsAsAWhole() {
        withPrivileges.add("f");
        wires.put("m.b", Set.of("m.lib"));
        Running running = running(Documents.of("f", 1, a, b), Documents.of("g", 1, shared));

        UpgradePlan plan = plan(running, Documents.of("f", 2, a2, b));

        assertEquals(List.of("m.b", "m.lib"), plan.stops());
    }

    @Test
    void whatNobodyAllowedDoesNotStop() {
        withPrivileges.add("f");
        allowed = false;

        assertEquals(
                List.of(),
                plan(running(Documents.of("f", 1, a, b)), Documents.of("f", 2, a2, b))
                        .stops());
    }

    @Test
    void theEstimateGrowsWithWhatIsTouched() {
        assertEquals(Duration.ofSeconds(1), CombinedPlan.takes(1));
        assertEquals(Duration.ofSeconds(1), CombinedPlan.takes(10));
        assertEquals(Duration.ofSeconds(4), CombinedPlan.takes(60));
    }
}
