package org.benchconnect.upgrade.feature;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import org.benchconnect.core.link.Egress;
import org.benchconnect.core.link.TlsClient;
import org.benchconnect.upgrade.repository.Caps;
import org.benchconnect.upgrade.repository.DatesSeen;
import org.jspecify.annotations.Nullable;

/**
 * What the installer of features has to know of the PC, asked at each use.
 *
 * @param folders where the agent is
 * @param clock this PC's
 * @param caps how much and how long is read from a source
 * @param tls null while there is none: then no web server is asked
 * @param egress where this agent may connect to; null while nobody knows: then no web server is asked
 * @param ring which PC of a hundred this is; {@link Ring#last} while that is not known
 * @param models labels of the watched instruments' models
 * @param dependants who is wired to modules
 * @param platform what the installer brought
 * @param dates is told what time a web server says it is
 */
record ThisPc(
        AgentFolders folders,
        Clock clock,
        Caps caps,
        Supplier<@Nullable TlsClient> tls,
        Supplier<@Nullable Egress> egress,
        Supplier<Ring> ring,
        Supplier<List<String>> models,
        FeaturePlanner.Dependants dependants,
        Supplier<PlatformHere> platform,
        DatesSeen dates) {
    /** The same where nobody asks what time the service side says it is. */
    ThisPc(
            AgentFolders folders,
            Clock clock,
            Caps caps,
            Supplier<@Nullable TlsClient> tls,
            Supplier<@Nullable Egress> egress,
            Supplier<Ring> ring,
            Supplier<List<String>> models,
            FeaturePlanner.Dependants dependants,
            Supplier<PlatformHere> platform) {
        this(
                folders,
                clock,
                caps,
                tls,
                egress,
                ring,
                models,
                dependants,
                platform,
                new DatesSeen(clock, System::nanoTime));
    }

    Path installation() {
        return folders.installation();
    }

    /** What a release has to fit, as it is now. */
    Fit fit() {
        return new Fit(ring.get(), models.get(), platform.get());
    }

    Path home() {
        return folders.home();
    }
}
