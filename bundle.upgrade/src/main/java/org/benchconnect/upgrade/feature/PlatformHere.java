package org.benchconnect.upgrade.feature;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.benchconnect.core.signal.SoftwareVersion;
import org.benchconnect.core.status.Platform;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleWiring;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The part of this agent that only an installer changes: launcher, framework, Java.
 *
 * @param version what the launcher says; empty if it does not: then no release counts that needs a certain one
 * @param packages that launcher, framework and Java give to modules, {@code java.*} apart
 */
record PlatformHere(Optional<SoftwareVersion> version, Set<String> packages) {
    /** The property of the framework with the version of the installation's base release. */
    static final String PROPERTY = Platform.VERSION;

    private static final Logger LOG = LoggerFactory.getLogger(PlatformHere.class);

    PlatformHere {
        packages = Set.copyOf(packages);
    }

    /** Of the framework that runs. */
    static PlatformHere told(BundleContext context) {
        BundleWiring wiring =
                context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION).adapt(BundleWiring.class);
        return new PlatformHere(
                version(context.getProperty(PROPERTY)),
                wiring.getCapabilities(PackageNamespace.PACKAGE_NAMESPACE).stream()
                        .map(exported -> exported.getAttributes().get(PackageNamespace.PACKAGE_NAMESPACE))
                        .map(String::valueOf)
                        .collect(Collectors.toSet()));
    }

    /** A version with or without a qualifier such as {@code -SNAPSHOT}, which does not count. */
    static Optional<SoftwareVersion> version(@Nullable String told) {
        Optional<SoftwareVersion> version = Optional.ofNullable(told)
                .map(text -> text.replaceFirst("^([0-9]+(?:\\.[0-9]+){0,2}).*", "$1"))
                .flatMap(SoftwareVersion::parse);
        if (version.isEmpty()) {
            LOG.debug("the launcher does not say its version: {}", Objects.requireNonNullElse(told, "nothing"));
        }
        return version;
    }
}
