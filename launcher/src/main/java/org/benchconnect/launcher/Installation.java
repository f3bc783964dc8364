package org.benchconnect.launcher;

import java.nio.file.Files;
import java.nio.file.Path;
import org.benchconnect.launcher.list.DeviceKey;
import org.benchconnect.launcher.list.ModuleList;

/**
 * The installation folder: launcher, framework, options of the JVM, native libraries and the base release. Only an
 * administrator can write it; the agent never does.
 *
 * @param folder absolute
 */
public record Installation(Path folder) {
    /** The system property that says where the installation is. */
    static final String PROPERTY = "org.benchconnect.installation";

    /** The installation that started this process. */
    static Installation ofThisProcess() throws StartRefusedException {
        String folder = System.getProperty(PROPERTY, "");
        Installation installation = new Installation(Path.of(folder).toAbsolutePath());
        if (folder.isEmpty() || !Files.isRegularFile(installation.releaseList())) {
            throw new StartRefusedException("this is no complete installation: release/" + ModuleList.FILE
                    + " is missing. Start the agent by the command `benchconnect run` of an installation.");
        }
        return installation;
    }

    /** The options that script and service start the JVM with, one a line. */
    Path jvmOptions() {
        return folder.resolve("jvm.options");
    }

    /** What is added to the security settings of the Java runtime. */
    Path securityProperties() {
        return folder.resolve("java.security");
    }

    /** The modules of the base release. */
    Path release() {
        return folder.resolve("release");
    }

    /** The digests of the base release's modules. */
    Path releaseList() {
        return release().resolve(ModuleList.FILE);
    }

    /** The public key of the device whose lists count, put here by an administrator; missing: no list counts. */
    public Path devicePin() {
        return folder.resolve(DeviceKey.FILE);
    }

    /** The native libraries for this operating system and processor, installed beforehand. */
    Path nativeFolder() {
        String system = System.getProperty("os.name").startsWith("Windows") ? "Windows" : "Linux";
        String processor =
                switch (System.getProperty("os.arch")) {
                    case "amd64", "x86_64" -> "x86_64";
                    case "aarch64", "arm64" -> "aarch64";
                    default -> System.getProperty("os.arch");
                };
        return folder.resolve("native").resolve(system).resolve(processor);
    }
}
