package org.benchconnect.launcher;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
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
 * and a module requires another whole, within one feature only; and nobody requires a module whole that exports such a package. The privilege {@link #BASE}
 * is of the modules of the installation alone, which no document or grant can ask for. Nobody but its own feature is given a package that has the name of one
 * of theirs, of a privileged one, or of {@code org.benchconnect}; and they take packages from each other only.
 *
 * @param admitted who may run at all, and by what; read only
 * @param base those of them, and the framework, that are of the base release; read only
 */
record Rules(Map<BundleRevision, Authority> admitted, Set<BundleRevision> base) {
    /** The privilege of the base release. */
    static final String BASE = "base";
    /** Of the framework: who has them changes the classes and the wiring of others. */
    private static final String HOOKS = "org.osgi.framework.hooks.";

    /** Of an exported package; a token, or a list of them. */
    static final String PRIVILEGE = "privilege";

    /** The name of the packages that come from the base release alone. */
    private static final String OURS = "org.benchconnect";

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
            case PackageNamespace.PACKAGE_NAMESPACE -> betweenPackages(asks, capability);
            case BundleNamespace.BUNDLE_NAMESPACE ->
                inOneFeature(asks, gives) && !exportsPrivileged(gives) ? null : Rule.REQUIRE_BUNDLE;
            case HostNamespace.HOST_NAMESPACE -> inOneFeature(asks, gives) ? null : Rule.FRAGMENT;
            default -> null;
        };
    }

    private @Nullable Rule betweenPackages(BundleRevision asks, BundleCapability exported) {
        if (isShadow(asks, exported)) {
            return Rule.SHADOWED_PACKAGE;
        }
        return holds(asks, exported) ? null : Rule.PRIVILEGED_PACKAGE;
    }

    private boolean isShadow(BundleRevision asks, BundleCapability exported) {
        BundleRevision gives = exported.getRevision();
        if (base.contains(gives)) {
            return false;
        }
        return base.contains(asks)
                || !inOneFeature(asks, gives) && (isOurs(name(exported)) || isOwnedByOthers(exported));
    }

    /** Reserved, also while the module of ours that has such a package does not run. */
    private static boolean isOurs(String name) {
        return name.equals(OURS) || name.startsWith(OURS + ".");
    }

    private boolean isOwnedByOthers(BundleCapability exported) {
        BundleRevision gives = exported.getRevision();
        return providers()
                .filter(owner -> base.contains(owner) || !inOneFeature(owner, gives))
                .anyMatch(owner -> owns(owner, name(exported)));
    }

    /** Whether nobody else may export such a package. */
    private boolean owns(BundleRevision revision, String name) {
        return revision.getDeclaredCapabilities(PackageNamespace.PACKAGE_NAMESPACE).stream()
                .anyMatch(exported -> name.equals(name(exported))
                        && (base.contains(revision) || !privileges(exported).isEmpty()));
    }

    private static String name(BundleCapability exported) {
        return String.valueOf(exported.getAttributes().get(PackageNamespace.PACKAGE_NAMESPACE));
    }

    private Stream<BundleRevision> providers() {
        return Stream.concat(admitted.keySet().stream(), base.stream()).distinct();
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
        for (BundleRevision provider : providers().toList()) {
            for (BundleCapability capability : provider.getDeclaredCapabilities(requirement.getNamespace())) {
                Rule rule = between(requirement, capability);
                if (rule != null && rule != Rule.SHADOWED_PACKAGE && requirement.matches(capability)) {
                    broken = rule;
                }
            }
        }
        return broken == null || isMetElsewhere(requirement) ? null : broken;
    }

    private boolean isMetElsewhere(BundleRequirement requirement) {
        return providers()
                .flatMap(provider -> provider.getDeclaredCapabilities(requirement.getNamespace()).stream())
                .anyMatch(capability -> between(requirement, capability) == null && requirement.matches(capability));
    }

    private boolean holds(BundleRevision asks, BundleCapability exported) {
        Collection<?> wanted = privileges(exported);
        return wanted.stream().allMatch(privilege -> holds(asks, privilege));
    }

    private boolean holds(BundleRevision asks, Object privilege) {
        Authority authority = admitted.get(asks);
        return BASE.equals(privilege)
                ? base.contains(asks)
                : authority != null
                        && privilege instanceof String token
                        && authority.privileges().contains(token);
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
        if (name(exported).startsWith(HOOKS)) {
            return List.of(BASE);
        }
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
