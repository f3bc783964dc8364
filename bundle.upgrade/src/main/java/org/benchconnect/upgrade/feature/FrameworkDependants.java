package org.benchconnect.upgrade.feature;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.wiring.FrameworkWiring;

/** Asks the framework who is wired to modules, over any number of wires. */
final class FrameworkDependants implements FeaturePlanner.Dependants {
    private final BundleContext context;

    FrameworkDependants(BundleContext context) {
        this.context = context;
    }

    @Override
    public Set<String> of(Set<String> symbolicNames) {
        Set<Bundle> touched = Arrays.stream(context.getBundles())
                .filter(bundle -> symbolicNames.contains(bundle.getSymbolicName()))
                .collect(Collectors.toSet());
        return context
                .getBundle(Constants.SYSTEM_BUNDLE_LOCATION)
                .adapt(FrameworkWiring.class)
                .getDependencyClosure(touched)
                .stream()
                .map(Bundle::getSymbolicName)
                .collect(Collectors.toSet());
    }
}
