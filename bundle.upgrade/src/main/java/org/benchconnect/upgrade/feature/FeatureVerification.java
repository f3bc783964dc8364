package org.benchconnect.upgrade.feature;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.benchconnect.core.feature.FeatureRefusedException;
import org.benchconnect.core.feature.FeatureSigner;
import org.benchconnect.core.feature.RefusedFor;
import org.benchconnect.crypto.signature.CodeSignatureException;
import org.benchconnect.crypto.signature.CodeSigner;
import org.benchconnect.crypto.signature.CodeSigners;
import org.benchconnect.upgrade.repository.Downloads;
import org.benchconnect.upgrade.repository.ModuleBytesException;
import org.benchconnect.upgrade.tuf.ReleaseClient;
import org.benchconnect.upgrade.tuf.Target;
import org.benchconnect.upgrade.tuf.TooLongException;
import org.benchconnect.upgrade.tuf.UntrustedMetadataException;
import org.benchconnect.upgrade.tuf.WrongHashException;
import org.benchconnect.upgrade.tuf.WrongLengthException;
import org.jspecify.annotations.Nullable;

/**
 * The way from an {@link Offer} to a {@link VerifiedFeature}: who signed the document, that it is not older than what may run
 * here, and that each module has the bytes that document and repository both name. Modules land in {@code modules/}, where
 * nothing may run by being there; after a refusal those of this attempt are taken away again, and if the source broke off they are kept as beginnings.
 */
final class FeatureVerification {
    /** The most bytes of all modules together: 1 GiB. */
    static final long MAX_TOTAL = 1L << 30;

    private final Offers offers;
    private final ReleaseClient client;
    private final CodeSigners signers;
    private final FloorFile floors;
    private final Downloads downloads;
    private final Running running;
    private final Path home;

    FeatureVerification(
            Offers offers,
            ReleaseClient client,
            CodeSigners signers,
            FloorFile floors,
            Downloads downloads,
            Running running,
            Path home) {
        this.offers = offers;
        this.client = client;
        this.signers = signers;
        this.floors = floors;
        this.downloads = downloads;
        this.running = running;
        this.home = home;
    }

    /**
     * Verifies everything.
     *
     * @param now the trusted time
     */
    VerifiedFeature verify(Offer offer, Instant now)
            throws IOException, UntrustedMetadataException, CodeSignatureException, MalformedModuleException,
                    FeatureRefusedException {
        FeatureDocument document = offer.document();
        byte[] signature = signature(offer);
        CodeSigner signer = signers.verify(offer.bytes(), signature, now);
        ReleaseRules.notOlder(
                document, running.feature(offer.name()), floors.read().of(offer.name()));
        floors.raise(offer.name(), document.terms().floor());
        Set<String> before = new HashSet<>();
        for (FeatureModule module : document.modules()) {
            if (Files.exists(file(module))) {
                before.add(module.sha256());
            }
        }
        try {
            Map<String, ModuleManifest> manifests = modules(offer);
            rules(offer, manifests);
            return new VerifiedFeature(
                    new SignedDocument(document, offer.bytes(), signature),
                    new FeatureSigner(signer.organisation(), signer.name(), signer.signedAt()),
                    manifests);
        } catch (IOException
                | UntrustedMetadataException
                | MalformedModuleException
                | FeatureRefusedException
                | RuntimeException e) {
            for (FeatureModule module : document.modules()) {
                if (!before.contains(module.sha256())) {
                    takeAway(module, e);
                }
            }
            throw e;
        }
    }

    /** What breaks a rule goes; where the source only broke off, the next attempt goes on from here. */
    private void takeAway(FeatureModule module, Exception because) throws IOException {
        if (because instanceof IOException && !(because instanceof ModuleBytesException)) {
            downloads.putBack(module.sha256());
        } else {
            Files.deleteIfExists(file(module));
        }
    }

    /** That the vendor's organisation signed the document: enough to believe what it announces, not to install it. */
    void verifySigner(Offer offer, Instant now)
            throws IOException, UntrustedMetadataException, CodeSignatureException, FeatureRefusedException {
        signers.verify(offer.bytes(), signature(offer), now);
    }

    private byte[] signature(Offer offer) throws IOException, UntrustedMetadataException, FeatureRefusedException {
        return offers.signature(offer, CodeSigners.MAX_SIGNATURE);
    }

    private Path file(FeatureModule module) {
        return home.resolve(FeatureLayout.module(module.sha256()));
    }

    private Map<String, ModuleManifest> modules(Offer offer)
            throws IOException, UntrustedMetadataException, FeatureRefusedException {
        FeatureDocument document = offer.document();
        long total =
                document.modules().stream().mapToLong(FeatureModule::length).sum();
        if (total > MAX_TOTAL) {
            throw new FeatureRefusedException(
                    RefusedFor.TOO_LARGE, "the modules have " + total + " bytes; at most " + MAX_TOTAL + " are read");
        }
        List<Target> targets = new ArrayList<>();
        for (FeatureModule module : document.modules()) {
            targets.add(target(offer, module)); // all before the first is fetched
        }
        long wanted = 0;
        for (FeatureModule module : document.modules()) {
            wanted += Files.exists(file(module)) ? 0 : module.length();
        }
        Room.check(home, wanted);
        Map<String, ModuleManifest> manifests = new HashMap<>();
        for (FeatureModule module : document.modules()) {
            Path file = fetch(module, targets.get(manifests.size()));
            manifests.put(module.sha256(), manifest(module, file));
        }
        return manifests;
    }

    private Path fetch(FeatureModule module, Target target)
            throws IOException, UntrustedMetadataException, FeatureRefusedException {
        try {
            return downloads.<UntrustedMetadataException>goOn(
                    module.sha256(), module.length(), file -> client.download(target, file));
        } catch (WrongHashException | WrongLengthException | TooLongException e) {
            throw new FeatureRefusedException(
                    RefusedFor.MODULE, "the module " + module.symbolicName() + " is refused. " + e.getMessage(), e);
        } catch (NoSuchFileException e) {
            throw new FeatureRefusedException(
                    RefusedFor.MODULE, "the file of the module " + module.symbolicName() + " is missing", e);
        }
    }

    private static ModuleManifest manifest(FeatureModule module, Path file)
            throws IOException, FeatureRefusedException {
        try {
            ModuleManifest manifest = ModuleManifest.read(file);
            ModuleRules.agree(module, manifest);
            return manifest;
        } catch (MalformedModuleException e) {
            throw new FeatureRefusedException(
                    RefusedFor.MODULE,
                    "the module " + module.symbolicName() + " is refused: expected " + e.expected + ", found "
                            + e.found,
                    e);
        }
    }

    /** The repository's word on a module, which must be the document's. */
    private Target target(Offer offer, FeatureModule module)
            throws IOException, UntrustedMetadataException, FeatureRefusedException {
        Optional<Target> target = offer.isForeign()
                ? client.find(FeatureLayout.module(offer.target().role(), module.sha256()))
                : Optional.empty();
        if (target.isEmpty()) {
            target = client.find(FeatureLayout.module(module.sha256()));
        }
        if (target.isEmpty()) {
            throw new FeatureRefusedException(
                    RefusedFor.MODULE, "the repository does not have the module " + module.symbolicName());
        }
        @Nullable String sha256 = target.get().hashes().get("sha256");
        if (target.get().length() != module.length() || !module.sha256().equals(sha256)) {
            throw new FeatureRefusedException(
                    RefusedFor.MISMATCH,
                    "document and repository name different bytes of the module " + module.symbolicName()
                            + ": expected "
                            + module.length() + " bytes " + module.sha256() + ", found "
                            + target.get().length() + " bytes " + (sha256 == null ? "without a SHA-256" : sha256));
        }
        return target.get();
    }

    private void rules(Offer offer, Map<String, ModuleManifest> manifests)
            throws IOException, FeatureRefusedException, MalformedModuleException {
        ModuleRules.fragmentsStayInside(manifests.values());
        if (!offer.isForeign()) {
            return;
        }
        List<ModuleManifest> others = new ArrayList<>();
        Map<String, ModuleManifest> own = new HashMap<>(manifests);
        for (Running.Module module : running.ofOthers(offer.name())) {
            own.remove(module.sha256()); // the very same bytes take no other's place
            others.add(module.manifest());
        }
        ForeignRules.check(offer.document(), own.values(), others);
        Map<Path, ModuleManifest> files = new HashMap<>();
        own.forEach((sha256, manifest) -> files.put(home.resolve(FeatureLayout.module(sha256)), manifest));
        ForeignComponents.check(offer.document(), files);
    }
}
