package org.benchconnect.upgrade.feature;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.benchconnect.core.feature.FeatureRefusedException;
import org.benchconnect.core.feature.RefusedFor;

/**
 * What a feature may not have that came through a delegated vendor: a name, a package or a service of ours, and settings of any
 * module but its own. It keeps what modules declare true. It is no isolation: once a person has let its code run, that code runs in the same JVM. Pure.
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

    private static final String FRAMEWORK = "and that is the framework's own";
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
            rules.settingsApartFrom(other, document);
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
            if (owner(pid, document).isEmpty()) {
                throw refused("brings settings for " + pid + ", and none of its modules has that name or one above it");
            }
        }
    }

    /** The feature's module that settings belong to: of those with the PID's name or one above it, the longest. */
    private static String owner(String pid, FeatureDocument document) {
        return document.modules().stream()
                .map(FeatureModule::symbolicName)
                .filter(module -> isAtOrBelow(pid, module))
                .max(Comparator.comparingInt(String::length))
                .orElse("");
    }

    /** {@code ~} stands before the name of one of several instances. */
    private static boolean isAtOrBelow(String pid, String module) {
        return pid.equals(module) || pid.startsWith(module + ".") || pid.startsWith(module + "~");
    }

    private void names(ModuleManifest module) throws FeatureRefusedException, MalformedModuleException {
        refuseIf(ours(module.symbolicName()), "has a module named " + Shown.of(module.symbolicName()));
        for (String header : List.of("Require-Bundle", "Fragment-Host")) {
            for (String name : module.names(header)) {
                refuseIf(ours(name), "names " + Shown.of(name) + " in " + header);
                refuseIf(isSystemBundle(name), "names the framework in " + header, FRAMEWORK);
            }
        }
        for (String folder : module.folders()) {
            refuseIf(folder.toLowerCase(Locale.ROOT).contains(FOLDER), "has classes or files in " + Shown.of(folder));
        }
        for (String path : module.names("Bundle-ClassPath")) {
            refuseIf(!path.equals("."), "hides classes in " + Shown.of(path), "and nobody sees there whose they are");
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
            throw refused("imports whatever there is as " + Shown.of(wished) + ", and that may be anybody's");
        }
    }

    private void capabilities(ModuleManifest module) throws FeatureRefusedException, MalformedModuleException {
        for (String required : module.names("Require-Capability")) {
            refuseIf(isFrameworks(required), "requires " + Shown.of(required), FRAMEWORK);
        }
        for (ManifestHeader.Clause capability : module.clauses("Provide-Capability")) {
            for (String namespace : capability.paths()) {
                refuseIf(ours(namespace), "provides " + Shown.of(namespace));
                refuseIf(isFrameworks(namespace), "provides " + Shown.of(namespace), FRAMEWORK);
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

    /** Settings belong to the module with the longest name at or above their PID. */
    private void settingsApartFrom(ModuleManifest other, FeatureDocument document) throws FeatureRefusedException {
        for (String pid : document.configurations().keySet()) {
            if (isAtOrBelow(pid, other.symbolicName())
                    && other.symbolicName().length() > owner(pid, document).length()) {
                throw anothers("brings settings for " + pid);
            }
        }
    }

    private FeatureRefusedException anothers(String what) {
        return refused(what + ", and that belongs to another feature on this PC");
    }

    private void refuseIf(boolean broken, String what) throws FeatureRefusedException {
        refuseIf(broken, what, "and that is BenchConnect's own");
    }

    private void refuseIf(boolean broken, String what, String why) throws FeatureRefusedException {
        if (broken) {
            throw refused(what + ", " + why);
        }
    }

    private FeatureRefusedException refused(String what) {
        return new FeatureRefusedException(
                RefusedFor.RESERVED, "the feature " + feature + " comes from a delegated vendor, but it " + what);
    }

    /** {@code org.benchconnect} and everything below it, whatever the case. */
    static boolean ours(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.equals(OURS) || lower.startsWith(OURS + ".") || lower.startsWith(OURS + ":");
    }

    /** What the header of its own name is for, where the rules for packages, bundles and hosts hold. */
    private static boolean isFrameworks(String namespace) {
        return namespace.startsWith("osgi.wiring") || namespace.equals("osgi.identity");
    }

    private static boolean isSystemBundle(String name) {
        return name.equals("system.bundle") || name.startsWith("org.apache.felix.framework");
    }
}
