package org.benchconnect.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.felix.framework.FrameworkFactory;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;

/** The limit: the framework, Declarative Services and Configuration Admin of our release, and nothing of ours but the probe. */
public final class BareFelix {
    private BareFelix() {}

    /** {@code BareFelix CACHE BUNDLE...} */
    public static void main(String[] arguments) throws BundleException, InterruptedException {
        Framework framework = new FrameworkFactory()
                .newFramework(Map.of(
                        Constants.FRAMEWORK_STORAGE,
                        arguments[0],
                        Constants.FRAMEWORK_STORAGE_CLEAN,
                        Constants.FRAMEWORK_STORAGE_CLEAN_ONFIRSTINIT));
        framework.init();
        BundleContext context = framework.getBundleContext();
        List<Bundle> bundles = new ArrayList<>();
        for (String location : List.of(arguments).subList(1, arguments.length)) {
            bundles.add(context.installBundle("reference:" + Path.of(location).toUri()));
        }
        for (Bundle bundle : bundles) {
            bundle.start();
        }
        framework.start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(framework)));
        framework.waitForStop(0);
    }

    private static void stop(Framework framework) {
        try {
            framework.stop();
            framework.waitForStop(10_000);
        } catch (BundleException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The bundles of a release that are not ours and that Declarative Services needs. */
    static List<String> bundles(Path release) throws IOException {
        try (Stream<Path> files = Files.list(release)) {
            return files.map(Path::toString)
                    .filter(name -> name.contains("org.apache.felix.") || name.contains("org.osgi."))
                    .sorted()
                    .toList();
        }
    }
}
