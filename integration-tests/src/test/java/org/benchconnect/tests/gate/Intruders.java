package org.benchconnect.tests.gate;

import org.osgi.framework.Constants;

/** Bundles that are on no list. */
final class Intruders {
    private Intruders() {}

    /** Leaves its trace when it is started. */
    static Packed intruder(String symbolicName) {
        return Packed.module(symbolicName, Intruder.class);
    }

    static byte[] fragment(String host) {
        return Packed.module("intruder.fragment")
                .with(Constants.FRAGMENT_HOST, host)
                .with(Intruder.class)
                .jar();
    }

    /** Exports a package of ours in this version. */
    static byte[] exporter(String version) {
        return Packed.module("intruder.exporter")
                .version(version)
                .with(Constants.EXPORT_PACKAGE, "org.benchconnect.core.signal;version=" + version)
                .jar();
    }

    static byte[] extension() {
        return Packed.module("intruder.extension")
                .with(Constants.FRAGMENT_HOST, "system.bundle; extension:=framework")
                .jar();
    }
}
