package org.benchconnect.upgrade.feature;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Collection;
import java.util.Optional;
import org.benchconnect.core.feature.FeatureRefusedException;
import org.benchconnect.core.signal.Facts;
import org.benchconnect.core.signal.SoftwareVersion;
import org.benchconnect.core.status.Status;
import org.benchconnect.core.status.StatusSource;
import org.benchconnect.crypto.signature.CodeSignatureException;
import org.benchconnect.crypto.signature.CodeSigner;
import org.benchconnect.crypto.signature.CodeSigners;
import org.benchconnect.launcher.module.Modules;
import org.benchconnect.upgrade.repository.TrustedTime;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reports the base release that runs: its version and counter, and whether the vendor signed it: the document that the installation brought, or the one of the
 * generation if an upgrade took its place. The signature of each is looked at once, when first asked. It is a report: what may run is the launcher's decision.
 */
@Component
public final class BaseReleaseReport implements StatusSource {
    private static final Logger LOG = LoggerFactory.getLogger(BaseReleaseReport.class);

    private final AgentFolders agent;
    private final Clock clock;
    private @Nullable Judged judged;

    /** What was found of a document. */
    private record Judged(FeatureDocument base, ReleaseStatus status) {}

    /** A document and its signature beside it. */
    private record Signed(Path document, Path signature) {}

    /** For the component runtime, in a framework that our launcher started. */
    @Activate
    public BaseReleaseReport(BundleContext context, @Reference Modules modules) {
        this(AgentFolders.told(context, modules), Clock.systemUTC());
    }

    BaseReleaseReport(AgentFolders agent, Clock clock) {
        this.agent = agent;
        this.clock = clock;
    }

    @Override
    public synchronized Status status() {
        try {
            Collection<FeatureDocument> features = new InstalledFeatures(agent).features();
            Facts facts = Facts.none()
                    .with(
                            ReleaseStatus.Fact.FEATURES,
                            features.stream()
                                    .filter(feature -> !isBase(feature))
                                    .count());
            Optional<FeatureDocument> base =
                    features.stream().filter(BaseReleaseReport::isBase).findFirst();
            if (base.isEmpty()) {
                return new Status(ReleaseStatus.BASE_RELEASE_OTHER, facts);
            }
            SoftwareVersion version =
                    SoftwareVersion.parse(numbers(base.get().id().version())).orElseThrow();
            return new Status(
                    judged(base.get()),
                    facts.with(ReleaseStatus.Fact.VERSION, version)
                            .with(ReleaseStatus.Fact.COUNTER, base.get().terms().counter()));
        } catch (IOException e) {
            LOG.warn("the base release cannot be read", e);
            return new Status(ReleaseStatus.BASE_RELEASE_OTHER, Facts.none().with(ReleaseStatus.Fact.FEATURES, 0));
        }
    }

    private ReleaseStatus judged(FeatureDocument base) throws IOException {
        Judged known = judged;
        if (known == null || !known.base().equals(base)) {
            known = new Judged(base, signature(base));
            judged = known;
        }
        return known.status();
    }

    private static boolean isBase(FeatureDocument feature) {
        return feature.id().name().equals(BaseRelease.NAME);
    }

    /** A version without its qualifier. */
    private static String numbers(String version) {
        return version.replaceFirst("^([0-9]+\\.[0-9]+\\.[0-9]+).*", "$1");
    }

    private ReleaseStatus signature(FeatureDocument base) throws IOException {
        Signed installed = installed();
        Signed signed = installed;
        if (!describes(installed, base)) {
            signed = ofGeneration(base).filter(one -> describes(one, base)).orElse(installed);
        }
        if (!Files.exists(signed.signature(), LinkOption.NOFOLLOW_LINKS)) {
            return ReleaseStatus.BASE_RELEASE_DEVELOPMENT;
        }
        if (!describes(signed, base)) {
            LOG.warn("no document here is the one of the base release that runs");
            return ReleaseStatus.BASE_RELEASE_REFUSED;
        }
        return judged(signed);
    }

    private ReleaseStatus judged(Signed signed) throws IOException {
        byte[] document = bytes(signed.document(), FeatureDocument.MAX_BYTES);
        byte[] signature = bytes(signed.signature(), CodeSigners.MAX_SIGNATURE);
        try {
            Optional<VendorTrust> vendor = VendorTrust.read(agent.installation());
            if (vendor.isEmpty()) {
                return ReleaseStatus.BASE_RELEASE_UNJUDGED;
            }
            CodeSigner signer =
                    vendor.get().signers().verify(document, signature, new TrustedTime(agent.home(), clock).now());
            LOG.info("the base release is signed by {}", signer);
            return ReleaseStatus.BASE_RELEASE_SIGNED;
        } catch (FeatureRefusedException e) {
            LOG.warn("the signature of the base release cannot be judged: {}", e.getMessage());
            return ReleaseStatus.BASE_RELEASE_UNJUDGED;
        } catch (CodeSignatureException e) {
            LOG.warn("the signature of the base release does not count: {}", e.getMessage());
            return ReleaseStatus.BASE_RELEASE_REFUSED;
        }
    }

    private Signed installed() {
        Path release = agent.installation().resolve("release");
        return new Signed(release.resolve(BaseRelease.DOCUMENT), release.resolve(BaseRelease.SIGNATURE));
    }

    private Optional<Signed> ofGeneration(FeatureDocument base) {
        String name = base.id().name() + "-" + base.id().version() + FeatureLayout.DOCUMENT;
        return new InstalledFeatures(agent)
                .current()
                .map(folder -> new Signed(folder.resolve(name), folder.resolve(name + FeatureLayout.SIGNATURE)));
    }

    private static boolean describes(Signed signed, FeatureDocument base) {
        try {
            return FeatureDocument.read(bytes(signed.document(), FeatureDocument.MAX_BYTES))
                    .equals(base);
        } catch (IOException | MalformedFeatureException e) {
            LOG.debug("{} is not the document of the base release that runs", signed.document(), e);
            return false;
        }
    }

    private static byte[] bytes(Path file, int most) throws IOException {
        try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            return in.readNBytes(most);
        }
    }
}
