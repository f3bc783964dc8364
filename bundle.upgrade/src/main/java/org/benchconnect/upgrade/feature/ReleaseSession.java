package org.benchconnect.upgrade.feature;

import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.benchconnect.core.feature.FeatureRefusedException;
import org.benchconnect.core.feature.RefusedFor;
import org.benchconnect.core.link.TlsClient;
import org.benchconnect.crypto.signature.CodeSignatureException;
import org.benchconnect.launcher.list.ListRefusedException;
import org.benchconnect.launcher.list.ModuleList;
import org.benchconnect.upgrade.repository.OfflineWindowFile;
import org.benchconnect.upgrade.repository.OfflineWindowUses;
import org.benchconnect.upgrade.repository.ReleaseSources;
import org.benchconnect.upgrade.repository.TrustFolder;
import org.benchconnect.upgrade.repository.TrustedTime;
import org.benchconnect.upgrade.tuf.Limits;
import org.benchconnect.upgrade.tuf.ReleaseClient;
import org.benchconnect.upgrade.tuf.ReleaseSource;
import org.benchconnect.upgrade.tuf.UntrustedMetadataException;

/**
 * One visit at a source: it is open, and its metadata is the newest and verified.
 *
 * @param source as it was written, or else the vendor's address
 * @param vendor of this installation
 * @param time never below the newest signed time that was seen
 * @param now of that, in whole seconds: people read it
 * @param client refreshed
 * @param uses what an offline window let in
 * @param offers what it has
 */
record ReleaseSession(
        String source,
        VendorTrust vendor,
        TrustedTime time,
        Instant now,
        ReleaseClient client,
        Origin.Uses uses,
        Offers offers) {
    /** What is done there. */
    @FunctionalInterface
    interface Work<T> {
        T with(ReleaseSession session)
                throws IOException, UntrustedMetadataException, CodeSignatureException, MalformedModuleException,
                        FeatureRefusedException;
    }

    /**
     * Opens a source, refreshes, works, and closes it.
     *
     * @param source empty for the vendor's address
     * @param documents of earlier visits
     * @throws FeatureRefusedException for whatever goes wrong, with the rule
     */
    static <T> T at(Optional<String> source, ThisPc pc, DocumentCache documents, Work<T> work)
            throws FeatureRefusedException {
        VendorTrust vendor = VendorTrust.read(pc.installation())
                .orElseThrow(() -> new FeatureRefusedException(
                        RefusedFor.NO_VENDOR, "this installation has no vendor's root of trust"));
        String named = source.or(() -> vendor.profile().releases().map(URI::toString))
                .orElseThrow(() -> new FeatureRefusedException(
                        RefusedFor.SOURCE,
                        "no source of releases is set here: neither the settings nor the vendor profile name one; releases"
                                + " come in a folder or a zip file then"));
        if (!vendor.profile().permits(named)) {
            throw new FeatureRefusedException(
                    RefusedFor.SOURCE, "this web server is not the one that the vendor profile names");
        }
        return refusals(named, () -> {
            try (ReleaseSource open = ReleaseSources.open(
                    named, pc.caps(), tls(pc, named), pc.egress().get(), pc.dates())) {
                return work.with(refreshed(named, vendor, pc, documents, open));
            }
        });
    }

    /** A step, and what people are told if it fails. */
    @FunctionalInterface
    interface Step<T> {
        T take()
                throws IOException, UntrustedMetadataException, CodeSignatureException, MalformedModuleException,
                        FeatureRefusedException;
    }

    /** Takes it; whatever it throws is refused for its reason. */
    static <T> T refusals(String source, Step<T> step) throws FeatureRefusedException {
        try {
            return step.take();
        } catch (UntrustedMetadataException e) {
            throw Refusals.of(e);
        } catch (CodeSignatureException e) {
            throw Refusals.of(e);
        } catch (MalformedModuleException e) {
            throw Refusals.of(e);
        } catch (IOException e) {
            throw SourceFault.of(e, source);
        }
    }

    private static ReleaseSession refreshed(
            String named, VendorTrust vendor, ThisPc pc, DocumentCache documents, ReleaseSource open)
            throws IOException, UntrustedMetadataException {
        TrustedTime time = new TrustedTime(pc.home(), pc.clock());
        Instant now = time.now().truncatedTo(ChronoUnit.SECONDS);
        Origin.Uses uses = new Origin.Uses(new OfflineWindowUses(pc.home()));
        ReleaseClient client = new ReleaseClient(
                TrustFolder.open(pc.home(), vendor.profile()),
                open,
                Limits.standard(),
                now,
                new OfflineWindowFile(pc.installation()).tolerance(now).telling(uses::add));
        client.refresh();
        return new ReleaseSession(named, vendor, time, now, client, uses, new Offers(client, base(pc), documents));
    }

    /** A list that cannot be read names nothing: then what is ours is still the vendor's alone. */
    private static Set<String> base(ThisPc pc) {
        try {
            return ModuleList.read(pc.installation().resolve("release").resolve(ModuleList.FILE)).features().stream()
                    .map(ModuleList.Feature::name)
                    .collect(Collectors.toUnmodifiableSet());
        } catch (ListRefusedException | IOException e) {
            return Set.of();
        }
    }

    private static TlsClient tls(ThisPc pc, String source) throws FeatureRefusedException {
        TlsClient now = pc.tls().get();
        if (now != null) {
            return now;
        }
        if (source.regionMatches(true, 0, "https:", 0, 6)) {
            throw new FeatureRefusedException(RefusedFor.SOURCE, "the TLS client of this agent is not ready");
        }
        return NoTls.INSTANCE;
    }
}
