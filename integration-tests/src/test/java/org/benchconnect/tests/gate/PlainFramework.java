package org.benchconnect.tests.gate;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.felix.framework.FrameworkFactory;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.wiring.FrameworkWiring;

/** The control: the same framework with the gate off. */
final class PlainFramework implements AutoCloseable {
    final Framework framework;

    PlainFramework(Path cache) throws BundleException {
        framework = new FrameworkFactory()
                .newFramework(Map.of(
                        Constants.FRAMEWORK_STORAGE, cache.toString(), "felix.bootdelegation.implicit", "false"));
        framework.start();
    }

    /** Installs all, resolves all, starts all; what fails is passed over. */
    List<Bundle> run(List<byte[]> jars) throws BundleException {
        List<Bundle> bundles = new ArrayList<>();
        for (byte[] jar : jars) {
            bundles.add(framework
                    .getBundleContext()
                    .installBundle("control:" + bundles.size(), new ByteArrayInputStream(jar)));
        }
        framework.adapt(FrameworkWiring.class).resolveBundles(bundles);
        for (Bundle bundle : bundles) {
            try {
                bundle.start();
            } catch (BundleException fragmentOrFailing) {
                // the test looks for traces
            }
        }
        return bundles;
    }

    @Override
    public void close() throws Exception {
        framework.stop();
        framework.waitForStop(120_000);
    }
}
