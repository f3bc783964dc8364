package org.benchconnect.upgrade.feature;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.benchconnect.core.feature.FeatureRefusedException;
import org.benchconnect.core.feature.RefusedFor;

/**
 * What a feature may not have that came through a delegated vendor: a name, a package, a service or a setting of ours. It keeps
 * what modules declare true. It is no isolation: once a person has let its code run, that code runs in the same JVM. Pure.
 */
final class ForeignRules {
    /** What begins with this, or is this, is ours. */
    static final String OURS = "org.benchconnect";
    /** The packages that an adapter of an instrument is made of, and that no other right follows from. */
    static final Set<String> OPEN_PACKAGES = Set.of(
            OURS + ".core.instrument",
            OURS + ".core.signal",
            OURS + ".core.status",
            OURS + ".core.text",
            OURS + ".instrument.fcs");
    /** The services of ours that others provide. */
    static final Set<String> OPEN_SERVICES =
            Set.of(OURS + ".core.instrument.InstrumentAdapter", OURS + ".core.status.StatusSource");

    private static final String FOLDER = "org/benchconnect/";

    private final String feature;

    private ForeignRules(FeatureDocument document) {
        this.feature = document.id().name();
    }

    /**
     * Refuses a feature of a delegated vendor that takes what is ours, or the place of another feature's module or package.
     *
     * @param modules of the feature, without those that run already in other features
     * @param others the running modules of other features
     * @throws FeatureRefusedException for {@link RefusedFor#RESERVED}
     * @throws MalformedModuleException if a manifest cannot be taken apart
     */
    static void check(FeatureDocument document, Collection<ModuleManifest> modules, Collection<ModuleManifest> others)
            throws FeatureRefusedException, MalformedModuleException {
        ForeignRules rules = new ForeignRules(document);
        rules.document(document);
        for (ModuleManifest module : modules) {
            rules.names(module);
            rules.packages(module);
            rules.capabilities(module);
        }
        for (ModuleManifest other : others) {
            rules.apartFrom(other, modules);
        }
    }

    /** The part that needs no module: before anything of the feature is fetched or remembered. */
    static void checkName(FeatureDocument document) throws FeatureRefusedException {
        new ForeignRules(document).document(document);
    }

    private void document(FeatureDocument document) throws FeatureRefusedException {
        refuseIf(ours(document.id().name()), "is named " + document.id().name());
        refuseIf(ours(document.id().group()), "is of the group " + document.id().group());
        for (FeatureModule module : document.modules()) {
            refuseIf(ours(module.symbolicName()), "has a module named " + module.symbolicName());
            refuseIf(ours(module.id()), "has a module with the id " + module.id());
        }
        for (String pid : document.configurations().keySet()) {
            refuseIf(ours(pid), "brings settings for " + pid);
        }
    }

    private void names(ModuleManifest module) throws FeatureRefusedException, MalformedModuleException {
        refuseIf(ours(module.symbolicName()), "has a module named " + Shown.of(module.symbolicName()));
        for (String header : List.of("Require-Bundle", "Fragment-Host")) {
            for (String name : module.names(header)) {
                refuseIf(ours(name), "names " + Shown.of(name) + " in " + header);
                refuseIf(isSystemBundle(name), "names the framework in " + header);
            }
        }
        for (String folder : module.folders()) {
            refuseIf(folder.toLowerCase(Locale.ROOT).contains(FOLDER), "has classes or files in " + Shown.of(folder));
        }
        for (String path : module.names("Bundle-ClassPath")) {
            refuseIf(!path.equals("."), "hides classes in " + Shown.of(path));
        }
    }

    private void packages(ModuleManifest module) throws FeatureRefusedException, MalformedModuleException {
        for (String exported : module.names("Export-Package")) {
            refuseIf(ours(exported), "exports " + Shown.of(exported));
        }
        for (String imported : module.names("Import-Package")) {
            refuseIf(ours(imported) && !OPEN_PACKAGES.contains(imported), "imports " + Shown.of(imported));
        }
        for (String wished : module.names("DynamicImport-Package")) {
            refuseIf(true, "imports whatever there is as " + Shown.of(wished));
        }
    }

    private void capabilities(ModuleManifest module) throws FeatureRefusedException, MalformedModuleException {
        for (ManifestHeader.Clause capability : module.clauses("Provide-Capability")) {
            for (String namespace : capability.paths()) {
                refuseIf(ours(namespace), "provides " + Shown.of(namespace));
                refuseIf(
                        namespace.startsWith("osgi.wiring") || namespace.equals("osgi.identity"),
                        "provides " + Shown.of(namespace) + ", which is the framework's");
            }
            for (String service :
                    capability.parameters().getOrDefault("objectClass", "").split(",")) {
                refuseIf(
                        ours(service.strip()) && !OPEN_SERVICES.contains(service.strip()),
                        "provides the service " + Shown.of(service.strip()));
            }
        }
    }

    /** A package that another feature's module exports or imports would be wired to whoever exports the highest version. */
    private void apartFrom(ModuleManifest other, Collection<ModuleManifest> modules)
            throws FeatureRefusedException, MalformedModuleException {
        Set<String> packages = new HashSet<>(other.names("Export-Package"));
        packages.addAll(other.names("Import-Package"));
        for (ModuleManifest module : modules) {
            if (module.symbolicName().equals(other.symbolicName())) {
                throw anothers("has a module named " + Shown.of(module.symbolicName()));
            }
            for (String exported : module.names("Export-Package")) {
                if (packages.contains(exported)) {
                    throw anothers("exports " + Shown.of(exported));
                }
            }
        }
    }

    private FeatureRefusedException anothers(String what) {
        return new FeatureRefusedException(
                RefusedFor.RESERVED,
                "the feature " + feature + " comes from a delegated vendor, but it " + what
                        + ", and that belongs to another feature on this PC");
    }

    private void refuseIf(boolean broken, String what) throws FeatureRefusedException {
        if (broken) {
            throw new FeatureRefusedException(
                    RefusedFor.RESERVED,
                    "the feature " + feature + " comes from a delegated vendor, but it " + what
                            + ", and that is BenchConnect's own");
        }
    }

    /** {@code org.benchconnect} and everything below it, whatever the case. */
    private static boolean ours(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.equals(OURS) || lower.startsWith(OURS + ".") || lower.startsWith(OURS + ":");
    }

    private static boolean isSystemBundle(String name) {
        return name.equals("system.bundle") || name.startsWith("org.apache.felix.framework");
    }
}
