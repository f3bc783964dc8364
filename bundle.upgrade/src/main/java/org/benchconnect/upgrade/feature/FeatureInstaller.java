package org.benchconnect.upgrade.feature;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.benchconnect.core.feature.Feature;
import org.benchconnect.core.feature.FeaturePlan;
import org.benchconnect.core.feature.FeatureRefusedException;
import org.benchconnect.core.feature.Features;
import org.benchconnect.core.feature.TrustedVendor;
import org.benchconnect.core.instrument.InstrumentState;
import org.benchconnect.core.instrument.Instruments;
import org.benchconnect.core.link.Egress;
import org.benchconnect.core.link.ServiceDate;
import org.benchconnect.core.link.TlsClient;
import org.benchconnect.core.store.AgentStore;
import org.benchconnect.core.store.StoreException;
import org.benchconnect.core.text.Language;
import org.benchconnect.crypto.signature.CodeSignatureException;
import org.benchconnect.launcher.module.Modules;
import org.benchconnect.upgrade.plan.UpgradePlanner;
import org.benchconnect.upgrade.repository.Caps;
import org.benchconnect.upgrade.repository.DatesSeen;
import org.benchconnect.upgrade.repository.Downloads;
import org.benchconnect.upgrade.tuf.UntrustedMetadataException;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The verifying half of installations and upgrades: fetch, verify, explain, and stop. One at a time; the neighbours'
 * fields change on threads of the framework.
 */
@Component(service = {Features.class, VerifiedFeatures.class, UpgradePlanner.class, ServiceDate.class})
public final class FeatureInstaller implements Features, VerifiedFeatures, UpgradePlanner, ServiceDate {
    private static final Logger LOG = LoggerFactory.getLogger(FeatureInstaller.class);

    private final ThisPc pc;
    private final PlannedFeatures planned;
    private final DocumentCache documents = new DocumentCache();

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable TlsClient tls;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable Egress egress;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable Instruments instruments;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable AgentStore store;

    /** For the component runtime, in a framework that our launcher started. */
    @Activate
    public FeatureInstaller(BundleContext context, @Reference Modules modules) {
        this.pc = new ThisPc(
                AgentFolders.told(context, modules),
                Clock.systemUTC(),
                Caps.standard(),
                () -> tls,
                () -> egress,
                this::ring,
                this::models,
                new FrameworkDependants(context),
                () -> PlatformHere.told(context),
                new DatesSeen(Clock.systemUTC(), System::nanoTime));
        this.planned = new PlannedFeatures(pc);
    }

    FeatureInstaller(ThisPc pc) {
        this.pc = pc;
        this.planned = new PlannedFeatures(pc);
    }

    private Ring ring() {
        AgentStore now = store;
        try {
            return now == null ? Ring.last() : Ring.of(now.agent().toString());
        } catch (StoreException e) {
            return Ring.last();
        }
    }

    private List<String> models() {
        Instruments now = instruments;
        return now == null
                ? List.of()
                : now.now().stream()
                        .map(InstrumentState::model)
                        .filter(Objects::nonNull)
                        .map(Objects::requireNonNull)
                        .toList();
    }

    @Override
    public Optional<Seen> last() {
        return pc.dates().last();
    }

    @Override
    public List<Feature> installed() {
        return documents().stream().map(FeatureDocument::summary).toList();
    }

    @Override
    public List<FeatureDocument> documents() {
        return List.copyOf(new InstalledFeatures(pc.folders()).features());
    }

    @Override
    public SignedDocument planned(String digest) throws FeatureRefusedException {
        try {
            return planned.get(digest);
        } catch (FeatureRefusedException e) {
            throw Refusals.said(e);
        }
    }

    @Override
    public List<String> dependingOn(String feature) throws IOException {
        return new InstalledFeatures(pc.folders()).read().dependingOn(feature);
    }

    @Override
    public TrustedVendor vendor() {
        return VendorTrust.summary(pc.installation());
    }

    @Override
    public synchronized FeaturePlan plan(String source, Optional<String> name, Language language)
            throws FeatureRefusedException {
        LOG.info("asked to verify {} of {}", name.map(Shown::of).orElse("the feature"), Shown.of(source));
        try {
            FeaturePlan plan =
                    ReleaseSession.at(Optional.of(source), pc, documents, session -> verified(session, name, language));
            LOG.info("verified: {} {}", plan.feature().name(), plan.feature().version());
            return plan;
        } catch (FeatureRefusedException e) {
            FeatureRefusedException said = Refusals.said(e);
            LOG.warn("refused, {}: {}", said.reason(), said.getMessage());
            throw said;
        }
    }

    @Override
    public synchronized Look look(Optional<String> source, Language language) throws FeatureRefusedException {
        try {
            return new UpgradeSearch(pc, planned, documents).look(source, language);
        } catch (FeatureRefusedException e) {
            FeatureRefusedException said = Refusals.said(e);
            LOG.warn("no upgrade, {}: {}", said.reason(), said.getMessage());
            throw said;
        }
    }

    private FeaturePlan verified(ReleaseSession session, Optional<String> name, Language language)
            throws IOException, UntrustedMetadataException, CodeSignatureException, MalformedModuleException,
                    FeatureRefusedException {
        Offer offer = session.offers().newest(name, pc.fit());
        Running running = new InstalledFeatures(pc.folders()).read();
        VerifiedFeature feature = new FeatureVerification(
                        session.offers(),
                        session.client(),
                        session.vendor().signers(),
                        new FloorFile(pc.home()),
                        new Downloads(pc.home(), session.now()),
                        running,
                        pc.home())
                .verify(offer, session.now());
        session.time().seen(feature.signer().signedAt());
        planned.keep(feature);
        return new FeaturePlanner(running, pc.dependants()).plan(feature, Origin.of(offer, session.uses()), language);
    }
}
