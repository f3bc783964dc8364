package org.benchconnect.upgrade.feature;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** Who cannot run without whose packages. Pure. */
final class PackageNeeds {
    private PackageNeeds() {}

    /**
     * Whether modules import a package, not optionally, that these providers export and nobody else does.
     *
     * @param modules which would have to resolve
     * @param providers which would be missing
     * @param others everything else that would be there
     */
    static boolean exist(
            Collection<ModuleManifest> modules,
            Collection<ModuleManifest> providers,
            Collection<ModuleManifest> others) {
        try {
            Set<String> wanted = new HashSet<>();
            for (ModuleManifest module : modules) {
                for (ManifestHeader.Clause clause : module.clauses("Import-Package")) {
                    if (!"optional".equals(clause.parameters().get("resolution:"))) {
                        wanted.addAll(clause.paths());
                    }
                }
            }
            wanted.retainAll(exports(providers));
            wanted.removeAll(exports(others));
            wanted.removeAll(exports(modules));
            return !wanted.isEmpty();
        } catch (MalformedModuleException e) {
            return true; // an import that cannot be read may be any package
        }
    }

    private static Set<String> exports(Collection<ModuleManifest> modules) throws MalformedModuleException {
        Set<String> exports = new HashSet<>();
        for (ModuleManifest module : modules) {
            exports.addAll(module.names("Export-Package"));
        }
        return exports;
    }
}
