package org.benchconnect.consent.grant;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.benchconnect.launcher.storage.testing.FaultyStorage;

/** A disk on which somebody has just installed the base release and the remote support. */
final class InstalledDisk {
    private InstalledDisk() {}

    static FaultyStorage fresh() throws IOException {
        FaultyStorage storage = new FaultyStorage(
                Laboratory.HOME,
                Laboratory.INSTALLATION,
                Laboratory.INSTALLATION.resolve("release"),
                Laboratory.HOME.resolve("grants"),
                Laboratory.HOME.resolve("consent"));
        storage.create(
                Laboratory.INSTALLATION.resolve("release/SHA256SUMS"),
                ("# feature " + Laboratory.BASE + " 0.1.0 privileges none models any\n# feature " + Laboratory.SUPPORT
                                + " 0.1.0 privileges control-input models any\n")
                        .getBytes(StandardCharsets.UTF_8));
        storage.create(
                Laboratory.INSTALLATION.resolve("release/" + Laboratory.SUPPORT + ".json"),
                "{}".getBytes(StandardCharsets.UTF_8));
        storage.force(Laboratory.INSTALLATION.resolve("release/SHA256SUMS"));
        storage.force(Laboratory.INSTALLATION.resolve("release/" + Laboratory.SUPPORT + ".json"));
        storage.forceFolder(Laboratory.INSTALLATION.resolve("release"));
        return storage;
    }
}
