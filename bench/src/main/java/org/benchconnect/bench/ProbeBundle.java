package org.benchconnect.bench;

import java.io.IOException;
import java.nio.file.Path;
import org.benchconnect.bench.probe.Probe;

/** Packs {@link Probe} into a bundle. */
final class ProbeBundle {
    private ProbeBundle() {}

    static void write(Path jar) throws IOException {
        new PackedBundle("org.benchconnect.bench.probe", "1.0.0", Probe.class).write(jar);
    }
}
