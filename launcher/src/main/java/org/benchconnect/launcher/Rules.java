package org.benchconnect.launcher;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.benchconnect.launcher.module.GateRefusal.Rule;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.namespace.BundleNamespace;
import org.osgi.framework.namespace.HostNamespace;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleRevision;

/**
 * Which module may be wired to which. A package exported with the attribute {@code privilege} is for features with that privilege alone; a fragment attaches,
 * and a module requires another whole, within one feature only; and nobody requires a module whole that exports such a package.
 *
 * @param admitted who may run at all, and by what; read only
 */
record Rules(Map<BundleRevision, Authority> admitted) {
    /** Of an exported package; a token, or a list of them. */
    static final String PRIVILEGE = "privilege";

    private static final Set<String> LIMITED =
            Set.of(PackageNamespace.PACKAGE_NAMESPACE, BundleNamespace.BUNDLE_NAMESPACE, HostNamespace.HOST_NAMESPACE);

    /** The rule that keeps two admitted modules apart here; null if none does. */
    @Nullable
    Rule between(BundleRequirement requirement, BundleCapability capability) {
        BundleRevision asks = requirement.getRevision();
        BundleRevision gives = capability.getRevision();
        if (asks.equals(gives)) {
            return null;
        }
        return switch (requirement.getNamespace()) {
            case PackageNamespace.PACKAGE_NAMESPACE -> holds(asks, capability) ? null : Rule.PRIVILEGED_PACKAGE;
            case BundleNamespace.BUNDLE_NAMESPACE ->
                inOneFeature(asks, gives) && !exportsPrivileged(gives) ? null : Rule.REQUIRE_BUNDLE;
            case HostNamespace.HOST_NAMESPACE -> inOneFeature(asks, gives) ? null : Rule.FRAGMENT;
            default -> null;
        };
    }

    /** The rule by which an admitted module asks for what it may not have; null if by none. What it can do without does not count. */
    @Nullable
    Rule broken(BundleRevision revision) {
        for (BundleRequirement requirement : revision.getDeclaredRequirements(null)) {
            Rule broken =
                    LIMITED.contains(requirement.getNamespace()) && isNeeded(requirement) ? broken(requirement) : null;
            if (broken != null) {
                return broken;
            }
        }
        return null;
    }

    private @Nullable Rule broken(BundleRequirement requirement) {
        Rule broken = null;
        for (BundleRevision provider : admitted.keySet()) {
            for (BundleCapability capability : provider.getDeclaredCapabilities(requirement.getNamespace())) {
                Rule rule = between(requirement, capability);
                if (rule != null && requirement.matches(capability)) {
                    broken = rule;
                }
            }
        }
        return broken == null || isMetElsewhere(requirement) ? null : broken;
    }

    private boolean isMetElsewhere(BundleRequirement requirement) {
        return admitted.keySet().stream()
                .flatMap(provider -> provider.getDeclaredCapabilities(requirement.getNamespace()).stream())
                .anyMatch(capability -> between(requirement, capability) == null && requirement.matches(capability));
    }

    private boolean holds(BundleRevision asks, BundleCapability exported) {
        Collection<?> wanted = privileges(exported);
        Authority authority = admitted.get(asks);
        return wanted.isEmpty() || authority != null && authority.privileges().containsAll(wanted);
    }

    private boolean inOneFeature(BundleRevision one, BundleRevision other) {
        Authority first = admitted.get(one);
        Authority second = admitted.get(other);
        return first != null && second != null && first.feature().equals(second.feature());
    }

    private static boolean exportsPrivileged(BundleRevision revision) {
        return revision.getDeclaredCapabilities(PackageNamespace.PACKAGE_NAMESPACE).stream()
                .anyMatch(exported -> !privileges(exported).isEmpty());
    }

    /** An empty list, or a value of any other type, is a privilege that nobody has. */
    private static Collection<?> privileges(BundleCapability exported) {
        Object privilege = exported.getAttributes().get(PRIVILEGE);
        if (privilege == null) {
            return List.of();
        }
        return privilege instanceof Collection<?> several && !several.isEmpty() ? several : List.of(privilege);
    }

    private static boolean isNeeded(BundleRequirement requirement) {
        String resolution = requirement.getDirectives().get(PackageNamespace.REQUIREMENT_RESOLUTION_DIRECTIVE);
        return resolution == null || resolution.equals(PackageNamespace.RESOLUTION_MANDATORY);
    }
}
