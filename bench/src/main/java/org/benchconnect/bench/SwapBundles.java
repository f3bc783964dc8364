package org.benchconnect.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.benchconnect.bench.swap.Alone;
import org.benchconnect.bench.swap.Dependent;
import org.benchconnect.bench.swap.GapProbe;
import org.benchconnect.bench.swap.Provider;
import org.benchconnect.bench.swap.api.Greeting;
import org.osgi.framework.Constants;

/** The bundles that are upgraded, and those that are there with them; one file for all frameworks. */
final class SwapBundles {
    static final int DEPENDENTS = 5;
    static final String PROBE = "bench.probe";
    private static final String API = Greeting.class.getPackageName();
    /** As much as a module of ours has, between 8 and 371 kB; random, so that it does not shrink. */
    private static final int PAYLOAD_BYTES = 100_000;

    private final Path folder;

    SwapBundles(Path folder) {
        this.folder = folder;
    }

    /** What can be upgraded. */
    enum Changed {
        /** Nobody depends on it. */
        ALONE,
        /** Exports the API of its dependents. */
        PROVIDER;

        /** Of the bundle and of its service: {@code bench.alone} and {@code alone}. */
        String service() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        String symbolicName() {
            return "bench." + service();
        }

        /** The names of the services that must say the new version before the upgrade is over. */
        List<String> awaited() {
            List<String> names = new ArrayList<>(List.of(service()));
            if (this == PROVIDER) {
                names.addAll(dependents());
            }
            return names;
        }
    }

    static String version(int number) {
        return "1.0." + number;
    }

    /** Symbolic names, and the names of their services. */
    static List<String> dependents() {
        List<String> names = new ArrayList<>();
        for (int i = 1; i <= DEPENDENTS; i++) {
            names.add("bench.dependent." + i);
        }
        return names;
    }

    /** What never changes: the probe first, then who depends on the provider. */
    List<Path> lasting() throws IOException {
        List<Path> jars = new ArrayList<>();
        jars.add(new PackedBundle(PROBE, "1.0.0", GapProbe.class).write(folder.resolve(PROBE + ".jar")));
        for (String name : dependents()) {
            jars.add(new PackedBundle(name, "1.0.0", Dependent.class)
                    .header(Constants.IMPORT_PACKAGE, "org.osgi.framework," + API)
                    .write(folder.resolve(name + ".jar")));
        }
        return jars;
    }

    Path changed(Changed changed, int number) throws IOException {
        byte[] payload = new byte[PAYLOAD_BYTES];
        new Random(number).nextBytes(payload);
        PackedBundle bundle = changed == Changed.ALONE
                ? new PackedBundle(changed.symbolicName(), version(number), Alone.class)
                : new PackedBundle(changed.symbolicName(), version(number), Provider.class)
                        .type(Greeting.class)
                        .header(Constants.EXPORT_PACKAGE, API);
        return bundle.file("payload", payload)
                .write(folder.resolve(changed.symbolicName() + "-" + version(number) + ".jar"));
    }
}
