package org.benchconnect.upgrade.feature;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.felix.framework.Logger;
import org.apache.felix.framework.util.manifestparser.ManifestParser;
import org.osgi.framework.BundleException;
import org.osgi.framework.namespace.BundleNamespace;
import org.osgi.framework.namespace.HostNamespace;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRequirement;

/** What the framework that runs here makes of one header: its own parser, not a second one of ours. */
final class FrameworkReading {
    /** The headers that a module reaches out of itself with. */
    static final java.util.List<String> HEADERS = java.util.List.of(
            "Export-Package",
            "Import-Package",
            "DynamicImport-Package",
            "Require-Bundle",
            "Fragment-Host",
            "Provide-Capability",
            "Require-Capability");

    private FrameworkReading() {}

    /** The names that the header declares, and after a space the services; empty if the framework refuses it. */
    static Optional<Set<String>> names(String header, String value) {
        Map<String, Object> headers = new HashMap<>();
        headers.put("Bundle-ManifestVersion", "2");
        headers.put("Bundle-SymbolicName", "the.module");
        headers.put(header, value);
        try {
            ManifestParser parsed = new ManifestParser(new Logger(), Map.of(), null, headers);
            Set<String> names = new HashSet<>();
            for (BundleCapability capability : parsed.getCapabilities()) {
                String namespace = capability.getNamespace();
                if (header.equals("Export-Package")) {
                    name(namespace, PackageNamespace.PACKAGE_NAMESPACE, capability.getAttributes(), names);
                } else if (header.equals("Provide-Capability") && !isAlwaysThere(namespace)) {
                    names.add(namespace);
                    services(capability.getAttributes().get("objectClass"), names);
                }
            }
            for (BundleRequirement requirement : parsed.getRequirements()) {
                requirement(header, requirement, names);
            }
            names.remove(""); // of an empty header
            return Optional.of(names);
        } catch (BundleException | RuntimeException refused) {
            return Optional.empty();
        }
    }

    private static void name(String namespace, String wanted, Map<String, Object> attributes, Set<String> names) {
        if (namespace.equals(wanted)) {
            names.add(String.valueOf(attributes.get(wanted)));
        }
    }

    /** Every bundle provides these; a manifest that declares one is refused by the framework or by {@link ForeignRules}. */
    private static boolean isAlwaysThere(String namespace) {
        return namespace.equals(BundleNamespace.BUNDLE_NAMESPACE)
                || namespace.equals(HostNamespace.HOST_NAMESPACE)
                || namespace.equals("osgi.identity");
    }

    private static void services(Object declared, Set<String> names) {
        if (declared == null) {
            return;
        }
        Collection<?> all = declared instanceof Collection<?> list ? list : Set.of(declared);
        for (Object service : all) {
            for (String each : service.toString().replace("\\", "").split(",")) {
                names.add(" " + each.strip());
            }
        }
    }

    private static void requirement(String header, BundleRequirement requirement, Set<String> names) {
        String namespace = requirement.getNamespace();
        if (namespace.startsWith("osgi.wiring.")) {
            String filter = String.valueOf(requirement.getDirectives().get("filter"));
            names.add(filter.replaceFirst("(?s).*\\(" + namespace + "=([^()]*)\\).*", "$1"));
        } else if (header.equals("Require-Capability")) {
            names.add(namespace);
        }
    }
}
