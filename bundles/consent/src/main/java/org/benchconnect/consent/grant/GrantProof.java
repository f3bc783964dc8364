package org.benchconnect.consent.grant;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.benchconnect.core.consent.Consent;
import org.benchconnect.core.consent.Consent.State;
import org.benchconnect.crypto.device.DeviceIdentity;
import org.benchconnect.launcher.list.Grant;
import org.benchconnect.launcher.module.Modules.FeatureModules;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether the grant on the disk proves that a consent was not taken back while the ledger could not be told: taking back deletes it. It is the grant of that consent; or of
 * a renewal of it that failed; or, if power was lost while it was replaced, that of any relative, or the signature of one with the list of another.
 */
final class GrantProof {
    private static final Logger LOG = LoggerFactory.getLogger(GrantProof.class);

    private final LedgerView view;
    private final GrantFiles grants;

    GrantProof(LedgerView view, GrantFiles grants) {
        this.view = view;
        this.grants = grants;
    }

    /** Whether the grant on the disk is the one of the consent in the ledger, and for what is here. */
    boolean covers(FeatureModules feature, Consent consent) {
        try {
            Optional<Grant> grant = grants.read(feature.name());
            return grant.isPresent()
                    && grants.serialOnDisk(feature.name()).equals(Optional.of(GrantFiles.serial(consent)))
                    && grant.get().feature().equals(consent.feature())
                    && grant.get().version().equals(consent.version())
                    && new Digests.Listed(grant.get().sha256()).digest().equals(consent.modules())
                    && String.join(",", grant.get().privileges()).equals(ConsentBook.tokens(consent.privileges()))
                    && grant.get().model().equals(consent.model().orElse(ConsentBook.NONE))
                    && grant.get().sha256().containsAll(feature.sha256());
        } catch (IOException e) {
            LOG.warn("the grant of {} cannot be read", feature.name(), e);
            return false;
        }
    }

    /** For a consent that is in force, and the version that is here. */
    boolean has(Consent consent, FeatureModules here, DeviceIdentity device) {
        Lineage lineage = view.said().lineage();
        List<Consent> family = lineage.family(consent);
        boolean interrupted = lineage.isInterrupted(consent);
        Predicate<Consent> counts = one -> one.equals(consent) || interrupted || hasFailedSince(consent, one);
        try {
            for (Consent one : family) {
                if (counts.test(one) && grants.isOf(one, device)) {
                    return true;
                }
            }
            return family.size() > 1 && isTorn(family, mayBeWriting(consent, family, lineage), here, device);
        } catch (IOException | IllegalArgumentException e) {
            LOG.warn("the grant of {} cannot be read", consent.feature(), e);
            return false;
        }
    }

    /** Whose grant was being written: one that never took effect, or the one in force again after its renewal failed. */
    private static Predicate<Consent> mayBeWriting(Consent consent, List<Consent> family, Lineage lineage) {
        boolean isAgain = family.stream().anyMatch(one -> hasFailedSince(consent, one));
        return one -> lineage.isInterrupted(one) || isAgain && one.equals(consent);
    }

    private static boolean hasFailedSince(Consent consent, Consent one) {
        return one.state() == State.FAILED && one.entry() > consent.entry();
    }

    /** The signature is written first, and then the list: between the two the disk has a signature of the new grant and the list of the old one. */
    private boolean isTorn(
            List<Consent> family, Predicate<Consent> mayBeWriting, FeatureModules here, DeviceIdentity device)
            throws IOException {
        Optional<Long> serial = grants.serialOnDisk(here.name());
        Optional<Consent> signed = family.stream()
                .filter(mayBeWriting)
                .filter(one ->
                        serial.filter(found -> found == GrantFiles.serial(one)).isPresent())
                .findFirst();
        if (signed.isEmpty()) {
            return false;
        }
        if (isFor(signed.get(), here) && grants.isSignedAs(signed.get(), here.sha256(), device)) {
            return true;
        }
        for (Consent one : family) {
            if (isFor(one, here) && grants.isListOf(one, here.sha256())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isFor(Consent one, FeatureModules here) {
        return one.version().equals(here.version())
                && new Digests.Listed(here.sha256()).digest().equals(one.modules());
    }
}
