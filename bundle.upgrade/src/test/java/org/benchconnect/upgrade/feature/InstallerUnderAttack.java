package org.benchconnect.upgrade.feature;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.benchconnect.core.feature.Features;
import org.benchconnect.core.link.TlsClient;
import org.benchconnect.upgrade.repository.Caps;

/** The door through which attacks from another package reach the real installer of features. */
public final class InstallerUnderAttack {
    private InstallerUnderAttack() {}

    /**
     * The installer on a PC that runs generation 1.
     *
     * @param listDigest the SHA-256 of that generation's list
     * @param caps how patient it is
     * @param ring 0 to 99
     * @param models labels of the watched instruments
     */
    public static Features on(
            Path installation,
            Path home,
            String listDigest,
            Clock clock,
            Caps caps,
            TlsClient tls,
            int ring,
            List<String> models) {
        return new FeatureInstaller(new ThisPc(
                new AgentFolders(installation, home, 1, listDigest),
                clock,
                caps,
                () -> tls,
                () -> new Ring(ring),
                () -> models,
                changed -> changed));
    }
}
