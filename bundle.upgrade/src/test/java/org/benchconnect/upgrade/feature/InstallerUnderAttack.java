package org.benchconnect.upgrade.feature;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.benchconnect.core.feature.Features;
import org.benchconnect.core.link.TlsClient;
import org.benchconnect.upgrade.repository.Caps;

/** The door through which attacks from another package reach the real installer of features. */
public final class InstallerUnderAttack {
    private InstallerUnderAttack() {}

    /**
     * The installer on a PC that runs generation 1.
     *
     * @param running the digests of its modules
     * @param caps how patient it is
     * @param ring 0 to 99
     * @param models labels of the watched instruments
     */
    public static Features on(
            Path installation,
            Path home,
            List<String> running,
            Clock clock,
            Caps caps,
            TlsClient tls,
            int ring,
            List<String> models) {
        return new FeatureInstaller(new ThisPc(
                new AgentFolders(installation, home, () -> RunningFeatures.of(documents(installation), running, true)),
                clock,
                caps,
                () -> tls,
                EveryServer::new,
                () -> new Ring(ring),
                () -> models,
                changed -> changed,
                () -> new PlatformHere(Optional.empty(), Set.of())));
    }

    private static List<FeatureDocument> documents(Path installation) {
        List<FeatureDocument> documents = new ArrayList<>();
        Path release = installation.resolve("release");
        if (!Files.isDirectory(release)) {
            return documents;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(release, "*.json")) {
            for (Path file : files) {
                documents.add(FeatureDocument.read(Files.readAllBytes(file)));
            }
            return documents;
        } catch (IOException | MalformedFeatureException e) {
            throw new IllegalStateException(e);
        }
    }
}
