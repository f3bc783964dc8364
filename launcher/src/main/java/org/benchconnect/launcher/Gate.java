package org.benchconnect.launcher;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.framework.Constants;
import org.osgi.framework.hooks.resolver.ResolverHook;
import org.osgi.framework.hooks.resolver.ResolverHookFactory;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleRevision;

/**
 * Default deny: a bundle resolves only if the launcher itself installed that very revision, from a file whose digest stands in
 * the running generation. Whatever else gets installed, by whatever means, stays installed and runs no line of code.
 *
 * <p>Refuses by throwing from {@link #begin}, so that the reason reaches whoever asked, and by taking denied providers out of
 * every match. It does not use {@link ResolverHook#filterResolvable}: when that removes any revision, Felix drops every
 * already resolved provider of the same resolve too, the system bundle included.
 *
 * <p>Guaranteed: no class of a module outside the list is loaded by the framework. Not guaranteed: isolation of code that is
 * on the list and runs in the same JVM. Safe for any thread.
 */
final class Gate implements ResolverHookFactory, ResolverHook {
    private final Map<BundleRevision, String> admitted = new ConcurrentHashMap<>();
    private final Set<String> digests;

    /**
     * A gate for a generation.
     *
     * @param digests the SHA-256 of each module that may run
     */
    Gate(Set<String> digests) {
        this.digests = Set.copyOf(digests);
    }

    /**
     * Admits one revision, whose file the launcher has just hashed.
     *
     * @throws IllegalArgumentException if the digest is not in the generation
     */
    void admit(BundleRevision revision, String sha256) {
        if (!digests.contains(sha256)) {
            throw new IllegalArgumentException("a module outside the generation is never admitted");
        }
        admitted.put(revision, sha256);
    }

    @Override
    public ResolverHook begin(Collection<BundleRevision> triggers) {
        for (BundleRevision trigger : triggers) {
            if (trigger.getWiring() == null && denied(trigger)) {
                throw new IllegalStateException("BenchConnect does not run " + trigger.getSymbolicName() + " "
                        + trigger.getVersion()
                        + ": it is not in the list of the running generation, which a person here allowed."
                        + " Install it as a feature; a person at this PC is then asked.");
            }
        }
        return this;
    }

    @Override
    public void filterMatches(BundleRequirement requirement, Collection<BundleCapability> candidates) {
        if (denied(requirement.getRevision())) {
            candidates.clear();
        } else {
            candidates.removeIf(candidate -> denied(candidate.getRevision()));
        }
    }

    @Override
    public void filterSingletonCollisions(BundleCapability singleton, Collection<BundleCapability> collisions) {
        collisions.removeIf(collision -> denied(collision.getRevision()));
    }

    @Override
    public void filterResolvable(Collection<BundleRevision> candidates) {
        // see the class: not a place to refuse in Felix
    }

    @Override
    public void end() {
        // nothing was begun
    }

    private boolean denied(BundleRevision revision) {
        return revision.getBundle().getBundleId() != Constants.SYSTEM_BUNDLE_ID && !admitted.containsKey(revision);
    }
}
