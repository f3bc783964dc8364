package org.benchconnect.upgrade.feature;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.benchconnect.core.feature.FeatureRefusedException;
import org.benchconnect.core.feature.RefusedFor;
import org.benchconnect.upgrade.tuf.ReleaseClient;
import org.benchconnect.upgrade.tuf.Target;
import org.benchconnect.upgrade.tuf.UntrustedMetadataException;

/** Which features a repository offers, and the newest of them for this PC. */
final class Offers {
    /** The most documents that are looked at: a repository takes old ones out. */
    static final int MAX = 100;

    private final ReleaseClient client;

    Offers(ReleaseClient client) {
        this.client = client;
    }

    /**
     * The newest release that this PC may have, of the feature asked for. A feature is that role's which names it first, in
     * the order of priority: what another role calls the same is not read, nor what a delegated one calls by a name of ours.
     * A broken document of the feature's role is not passed over: somebody would choose for us.
     *
     * @param name which feature; empty for the only one that fits
     */
    Offer newest(Optional<String> name, Ring ring, List<String> models)
            throws IOException, UntrustedMetadataException, FeatureRefusedException {
        List<Offer> fitting = new ArrayList<>();
        Optional<FeatureRefusedException> refused = Optional.empty();
        for (Offer offer : read(name)) {
            try {
                ReleaseRules.models(offer.document(), models);
                ReleaseRules.ring(offer.document(), ring);
                fitting.add(offer);
            } catch (FeatureRefusedException e) {
                refused = refused.or(() -> Optional.of(e));
            }
        }
        Set<String> names = new TreeSet<>();
        fitting.forEach(offer -> names.add(offer.name()));
        if (names.size() > 1) {
            throw new FeatureRefusedException(
                    RefusedFor.NOT_OFFERED,
                    "the repository offers several features, and none was named: " + String.join(", ", names));
        }
        if (fitting.isEmpty()) {
            throw refused.orElseGet(() -> new FeatureRefusedException(
                    RefusedFor.NOT_OFFERED,
                    "the repository does not offer " + name.map(Shown::of).orElse("any feature")));
        }
        return fitting.get(0);
    }

    /** The documents, the newest first. */
    private List<Offer> read(Optional<String> name)
            throws IOException, UntrustedMetadataException, FeatureRefusedException {
        List<Offer> offers = new ArrayList<>();
        Map<String, Offer> byRelease = new HashMap<>();
        Map<String, String> roles = new HashMap<>();
        Optional<Target> reserved = Optional.empty();
        for (Target target : client.under(FeatureLayout.FEATURES)) {
            Optional<String> feature = FeatureLayout.nameOf(target.path());
            if (feature.isEmpty() || name.isPresent() && !feature.equals(name)) {
                continue;
            }
            if (Offer.isForeign(target) && ForeignRules.ours(feature.get())) {
                reserved = Optional.of(target);
                continue;
            }
            if (!roles.computeIfAbsent(feature.get(), any -> target.role()).equals(target.role())) {
                continue;
            }
            if (offers.size() >= MAX) {
                throw new FeatureRefusedException(
                        RefusedFor.TOO_LARGE, "the repository has more than " + MAX + " feature documents");
            }
            Offer offer = read(target);
            Offer other = byRelease.put(offer.name() + " " + offer.counter(), offer);
            if (other != null) {
                throw new FeatureRefusedException(
                        RefusedFor.MISMATCH,
                        "two releases of " + offer.name() + " have the counter " + offer.counter() + ": "
                                + other.document().id().version() + " and "
                                + offer.document().id().version());
            }
            offers.add(offer);
        }
        if (offers.isEmpty() && reserved.isPresent()) {
            read(reserved.get()); // is refused: nobody else offers it, so it says why
        }
        offers.sort(Comparator.comparingLong(Offer::counter).reversed());
        return offers;
    }

    private Offer read(Target target) throws IOException, UntrustedMetadataException, FeatureRefusedException {
        byte[] bytes = fetch(target, FeatureDocument.MAX_BYTES);
        try {
            FeatureDocument document = FeatureDocument.read(bytes);
            if (!FeatureLayout.document(document.id()).equals(target.path())) {
                throw new FeatureRefusedException(
                        RefusedFor.DOCUMENT,
                        "the file " + Shown.of(target.path()) + " is the document of another feature or version: "
                                + document.id().name() + " " + document.id().version());
            }
            Offer offer = new Offer(document, bytes, target);
            if (offer.isForeign()) {
                ForeignRules.checkName(document);
            }
            return offer;
        } catch (MalformedFeatureException e) {
            throw Refusals.of(e);
        }
    }

    /** The bytes of the code-signing signature of an offer. */
    byte[] signature(Offer offer, int most) throws IOException, UntrustedMetadataException, FeatureRefusedException {
        Optional<Target> signature =
                client.find(FeatureLayout.signature(offer.document().id()));
        if (signature.isEmpty()) {
            throw new FeatureRefusedException(
                    RefusedFor.SIGNER,
                    "the document of " + offer.name() + " "
                            + offer.document().id().version() + " has no code-signing signature");
        }
        return fetch(signature.get(), most);
    }

    private byte[] fetch(Target target, int most)
            throws IOException, UntrustedMetadataException, FeatureRefusedException {
        if (target.length() > most) {
            throw new FeatureRefusedException(
                    RefusedFor.TOO_LARGE,
                    "the file " + Shown.of(target.path()) + " has " + target.length() + " bytes; at most " + most
                            + " are read");
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        client.download(target, bytes);
        return bytes.toByteArray();
    }
}
