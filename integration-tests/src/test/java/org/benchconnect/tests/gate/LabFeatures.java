package org.benchconnect.tests.gate;

import java.io.IOException;
import java.util.List;
import org.benchconnect.launcher.list.ModuleList;
import org.osgi.framework.BundleActivator;

/** Features of one module that counts its starts. */
final class LabFeatures {
    static final List<String> SCREEN = List.of("view-screen");

    private final GateLab lab;

    LabFeatures(GateLab lab) {
        this.lab = lab;
    }

    /** Without privileges. */
    ModuleList.Feature counting(String module) throws IOException {
        return counting(module, List.of());
    }

    /** With the privilege to view the screen. */
    ModuleList.Feature screen(String module) throws IOException {
        return counting(module, SCREEN);
    }

    private ModuleList.Feature counting(String module, List<String> privileges) throws IOException {
        return lab.feature(
                "lab." + module,
                privileges,
                List.of(),
                Packed.module(module, Counting.class).jar());
    }

    /** A version of the one that a switch replaces. */
    ModuleList.Feature swapped(String version, Class<? extends BundleActivator> activator) throws IOException {
        byte[] jar = Packed.module("swapped", activator).version(version).jar();
        return lab.feature("lab.swapped", version, List.of(), List.of(), jar);
    }
}
