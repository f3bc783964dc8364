package org.benchconnect.settings;

import java.io.IOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.parsers.SAXParser;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The schemas of the modules in this framework, each file read once. Used by one thread at a time. */
final class InstalledSchemas {
    private static final Logger LOG = LoggerFactory.getLogger(InstalledSchemas.class);

    private final BundleContext context;
    private final Map<Long, List<Schema>> byBundle = new HashMap<>();
    /** What had settings since this agent started: a module that was withdrawn or removed is no mistake in the file. */
    private final Set<String> seen = new HashSet<>();

    InstalledSchemas(BundleContext context) {
        this.context = context;
    }

    /**
     * By pid. While a swap has two versions of a module, the newest one that the framework could resolve counts: what is
     * merely installed may never be allowed to run.
     */
    Map<String, Schema> now() {
        List<Bundle> bundles = new ArrayList<>(Arrays.asList(context.getBundles()));
        bundles.sort(Comparator.comparing((Bundle bundle) -> bundle.getState() >= Bundle.RESOLVED)
                .thenComparing(Bundle::getBundleId));
        Set<Long> there = new HashSet<>();
        Map<String, Schema> schemas = new HashMap<>();
        SAXParser parser = SchemaReader.parser();
        for (Bundle bundle : bundles) {
            there.add(bundle.getBundleId());
            byBundle.computeIfAbsent(bundle.getBundleId(), id -> read(parser, bundle))
                    .forEach(schema -> schemas.put(schema.pid(), schema));
        }
        byBundle.keySet().retainAll(there);
        seen.addAll(schemas.keySet());
        return schemas;
    }

    /** The pids of modules that are here or were since this agent started. */
    Set<String> seen() {
        return Set.copyOf(seen);
    }

    /** Whether a bundle has settings. Does not resolve it. */
    static boolean has(Bundle bundle) {
        return bundle.getEntryPaths(SchemaReader.FOLDER) != null;
    }

    private static List<Schema> read(SAXParser parser, Bundle bundle) {
        if (bundle.getBundleId() == 0 || !has(bundle)) {
            return List.of();
        }
        List<Schema> schemas = new ArrayList<>();
        for (String path : Collections.list(bundle.getEntryPaths(SchemaReader.FOLDER))) {
            URL entry = path.endsWith(".xml") ? bundle.getEntry(path) : null;
            if (entry == null) {
                continue;
            }
            try {
                schemas.addAll(SchemaReader.read(parser, entry.openStream()));
            } catch (IOException e) {
                LOG.warn("{} has a schema of settings that cannot be read", bundle.getSymbolicName(), e);
            }
        }
        return schemas;
    }
}
