package org.benchconnect.upgrade.feature;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.benchconnect.core.feature.FeatureRefusedException;
import org.benchconnect.core.feature.RefusedFor;

/**
 * What the component runtime would do for a delegated vendor's modules besides what their manifests declare: register services
 * and hand settings out. Native code is refused with it. It does not hold what a module's own code registers once it runs.
 */
final class ForeignComponents {
    /** A file by its full name. A pattern would also find what a fragment brings. */
    private static final Pattern FILE =
            Pattern.compile("([A-Za-z0-9_$-][A-Za-z0-9_.$-]*/)*[A-Za-z0-9_$-][A-Za-z0-9_.$-]*");

    private final String feature;

    private ForeignComponents(String feature) {
        this.feature = feature;
    }

    /**
     * Refuses what is ours.
     *
     * @param modules of the feature, by their files, whose bytes are verified
     * @throws FeatureRefusedException for {@link RefusedFor#RESERVED}
     * @throws MalformedModuleException if a component's file cannot be read strictly
     */
    static void check(FeatureDocument document, Map<Path, ModuleManifest> modules)
            throws IOException, FeatureRefusedException, MalformedModuleException {
        ForeignComponents components = new ForeignComponents(document.id().name());
        Set<String> files = new TreeSet<>(); // of all modules: a fragment may bring its host's
        for (ModuleManifest module : modules.values()) {
            components.refuseIf(module.headers().containsKey("Bundle-NativeCode"), "brings native code");
            files.addAll(components.files(module));
        }
        for (Path jar : modules.keySet()) {
            components.files(jar, files);
        }
    }

    /** The runtime takes no parameters and ends a name at a space or comma, so neither is taken here. */
    private Set<String> files(ModuleManifest module) throws FeatureRefusedException, MalformedModuleException {
        Set<String> files = new TreeSet<>();
        for (ManifestHeader.Clause clause : module.clauses("Service-Component")) {
            String file = clause.paths().get(0);
            refuseIf(
                    clause.paths().size() != 1
                            || !clause.parameters().isEmpty()
                            || !FILE.matcher(file).matches(),
                    "names its components by a pattern, " + Shown.of(file));
            files.add(file);
        }
        return files;
    }

    private void files(Path jar, Set<String> files)
            throws IOException, FeatureRefusedException, MalformedModuleException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (String file : files) {
                ZipEntry entry = zip.getEntry(file);
                if (entry != null) {
                    try (InputStream in = zip.getInputStream(entry)) {
                        check(ComponentFile.read(in.readNBytes(ComponentFile.MAX_BYTES + 1)));
                    }
                }
            }
        }
    }

    private void check(ComponentFile components) throws FeatureRefusedException {
        for (String service : components.services()) {
            refuseIf(
                    ours(service) && !ForeignRules.OPEN_SERVICES.contains(service),
                    "provides the service " + Shown.of(service));
        }
        for (String settings : components.settings()) {
            refuseIf(ours(settings), "has a component with the settings of " + Shown.of(settings));
        }
    }

    private void refuseIf(boolean broken, String what) throws FeatureRefusedException {
        if (broken) {
            throw new FeatureRefusedException(
                    RefusedFor.RESERVED,
                    "the feature " + feature + " comes from a delegated vendor, but it " + what
                            + ", and that only BenchConnect's own may");
        }
    }

    private static boolean ours(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.equals(ForeignRules.OURS) || lower.startsWith(ForeignRules.OURS + ".");
    }
}
