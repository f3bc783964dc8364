package org.benchconnect.launcher;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.benchconnect.launcher.ModuleBundles.Admitted;
import org.osgi.framework.namespace.HostNamespace;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.framework.wiring.BundleWire;
import org.osgi.framework.wiring.BundleWiring;

/** Who has to be made anew when modules go: who is wired to them, directly or through others, and the hosts of fragments that come or go. */
final class Dependents {
    private final Deque<BundleRevision> next = new ArrayDeque<>();
    private final Set<BundleRevision> found = new HashSet<>();

    private Dependents() {}

    /**
     * Those that go and who depends on them, in the order of {@code all}.
     *
     * @param come installed, perhaps not resolved
     */
    static List<Admitted> with(List<Admitted> all, Collection<Admitted> go, Collection<Admitted> come) {
        Dependents dependents = new Dependents();
        go.forEach(module -> dependents.add(module.revision()));
        come.forEach(module -> dependents.addHosts(module.revision(), all));
        dependents.follow();
        return all.stream()
                .filter(module -> dependents.found.contains(module.revision()))
                .toList();
    }

    private void addHosts(BundleRevision fragment, List<Admitted> all) {
        for (BundleRequirement host : fragment.getDeclaredRequirements(HostNamespace.HOST_NAMESPACE)) {
            all.stream()
                    .map(Admitted::revision)
                    .filter(revision -> revision.getDeclaredCapabilities(HostNamespace.HOST_NAMESPACE).stream()
                            .anyMatch(host::matches))
                    .forEach(this::add);
        }
    }

    private void follow() {
        for (BundleRevision revision = next.poll(); revision != null; revision = next.poll()) {
            BundleWiring wiring = revision.getWiring();
            if (wiring != null) {
                Stream.of(wiring.getProvidedWires(null))
                        .flatMap(Collection::stream)
                        .map(BundleWire::getRequirer)
                        .forEach(this::add);
                wiring.getRequiredWires(HostNamespace.HOST_NAMESPACE).stream()
                        .map(BundleWire::getProvider)
                        .forEach(this::add);
            }
        }
    }

    private void add(BundleRevision revision) {
        if (found.add(revision)) {
            next.add(revision);
        }
    }
}
