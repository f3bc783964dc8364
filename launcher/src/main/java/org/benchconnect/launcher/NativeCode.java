package org.benchconnect.launcher;

import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;

/** Modules with native libraries, which a process loads once, for one class loader: another one needs another process. */
final class NativeCode {
    private NativeCode() {}

    /** Whether there is a library in the jar, or the manifest names one; which one is loaded is the module's to choose. */
    static boolean isIn(Bundle module) {
        return module.getHeaders("").get(Constants.BUNDLE_NATIVECODE) != null
                || Stream.of("*.so", "*.dll", "*.dylib", "*.jnilib")
                        .anyMatch(pattern -> module.findEntries("/", pattern, true) != null);
    }
}
