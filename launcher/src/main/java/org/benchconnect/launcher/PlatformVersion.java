package org.benchconnect.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.util.jar.Manifest;
import org.osgi.framework.Constants;

/** The version of the launcher, and so of what an installer brought; out of the manifest of its own jar. */
final class PlatformVersion {
    /** Where no manifest says it: less than any release needs. */
    private static final String UNKNOWN = "0.0.0";

    private PlatformVersion() {}

    static String ofThisLauncher() {
        String name = PlatformVersion.class.getName().replace('.', '/') + ".class";
        URL own = PlatformVersion.class.getResource("PlatformVersion.class");
        if (own == null) {
            return UNKNOWN;
        }
        String root = own.toString().substring(0, own.toString().length() - name.length());
        try (InputStream in = URI.create(root + "META-INF/MANIFEST.MF").toURL().openStream()) {
            String version = new Manifest(in).getMainAttributes().getValue(Constants.BUNDLE_VERSION);
            return version == null ? UNKNOWN : version;
        } catch (IOException e) {
            return UNKNOWN;
        }
    }
}
