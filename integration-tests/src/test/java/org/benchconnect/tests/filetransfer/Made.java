package org.benchconnect.tests.filetransfer;

import java.nio.file.Path;
import org.benchconnect.tests.lab.LabPc;

/** The two versions of the feature, from the one bundle of the build, released by the real commands. */
final class Made {
    static final String FEATURE = "org.benchconnect.file-transfer";
    static final String MODULE = "org.benchconnect.feature.filetransfer";
    static final String REMOTE_SUPPORT = "org.benchconnect.remote-support";

    private static final Path PROJECT =
            Path.of(System.getProperty("benchconnect.checkout")).resolve("bundles/feature.file-transfer");

    private Made() {}

    /** The description of a version. */
    static Path description(int version) {
        return PROJECT.resolve("feature-" + version + ".json");
    }

    /** The one bundle. */
    static Path module() {
        return PROJECT.resolve("target/" + MODULE + "-0.1.0.jar").toAbsolutePath();
    }

    /** Releases a version into the repository of a PC's vendor. */
    static void release(LabPc pc, int version) {
        pc.vendor().release(description(version), module());
    }
}
