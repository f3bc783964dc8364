package org.benchconnect.upgrade.feature;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.benchconnect.core.status.Platform;
import org.benchconnect.launcher.module.Modules;
import org.osgi.framework.BundleContext;

/**
 * Where this agent is, as the launcher said at the start, and what it runs, as the launcher says now: that changes while the agent runs.
 *
 * @param installation the installation folder, which is only read
 * @param home the home folder
 * @param running the features of the running generation, asked at each use
 */
record AgentFolders(Path installation, Path home, Supplier<List<Modules.FeatureModules>> running) {
    /** From the framework's properties; fails where a program other than our launcher started the framework. */
    static AgentFolders told(BundleContext context, Modules modules) {
        return new AgentFolders(
                Path.of(told(context, Platform.INSTALLATION)),
                Path.of(told(context, Platform.HOME)),
                modules::features);
    }

    private static String told(BundleContext context, String property) {
        return Objects.requireNonNull(context.getProperty(property), property);
    }
}
