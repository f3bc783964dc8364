package org.benchconnect.upgrade.feature;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.benchconnect.core.feature.FeatureRefusedException;
import org.benchconnect.core.feature.RefusedFor;
import org.benchconnect.core.signal.SoftwareVersion;
import org.benchconnect.core.text.Language;
import org.benchconnect.core.upgrade.UpgradePlan;
import org.benchconnect.crypto.signature.CodeSignatureException;
import org.benchconnect.upgrade.plan.UpgradePlanner;
import org.benchconnect.upgrade.repository.Downloads;
import org.benchconnect.upgrade.tuf.UntrustedMetadataException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks in one session for newer releases of every feature that is here, the vendor's own first, and verifies them. What is wrong with one of the vendor's refuses
 * all; a delegated vendor's is left out then, since it would keep everybody's fixes back, and it is put off where it would make a fix more than a fix.
 */
final class UpgradeSearch {
    private static final Logger LOG = LoggerFactory.getLogger(UpgradeSearch.class);
    private static final String TARGETS = "targets";

    private final ThisPc pc;
    private final PlannedFeatures planned;
    private final DocumentCache documents;

    UpgradeSearch(ThisPc pc, PlannedFeatures planned, DocumentCache documents) {
        this.pc = pc;
        this.planned = planned;
        this.documents = documents;
    }

    /** See {@link UpgradePlanner#look}. */
    UpgradePlanner.Look look(Optional<String> source, Language language) throws FeatureRefusedException {
        return ReleaseSession.at(source, pc, documents, session -> new Visit(session).look(language));
    }

    /** What one visit finds. */
    private final class Visit {
        private final ReleaseSession session;
        private final Downloads downloads;
        private final Running running;
        private final List<UpgradedFeature> found = new ArrayList<>();
        private final Set<String> fetched = new HashSet<>();
        private Optional<FeatureRefusedException> leftOut = Optional.empty();
        private Optional<SoftwareVersion> platform = Optional.empty();

        Visit(ReleaseSession session) throws IOException {
            this.session = session;
            this.downloads = new Downloads(pc.home(), session.now());
            this.running = new InstalledFeatures(pc.folders()).read();
        }

        UpgradePlanner.Look look(Language language)
                throws IOException, UntrustedMetadataException, CodeSignatureException, MalformedModuleException,
                        FeatureRefusedException {
            try {
                search();
                NeedsOfAll needs = new NeedsOfAll(running, pc.platform().get().packages());
                leaveOutWhatDoesNotFit(needs);
                putOffWhatIsNoFix(needs, language);
                putBackBut(verified());
            } catch (IOException
                    | UntrustedMetadataException
                    | CodeSignatureException
                    | MalformedModuleException
                    | FeatureRefusedException
                    | RuntimeException e) {
                putBackBut(List.of()); // the next look need not fetch them again
                throw e;
            }
            if (found.isEmpty() && leftOut.isPresent()) {
                throw leftOut.get();
            }
            planned.keepUpgrade(verified());
            return new UpgradePlanner.Look(plan(language), platform.map(SoftwareVersion::toString));
        }

        /** Of delegated vendors: what misses a package, and what has one no more that somebody else needs. What is left is refused if anything is missed then. */
        private void leaveOutWhatDoesNotFit(NeedsOfAll needs) throws FeatureRefusedException, MalformedModuleException {
            if (unfit(needs, verified()).isEmpty()) {
                return;
            }
            List<UpgradedFeature> foreign = new ArrayList<>(foreign());
            found.removeAll(foreign);
            needs.check(verified());
            while (foreign.removeIf(each -> comesIn(needs, each))) {
                LOG.debug("one more may bring what the others need");
            }
            for (UpgradedFeature each : foreign) {
                unfit(needs, with(each)).ifPresent(why -> leaveOut(each.name(), why));
            }
        }

        private boolean comesIn(NeedsOfAll needs, UpgradedFeature feature) {
            return unfit(needs, with(feature)).isEmpty() && found.add(feature);
        }

        private List<VerifiedFeature> with(UpgradedFeature feature) {
            List<VerifiedFeature> all = new ArrayList<>(verified());
            all.add(feature.feature());
            return all;
        }

        private Optional<FeatureRefusedException> unfit(NeedsOfAll needs, List<VerifiedFeature> features) {
            try {
                needs.check(features);
                return Optional.empty();
            } catch (FeatureRefusedException e) {
                return Optional.of(e);
            } catch (MalformedModuleException e) {
                return Optional.of(Refusals.of(e));
            }
        }

        /** A fix of the vendor's own may need no answer, and does not wait for that to what delegated vendors have: that comes with the next look. */
        private void putOffWhatIsNoFix(NeedsOfAll needs, Language language) {
            List<UpgradedFeature> foreign = foreign();
            List<UpgradedFeature> own = new ArrayList<>(found);
            own.removeAll(foreign);
            if (own.isEmpty() || foreign.isEmpty() || isFix(found, language) || !isFix(own, language)) {
                return;
            }
            if (unfit(needs, own.stream().map(UpgradedFeature::feature).toList())
                    .isPresent()) {
                return; // it needs what they bring
            }
            found.removeAll(foreign);
            foreign.forEach(each -> LOG.info("put off until the fix is here, of a delegated vendor: {}", each.name()));
        }

        private boolean isFix(List<UpgradedFeature> features, Language language) {
            return combined().of(session.source(), features, language).fix();
        }

        private CombinedPlan combined() {
            return new CombinedPlan(running, pc.folders().running().get(), pc.dependants());
        }

        private List<UpgradedFeature> foreign() {
            return found.stream().filter(UpgradedFeature::isForeign).toList();
        }

        private List<VerifiedFeature> verified() {
            return found.stream().map(UpgradedFeature::feature).toList();
        }

        private void search()
                throws IOException, UntrustedMetadataException, CodeSignatureException, MalformedModuleException,
                        FeatureRefusedException {
            List<FeatureDocument> foreign = new ArrayList<>();
            for (FeatureDocument here : running.features()) {
                Optional<String> role = session.offers().role(here.id().name());
                if (role.isPresent() && role.get().equals(TARGETS)) {
                    search(here, Optional.empty());
                } else if (role.isPresent()) {
                    foreign.add(here);
                }
            }
            for (FeatureDocument here : foreign) {
                try {
                    ReleaseSession.refusals(session.source(), () -> {
                        search(here, session.offers().role(here.id().name()));
                        return true;
                    });
                } catch (FeatureRefusedException e) {
                    if (!Faults.ofOneFeature(e.reason())) {
                        throw e;
                    }
                    leaveOut(here.id().name(), e);
                }
            }
        }

        private void leaveOut(String feature, FeatureRefusedException e) {
            LOG.warn("left out, of a delegated vendor: {}: {}", feature, e.getMessage());
            leftOut = leftOut.or(() -> Optional.of(e));
        }

        private void search(FeatureDocument here, Optional<String> vendor)
                throws IOException, UntrustedMetadataException, CodeSignatureException, MalformedModuleException,
                        FeatureRefusedException {
            Offers.Newer newer = session.offers().newer(here, pc.fit());
            Running soFar = running;
            for (UpgradedFeature each : found) {
                soFar = soFar.with(each.feature());
            }
            FeatureVerification verification = new FeatureVerification(
                    session.offers(),
                    session.client(),
                    session.vendor().signers(),
                    new FloorFile(pc.home()),
                    downloads,
                    soFar,
                    pc.home());
            if (newer.platform().isPresent() && vendor.isEmpty()) {
                announce(newer.platform().get(), verification);
            }
            if (newer.fitting().isPresent()) {
                Offer offer = newer.fitting().get();
                Set<String> missing = missing(offer.document());
                VerifiedFeature feature = verification.verify(offer, session.now());
                fetched.addAll(missing);
                session.time().seen(feature.signer().signedAt());
                found.add(new UpgradedFeature(feature, Origin.of(offer, session.uses())));
            }
        }

        /** What the vendor's own document says that it needs, if the vendor's organisation signed it. */
        private void announce(Offer offer, FeatureVerification verification)
                throws IOException, UntrustedMetadataException, CodeSignatureException, FeatureRefusedException {
            verification.verifySigner(offer, session.now());
            offer.document().terms().platform().ifPresent(needed -> {
                LOG.info(
                        "{} {} needs the installer of {}",
                        offer.name(),
                        offer.document().id().version(),
                        needed);
                if (platform.filter(known -> known.compareTo(needed) >= 0).isEmpty()) {
                    platform = Optional.of(needed);
                }
            });
        }

        private Set<String> missing(FeatureDocument document) {
            Set<String> missing = new HashSet<>();
            for (FeatureModule module : document.modules()) {
                if (!Files.exists(pc.home().resolve(FeatureLayout.module(module.sha256())))) {
                    missing.add(module.sha256());
                }
            }
            return missing;
        }

        /** What was fetched for nothing is a beginning for another time. */
        private void putBackBut(List<VerifiedFeature> kept) throws IOException {
            for (VerifiedFeature feature : kept) {
                feature.document().modules().forEach(module -> fetched.remove(module.sha256()));
            }
            for (String sha256 : new TreeSet<>(fetched)) {
                downloads.putBack(sha256);
            }
        }

        private Optional<UpgradePlan> plan(Language language) {
            if (found.isEmpty()) {
                return Optional.empty();
            }
            found.sort(Comparator.comparing(UpgradedFeature::name));
            UpgradePlan plan = combined().of(session.source(), found, language);
            LOG.info(
                    "verified: {} newer releases, {} modules change",
                    found.size(),
                    plan.changes().size());
            return Optional.of(plan);
        }
    }

    /** Which refusals say something about one feature alone, and not about the source as a whole. */
    private static final class Faults {
        private static final Set<RefusedFor> SOURCE =
                Set.of(RefusedFor.SOURCE, RefusedFor.TOO_SLOW, RefusedFor.CLOCK, RefusedFor.NO_VENDOR);

        static boolean ofOneFeature(RefusedFor reason) {
            return !SOURCE.contains(reason);
        }
    }
}
