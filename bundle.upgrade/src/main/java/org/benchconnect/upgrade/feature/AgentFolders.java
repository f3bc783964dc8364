package org.benchconnect.upgrade.feature;

import java.nio.file.Path;
import java.util.Objects;
import org.benchconnect.core.status.Platform;
import org.osgi.framework.BundleContext;

/**
 * Where this agent is, and which generation it runs, as the launcher said.
 *
 * @param installation the installation folder, which is only read
 * @param home the home folder
 * @param generation the number of the running generation
 * @param generationDigest the SHA-256 of that generation's list
 */
record AgentFolders(Path installation, Path home, int generation, String generationDigest) {
    /** From the framework's properties; fails where a program other than our launcher started the framework. */
    static AgentFolders told(BundleContext context) {
        return new AgentFolders(
                Path.of(told(context, Platform.INSTALLATION)),
                Path.of(told(context, Platform.HOME)),
                Integer.parseInt(told(context, Platform.GENERATION)),
                told(context, Platform.GENERATION_DIGEST));
    }

    private static String told(BundleContext context, String property) {
        return Objects.requireNonNull(context.getProperty(property), property);
    }
}
