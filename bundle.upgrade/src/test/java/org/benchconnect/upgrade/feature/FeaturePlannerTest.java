package org.benchconnect.upgrade.feature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.benchconnect.core.feature.FeaturePlan;
import org.benchconnect.core.feature.FeatureSigner;
import org.benchconnect.core.feature.ModuleChange;
import org.benchconnect.core.feature.ModuleChange.Kind;
import org.benchconnect.core.feature.ModuleDigest;
import org.benchconnect.core.feature.Privilege;
import org.benchconnect.core.text.Language;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class FeaturePlannerTest {
    private static final FeatureSigner SIGNER = new FeatureSigner("Example", "Signer", Instant.EPOCH);

    private final FeatureModule a = Documents.module("m.a", "a");
    private final FeatureModule b = Documents.module("m.b", "b");
    private final FeatureModule b2 = Documents.module("m.b", "c");
    private final FeatureModule d = Documents.module("m.d", "d");

    private static ModuleManifest manifest(FeatureModule module) {
        String version = (module.sha256().charAt(0) - 'a' + 1) + ".0.0";
        return new ModuleManifest(module.symbolicName(), Optional.empty(), version, Map.of(), List.of(), Set.of());
    }

    private static SignedDocument signed(FeatureDocument document) {
        return new SignedDocument(document, document.toJson(), new byte[0]);
    }

    private static VerifiedFeature verified(FeatureDocument document) {
        Map<String, ModuleManifest> manifests = new HashMap<>();
        document.modules().forEach(module -> manifests.put(module.sha256(), manifest(module)));
        return new VerifiedFeature(signed(document), SIGNER, manifests);
    }

    private static Running running(FeatureDocument... features) {
        List<Running.Module> modules = new ArrayList<>();
        Set<String> seen = new java.util.HashSet<>();
        for (FeatureDocument feature : features) {
            for (FeatureModule module : feature.modules()) {
                if (seen.add(module.sha256())) {
                    modules.add(new Running.Module(module.sha256(), manifest(module)));
                }
            }
        }
        return new Running(modules, List.of(features), Set.of());
    }

    private static FeaturePlan plan(FeatureDocument document, Running running) {
        return new FeaturePlanner(running, changed -> Set.of()).plan(verified(document), Origin.PLAIN, Language.IT);
    }

    private static ModuleChange change(Kind kind, String name, String from, String to) {
        return new ModuleChange(kind, name, Optional.ofNullable(from), Optional.ofNullable(to));
    }

    @Test
    void aNewFeatureOnlyAdds() {
        FeaturePlan plan = plan(Documents.of("f", 1, a, b), running());

        assertEquals(
                List.of(change(Kind.ADDED, "m.a", null, "1.0.0"), change(Kind.ADDED, "m.b", null, "2.0.0")),
                plan.changes());
        assertEquals(200, plan.bytes());
        assertEquals(FeaturePlan.Outcome.NEEDS_CONSENT, plan.outcome());
        assertEquals(SIGNER, plan.signer());
    }

    @Test
    void anUpgradeAddsChangesAndRemoves() {
        FeaturePlan plan = plan(Documents.of("f", 2, b2, d), running(Documents.of("f", 1, a, b)));

        assertEquals(
                List.of(
                        change(Kind.CHANGED, "m.b", "2.0.0", "3.0.0"),
                        change(Kind.ADDED, "m.d", null, "4.0.0"),
                        change(Kind.REMOVED, "m.a", "1.0.0", null)),
                plan.changes());
        assertEquals(200, plan.bytes());
    }

    @Test
    void whatRunsAlreadyIsNothingToDo() {
        FeaturePlan plan = plan(Documents.of("f", 1, a, b), running(Documents.of("f", 1, a, b)));

        assertEquals(List.of(), plan.changes());
        assertEquals(0, plan.bytes());
        assertEquals(FeaturePlan.Outcome.NOTHING_TO_DO, plan.outcome());
    }

    @Test
    void theSameModulesWithOtherSettingsNeedConsent() {
        FeatureDocument other = Documents.with(Documents.of("f", 2, a), Map.of("pid", Map.of("a", 1L)));

        FeaturePlan plan = plan(other, running(Documents.of("f", 1, a)));

        assertEquals(FeaturePlan.Outcome.NEEDS_CONSENT, plan.outcome());
    }

    @Test
    void aModuleThatAnotherFeatureNeedsStays() {
        Running running = running(Documents.of("f", 1, a, b), Documents.of("g", 1, b));

        assertEquals(List.of(), plan(Documents.of("f", 2, a), running).changes());
    }

    @Test
    void aModuleThatAnotherFeatureBroughtIsNotCopiedAgain() {
        FeaturePlan plan = plan(Documents.of("f", 1, a, b), running(Documents.of("g", 1, b)));

        assertEquals(List.of(change(Kind.ADDED, "m.a", null, "1.0.0")), plan.changes());
        assertEquals(100, plan.bytes());
    }

    @Test
    void whatIsWiredToAChangedModuleStops() {
        Running running = running(Documents.of("f", 1, a, b));
        List<Set<String>> asked = new ArrayList<>();
        FeaturePlanner planner = new FeaturePlanner(running, changed -> {
            asked.add(changed);
            return Set.of("m.b", "z.user", "m.user");
        });

        FeaturePlan plan = planner.plan(verified(Documents.of("f", 2, a, b2, d)), Origin.PLAIN, Language.EN);

        assertEquals(List.of(Set.of("m.b")), asked);
        assertEquals(List.of("m.user", "z.user"), plan.stops());
    }

    @Test
    void additionsStopNothing() {
        FeaturePlanner planner = new FeaturePlanner(running(Documents.of("f", 1, a)), changed -> {
            throw new AssertionError("nobody needs to be asked");
        });

        assertEquals(
                List.of(),
                planner.plan(verified(Documents.of("f", 2, a, d)), Origin.PLAIN, Language.EN)
                        .stops());
    }

    @Test
    void theHostOfANewFragmentStopsAndWhoIsWiredToIt() throws Exception {
        Running running = running(Documents.of("f", 1, a));
        FeaturePlanner planner =
                new FeaturePlanner(running, changed -> changed.equals(Set.of("m.a")) ? Set.of("z.user") : Set.of());
        FeatureDocument document = Documents.of("f", 2, a, d);
        ModuleManifest fragment =
                ModuleManifest.of(Map.of("Bundle-SymbolicName", "m.d", "Fragment-Host", "m.a"), List.of(), Set.of());

        FeaturePlan plan = planner.plan(
                new VerifiedFeature(signed(document), SIGNER, Map.of(a.sha256(), manifest(a), d.sha256(), fragment)),
                Origin.PLAIN,
                Language.EN);

        assertEquals(List.of("m.a", "z.user"), plan.stops());
    }

    @Test
    void onlyPrivilegesThatItDoesNotHaveYetAreAsked() {
        ReleaseTerms before =
                new ReleaseTerms(1, 0, 100, Set.of(Privilege.VIEW_SCREEN), Set.of(), Map.of(Language.EN, "x"));
        ReleaseTerms after = new ReleaseTerms(
                2,
                0,
                100,
                Set.of(Privilege.VIEW_SCREEN, Privilege.TRANSFER_FILES),
                Set.of(),
                Map.of(Language.EN, "x", Language.IT, "ics"));

        FeaturePlan plan = plan(Documents.of("f", after, a), running(Documents.of("f", before, a)));

        assertEquals(Set.of(Privilege.TRANSFER_FILES), plan.asked());
        assertEquals(FeaturePlan.Outcome.NEEDS_CONSENT, plan.outcome());
        assertEquals("ics", plan.statement());
    }

    @Test
    void aStatementThatIsMissingIsSaidInEnglish() {
        assertEquals("It works.", plan(Documents.of("f", 1, a), running()).statement());
    }

    @Test
    void aFeatureIsVerifiedOnlyWithAllItsModules() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new VerifiedFeature(signed(Documents.of("f", 1, a)), SIGNER, Map.of()));
    }

    @Test
    void aPlanSaysWhichBytesItIsAbout() {
        FeatureDocument document = Documents.of("f", 1, a, b);

        FeaturePlan plan = plan(document, running(Documents.of("f", 1, a)));

        assertEquals(HexFormat.of().formatHex(ModuleFile.sha256().digest(document.toJson())), plan.document());
        assertEquals(
                List.of(new ModuleDigest("m.a", "1.0.0", a.sha256()), new ModuleDigest("m.b", "2.0.0", b.sha256())),
                plan.modules());
    }

    @Nested
    class WhatItNeeds {
        private final ModuleManifest exporter = manifest("m.a", "Export-Package", "x.api,x.more");
        private final FeatureDocument support = Documents.of("support", 1, a);

        private ModuleManifest manifest(String name, String header, String value) {
            try {
                return ModuleManifest.of(Map.of("Bundle-SymbolicName", name, header, value), List.of(), Set.of());
            } catch (MalformedModuleException e) {
                throw new AssertionError(e);
            }
        }

        private List<String> needs(String imports, Set<String> waiting, Running.Module... others) {
            List<Running.Module> modules = new ArrayList<>(List.of(others));
            modules.add(new Running.Module(a.sha256(), exporter));
            FeatureDocument document = Documents.of("f", 1, b);
            VerifiedFeature feature = new VerifiedFeature(
                    signed(document), SIGNER, Map.of(b.sha256(), manifest("m.b", "Import-Package", imports)));
            return new FeaturePlanner(new Running(modules, List.of(support), waiting), changed -> Set.of())
                    .plan(feature, Origin.PLAIN, Language.EN)
                    .needs();
        }

        @Test
        void isWhoExportsAPackageAndWaitsForAConsent() {
            assertEquals(List.of("support"), needs("java.util,x.api;version=\"[1,2)\"", Set.of("support")));
        }

        @Test
        void isNobodyWhoIsAllowed() {
            assertEquals(List.of(), needs("x.api", Set.of()));
        }

        @Test
        void isNobodyWhosePackageIsOptional() {
            assertEquals(List.of(), needs("x.api;resolution:=optional", Set.of("support")));
        }

        @Test
        void isNobodyIfAnotherModuleExportsThePackageToo() {
            Running.Module other = new Running.Module(d.sha256(), manifest("m.d", "Export-Package", "x.api"));

            assertEquals(List.of(), needs("x.api", Set.of("support"), other));
        }
    }

    @Test
    void whatCannotRunWithoutAFeatureDependsOnIt() throws Exception {
        Running running = new Running(
                List.of(
                        new Running.Module(
                                a.sha256(),
                                ModuleManifest.of(
                                        Map.of("Bundle-SymbolicName", "m.a", "Export-Package", "x.api"),
                                        List.of(),
                                        Set.of())),
                        new Running.Module(
                                b.sha256(),
                                ModuleManifest.of(
                                        Map.of("Bundle-SymbolicName", "m.b", "Import-Package", "x.api"),
                                        List.of(),
                                        Set.of()))),
                List.of(Documents.of("f", 1, a), Documents.of("g", 1, b)),
                Set.of());

        assertEquals(List.of("g"), running.dependingOn("f"));
        assertEquals(List.of(), running.dependingOn("g"));
    }
}
