package org.benchconnect.upgrade.generation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.benchconnect.core.feature.FeatureRefusedException;
import org.benchconnect.core.feature.RefusedFor;
import org.benchconnect.crypto.device.DeviceIdentity;
import org.benchconnect.launcher.list.DeviceKey;
import org.benchconnect.launcher.list.ListRefusedException;
import org.benchconnect.launcher.list.SignedList;
import org.benchconnect.launcher.module.Modules;
import org.benchconnect.launcher.storage.Storage;
import org.benchconnect.upgrade.feature.FeatureDocument;
import org.benchconnect.upgrade.feature.FeatureLayout;
import org.benchconnect.upgrade.feature.SignedDocument;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts a signed generation into the home folder and the pointer on it, and takes both back. */
final class Staging {
    private static final Logger LOG = LoggerFactory.getLogger(Staging.class);
    private static final int MAX_SIGNATURE = 1_000_000;

    private final Path installation;
    private final GenerationFolders folders;

    Staging(Storage storage, Path installation, Path home) {
        this.installation = installation;
        this.folders = new GenerationFolders(storage, home);
    }

    /** The base release of the installation now. */
    InstalledBase base() throws IOException {
        return InstalledBase.read(installation);
    }

    /** Refuses a device whose signature the launcher would not take: an administrator pins it. */
    void requirePinned(DeviceIdentity device) throws FeatureRefusedException {
        try {
            DeviceKey pinned = DeviceKey.read(installation.resolve(DeviceKey.FILE));
            if (!pinned.equals(DeviceKey.of(device.publicKey()))) {
                throw new FeatureRefusedException(
                        RefusedFor.KEYS,
                        "The key pinned in the installation folder is not the one of this PC; an administrator pins it with:"
                                + " benchconnect identity pin");
            }
        } catch (ListRefusedException | IOException e) {
            throw new FeatureRefusedException(
                    RefusedFor.KEYS,
                    "No key of this PC is pinned in the installation folder, so nothing that it signs counts; an administrator"
                            + " pins it with: benchconnect identity pin",
                    e);
        }
    }

    /**
     * Writes the generation and moves the pointer.
     *
     * @throws IOException if the disk does not take it; then the pointer is where it was
     */
    Staged stage(List<Modules.FeatureModules> features, Optional<SignedDocument> added, DeviceIdentity device)
            throws IOException {
        folders.stay(); // a way back that a loss of power left leads too far back
        int before = folders.current();
        int number = folders.next();
        byte[] list = ListText.of(features).getBytes(StandardCharsets.UTF_8);
        byte[] signature = SignedList.sign(device::signList, list, SignedList.Kind.GENERATION, number, base().digest());
        Staged staged = new Staged(folders, number);
        try {
            folders.write(number, list, signature, documents(features, added, before));
            folders.point(number, before);
            return staged;
        } catch (IOException e) {
            staged.takeBack();
            throw e;
        }
    }

    private Map<String, byte[]> documents(
            List<Modules.FeatureModules> features, Optional<SignedDocument> added, int before) throws IOException {
        Map<String, byte[]> documents = new TreeMap<>();
        for (Modules.FeatureModules feature : features) {
            String name = feature.name() + "-" + feature.version() + FeatureLayout.DOCUMENT;
            String signature = name + FeatureLayout.SIGNATURE;
            folders.document(before, name, FeatureDocument.MAX_BYTES).ifPresent(bytes -> documents.put(name, bytes));
            folders.document(before, signature, MAX_SIGNATURE).ifPresent(bytes -> documents.put(signature, bytes));
        }
        added.ifPresent(signed -> {
            String name =
                    signed.document().id().name() + "-" + signed.document().id().version() + FeatureLayout.DOCUMENT;
            documents.put(name, signed.bytes());
            documents.put(name + FeatureLayout.SIGNATURE, signed.signature());
        });
        return documents;
    }

    /** A generation that the pointer names, or was about to. */
    static final class Staged {
        private final GenerationFolders folders;
        private final int number;

        Staged(GenerationFolders folders, int number) {
            this.folders = folders;
            this.number = number;
        }

        /** The pointer goes back and the generation away. If the disk fails at that, a whole generation stays named. */
        void takeBack() {
            try {
                folders.pointBack();
                if (folders.current() != number) {
                    folders.discard(number);
                }
            } catch (IOException e) {
                LOG.error("generation {} was refused and could not be taken back", number, e);
            }
        }

        /** It runs; what is too old is not kept. */
        void keep(DeviceIdentity device) {
            try {
                folders.stay();
                new OldGenerations(folders, DeviceKey.of(device.publicKey())).discard();
            } catch (IOException e) {
                LOG.warn("generations that are not needed any more could not be removed", e);
            }
        }
    }
}
