package org.benchconnect.upgrade.feature;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which features a repository offers, and the newest of them for this PC. */
final class Offers {
    /** The most documents that are looked at: a repository takes old ones out. */
    static final int MAX = 100;

    private static final Logger LOG = LoggerFactory.getLogger(Offers.class);

    private final ReleaseClient client;
    private final Set<String> own;
    private final DocumentCache cache;

    /**
     * Of a refreshed client.
     *
     * @param own names that the vendor alone may offer, besides those that are ours: the features of the base release
     * @param cache of documents
     */
    Offers(ReleaseClient client, Set<String> own, DocumentCache cache) {
        this.client = client;
        this.own = own;
        this.cache = cache;
    }

    /**
     * What of one feature is newer than the version here.
     *
     * @param fitting the newest that this PC may have; empty if it has that
     * @param platform the newest newer one that lacks nothing but a newer platform
     */
    record Newer(Optional<Offer> fitting, Optional<Offer> platform) {}

    /** Of which role a feature is; empty if nobody offers it. */
    Optional<String> role(String feature) throws IOException, UntrustedMetadataException {
        return client.under(FeatureLayout.FEATURES).stream()
                .filter(target -> FeatureLayout.nameOf(target.path())
                        .filter(feature::equals)
                        .isPresent())
                .map(Target::role)
                .findFirst();
    }

    /** Looks for releases with a higher counter than this version, which is here. That nobody offers the feature is no fault. */
    Newer newer(FeatureDocument here, Fit fit) throws IOException, UntrustedMetadataException, FeatureRefusedException {
        Optional<Listed> fitting = Optional.empty();
        Optional<Listed> platform = Optional.empty();
        for (Listed listed : read(Optional.of(here.id().name()), fit)) { // the newest first
            if (listed.counter() <= here.terms().counter()) {
                break;
            }
            if (listed.unfit().isEmpty()) {
                fitting = fitting.or(() -> Optional.of(listed));
            } else if (listed.unfit().get().reason() == RefusedFor.PLATFORM && fitting.isEmpty()) {
                platform = platform.or(() -> Optional.of(listed));
            }
        }
        return new Newer(
                fitting.isPresent() ? Optional.of(read(fitting.get().target())) : Optional.empty(),
                platform.isPresent() ? Optional.of(read(platform.get().target())) : Optional.empty());
    }

    /**
     * The newest release that this PC may have, of the feature asked for. A feature is that role's which names it first, in
     * the order of priority: what another role calls the same is not read, nor what a delegated one calls by a name of ours.
     * A broken document of the feature's role is not passed over: somebody would choose for us. If none was named, a broken
     * document of a delegated vendor is: it would stop everybody's.
     *
     * @param name which feature; empty for the only one that fits
     */
    Offer newest(Optional<String> name, Fit fit)
            throws IOException, UntrustedMetadataException, FeatureRefusedException {
        List<Listed> fitting = new ArrayList<>();
        Optional<FeatureRefusedException> refused = Optional.empty();
        for (Listed listed : read(name, fit)) {
            if (listed.unfit().isEmpty()) {
                fitting.add(listed);
            } else {
                refused = refused.or(listed::unfit);
            }
        }
        Set<String> names = new TreeSet<>();
        fitting.forEach(listed -> names.add(listed.name()));
        if (names.size() > 1) {
            throw new FeatureRefusedException(
                    RefusedFor.NOT_OFFERED,
                    "the repository offers several features, and none was named: " + String.join(", ", names),
                    List.copyOf(names));
        }
        if (fitting.isEmpty()) {
            throw refused.orElseGet(() -> new FeatureRefusedException(
                    RefusedFor.NOT_OFFERED,
                    "the repository does not offer " + name.map(Shown::of).orElse("any feature")));
        }
        return read(fitting.get(0).target());
    }

    /** What is kept of each document: there may be many, they may be long, and nobody has code-signed them yet. */
    private record Listed(
            Target target, String name, String version, long counter, Optional<FeatureRefusedException> unfit) {
        static Listed of(Offer offer, Fit fit) {
            String version = offer.document().id().version();
            try {
                fit.check(offer.document());
                return new Listed(offer.target(), offer.name(), version, offer.counter(), Optional.empty());
            } catch (FeatureRefusedException e) {
                return new Listed(offer.target(), offer.name(), version, offer.counter(), Optional.of(e));
            }
        }
    }

    /** The documents, the newest first. */
    private List<Listed> read(Optional<String> name, Fit fit)
            throws IOException, UntrustedMetadataException, FeatureRefusedException {
        Map<String, Listed> byRelease = new LinkedHashMap<>();
        Map<String, String> roles = new HashMap<>();
        Optional<Target> reserved = Optional.empty();
        int looked = 0;
        for (Target target : client.under(FeatureLayout.FEATURES)) { // the vendor's own come first
            Optional<String> feature = FeatureLayout.nameOf(target.path());
            if (feature.isEmpty() || name.isPresent() && !feature.equals(name)) {
                continue;
            }
            if (Offer.isForeign(target) && isReserved(feature.get())) {
                reserved = Optional.of(target);
                continue;
            }
            if (!roles.computeIfAbsent(feature.get(), any -> target.role()).equals(target.role())) {
                continue;
            }
            boolean passable = name.isEmpty() && Offer.isForeign(target);
            if (++looked > MAX) {
                if (passable) {
                    LOG.warn("of delegated vendors' documents, those after {} are passed over", MAX);
                    break;
                }
                throw new FeatureRefusedException(
                        RefusedFor.TOO_LARGE, "the repository has more than " + MAX + " feature documents");
            }
            try {
                add(Listed.of(read(target), fit), byRelease);
            } catch (FeatureRefusedException | UntrustedMetadataException | NoSuchFileException e) {
                if (!passable) {
                    throw e;
                }
                LOG.warn("passed over, of a delegated vendor: {}: {}", Shown.of(target.path()), e.getMessage());
            }
        }
        if (byRelease.isEmpty() && reserved.isPresent()) {
            read(reserved.get()); // is refused: nobody else offers it, so it says why
        }
        List<Listed> listed = new ArrayList<>(byRelease.values());
        listed.sort(Comparator.comparingLong(Listed::counter).reversed());
        return listed;
    }

    private boolean isReserved(String feature) {
        return ForeignRules.ours(feature) || own.contains(feature);
    }

    private static void add(Listed listed, Map<String, Listed> byRelease) throws FeatureRefusedException {
        Listed other = byRelease.putIfAbsent(listed.name() + " " + listed.counter(), listed);
        if (other != null) {
            throw new FeatureRefusedException(
                    RefusedFor.MISMATCH,
                    "two releases of " + listed.name() + " have the counter " + listed.counter() + ": "
                            + other.version() + " and " + listed.version());
        }
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
                if (own.contains(offer.name())) {
                    throw new FeatureRefusedException(
                            RefusedFor.RESERVED,
                            "the feature " + offer.name()
                                    + " comes from a delegated vendor, but it is part of the base release");
                }
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
        Optional<byte[]> known = cache.get(target);
        if (known.isPresent()) {
            return known.get();
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        client.download(target, bytes);
        cache.keep(target, bytes.toByteArray());
        return bytes.toByteArray();
    }
}
