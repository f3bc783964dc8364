package org.benchconnect.launcher;

import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.benchconnect.launcher.module.GateRefusal;
import org.benchconnect.launcher.module.GateRefusal.Rule;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Constants;
import org.osgi.framework.hooks.resolver.ResolverHook;
import org.osgi.framework.hooks.resolver.ResolverHookFactory;
import org.osgi.framework.namespace.HostNamespace;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleRevision;

/**
 * Default deny: a bundle resolves only if the launcher itself installed that very revision, from a file whose digest stands in
 * the running generation under a feature that may run ({@link Authority}), and is wired by the {@link Rules} only. Whatever else gets
 * installed, by whatever means, stays installed and runs no line of code.
 *
 * <p>Refuses by throwing from {@link #begin}, so that the reason reaches whoever asked, and by taking denied providers out of
 * every match. It does not use {@link ResolverHook#filterResolvable}: when that removes any revision, Felix drops every
 * already resolved provider of the same resolve too, the system bundle included.
 *
 * <p>Guaranteed: no class of a module outside the list is loaded by the framework. Not guaranteed: isolation of code that is
 * on the list and runs in the same JVM. Safe for any thread.
 */
final class Gate implements ResolverHookFactory {
    private final Map<BundleRevision, Authority> admitted = new ConcurrentHashMap<>();
    private final Set<BundleRevision> base = ConcurrentHashMap.newKeySet();
    private final Rules rules = new Rules(admitted, base);
    private final Refusals refusals;
    private final BaseRelease release;
    private volatile Set<BundleRevision> leaving = Set.of();

    /** Tells what it refuses. */
    Gate(Refusals refusals, BaseRelease release) {
        this.refusals = refusals;
        this.release = release;
    }

    /** The framework's own packages are of the base release. */
    void framework(BundleRevision system) {
        base.add(system);
    }

    /**
     * Admits one revision, whose file the launcher has just hashed.
     *
     * @throws IllegalArgumentException if the digest is not one of the authority's
     */
    void admit(BundleRevision revision, String sha256, Authority authority) {
        if (!authority.covers(sha256)) {
            throw new IllegalArgumentException("a module outside the generation is never admitted");
        }
        if (authority.isOf(release)) {
            base.add(revision);
        } else {
            base.remove(revision);
        }
        admitted.put(revision, authority);
    }

    /** From now on it is denied. */
    void deny(BundleRevision revision) {
        admitted.remove(revision);
        base.remove(revision);
    }

    /** Whether it may run. */
    boolean isAdmitted(@Nullable BundleRevision revision) {
        return revision != null && admitted.containsKey(revision);
    }

    /** While a swap lasts: what comes is not wired to what goes. */
    void leaving(Set<BundleRevision> revisions) {
        leaving = Set.copyOf(revisions);
    }

    /** Why a module cannot be resolved, as far as that is the gate's doing; null if it is not. */
    @Nullable
    GateRefusal refusal(BundleRevision revision) {
        Rule rule = denied(revision) ? Rule.NOT_IN_GENERATION : rules.broken(revision);
        return rule == null ? null : refusal(rule, revision);
    }

    @Override
    public ResolverHook begin(Collection<BundleRevision> triggers) {
        for (BundleRevision trigger : triggers) {
            GateRefusal refusal = trigger.getWiring() == null ? refusal(trigger) : null;
            if (refusal != null) {
                refusals.tell(refusal);
                throw new IllegalStateException(refusal.message());
            }
        }
        return new OneResolve();
    }

    private boolean denied(BundleRevision revision) {
        return revision.getBundle().getBundleId() != Constants.SYSTEM_BUNDLE_ID && !admitted.containsKey(revision);
    }

    private static GateRefusal refusal(Rule rule, BundleRevision revision) {
        String module = String.valueOf(revision.getSymbolicName());
        String version = revision.getVersion().toString();
        String verb = rule == Rule.SHADOWED_PACKAGE ? "does not give others a package of " : "does not run ";
        return new GateRefusal(
                rule, module, version, "BenchConnect " + verb + module + " " + version + ": " + why(rule));
    }

    private static String why(Rule rule) {
        return switch (rule) {
            case PRIVILEGED_PACKAGE ->
                "it wants a package for which its feature needs a privilege that nobody here allowed it."
                        + " Its maker releases it as a feature that asks for the privilege; a person at this PC is then asked.";
            case SHADOWED_PACKAGE ->
                "a package that it exports has the name of one that belongs to BenchConnect or that needs a privilege, and no"
                        + " other feature is given it. Its maker names the package otherwise, or does not export it.";
            case REQUIRE_BUNDLE ->
                "it requires a module of another feature whole (Require-Bundle). Its maker imports packages instead.";
            case FRAGMENT ->
                "it is a fragment of a module of another feature. Its maker puts it into that feature, or does without.";
            default ->
                "it is not in the list of the running generation, which a person here allowed."
                        + " Install it as a feature; a person at this PC is then asked.";
        };
    }

    /** What comes is given nothing by what goes, and what goes attaches as a fragment to nothing that comes. */
    private boolean isBetweenOldAndNew(BundleRequirement requirement, BundleRevision asks, BundleRevision gives) {
        return leaving.contains(asks)
                ? !leaving.contains(gives) && requirement.getNamespace().equals(HostNamespace.HOST_NAMESPACE)
                : leaving.contains(gives);
    }

    /** One resolve of the framework; each refusal is told once in it. */
    private final class OneResolve implements ResolverHook {
        private final Set<GateRefusal> refused = new HashSet<>();

        @Override
        public void filterMatches(BundleRequirement requirement, Collection<BundleCapability> candidates) {
            candidates.removeIf(candidate -> isRefused(requirement, candidate));
        }

        @Override
        public void filterSingletonCollisions(BundleCapability singleton, Collection<BundleCapability> collisions) {
            collisions.clear(); // what is denied collides with nothing, and a swap has both versions for a moment
        }

        @Override
        public void filterResolvable(Collection<BundleRevision> candidates) {
            // see the class: not a place to refuse in Felix
        }

        @Override
        public void end() {
            refused.forEach(refusals::tell);
        }

        private boolean isRefused(BundleRequirement requirement, BundleCapability candidate) {
            BundleRevision asks = requirement.getRevision();
            BundleRevision gives = candidate.getRevision();
            if (denied(gives)) {
                refused.add(refusal(Rule.NOT_IN_GENERATION, gives));
                return true;
            }
            Rule rule = denied(asks) ? Rule.NOT_IN_GENERATION : rules.between(requirement, candidate);
            if (rule != null) {
                refused.add(refusal(rule, rule == Rule.SHADOWED_PACKAGE ? gives : asks));
                return true;
            }
            return isBetweenOldAndNew(requirement, asks, gives);
        }
    }
}
