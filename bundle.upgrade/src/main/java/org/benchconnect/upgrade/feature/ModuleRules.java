package org.benchconnect.upgrade.feature;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.benchconnect.core.feature.FeatureRefusedException;
import org.benchconnect.core.feature.RefusedFor;

/** What holds for the modules of every feature, whoever made it. Pure. */
final class ModuleRules {
    private ModuleRules() {}

    /** The module must be the one that the document names: a signed digest under another name is a mistake or an attack. */
    static void agree(FeatureModule module, ModuleManifest manifest) throws FeatureRefusedException {
        if (!manifest.symbolicName().equals(module.symbolicName())) {
            throw new FeatureRefusedException(
                    RefusedFor.MODULE,
                    "the document names the module " + module.symbolicName() + ", but its file is another module: "
                            + Shown.of(manifest.symbolicName()));
        }
    }

    /** A fragment becomes a part of its host, so it attaches to a module of its own feature only. */
    static void fragmentsStayInside(Collection<ModuleManifest> modules)
            throws FeatureRefusedException, MalformedModuleException {
        Set<String> own = modules.stream().map(ModuleManifest::symbolicName).collect(Collectors.toSet());
        for (ModuleManifest module : modules) {
            Set<String> hosts = module.names("Fragment-Host"); // whoever reads it, and whichever it takes
            module.host().ifPresent(hosts::add);
            for (String host : hosts) {
                if (!own.contains(host)) {
                    throw new FeatureRefusedException(
                            RefusedFor.RESERVED,
                            "the module " + Shown.of(module.symbolicName()) + " would attach itself to "
                                    + Shown.of(host) + ", which is not in its feature");
                }
            }
        }
    }
}
