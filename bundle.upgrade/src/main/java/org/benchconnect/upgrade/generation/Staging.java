package org.benchconnect.upgrade.generation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.benchconnect.core.feature.FeatureRefusedException;
import org.benchconnect.core.feature.RefusedFor;
import org.benchconnect.crypto.device.DeviceIdentity;
import org.benchconnect.launcher.list.DeviceKey;
import org.benchconnect.launcher.list.ListRefusedException;
import org.benchconnect.launcher.list.SignedList;
import org.benchconnect.launcher.module.Modules;
import org.benchconnect.upgrade.feature.FeatureDocument;
import org.benchconnect.upgrade.feature.FeatureLayout;
import org.benchconnect.upgrade.feature.SignedDocument;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts a signed generation into the home folder, and takes one away. */
final class Staging {
    private static final Logger LOG = LoggerFactory.getLogger(Staging.class);
    private static final int MAX_SIGNATURE = 1_000_000;

    private final Path installation;
    private final GenerationFolders folders;

    Staging(GenerationFolders folders, Path installation) {
        this.installation = installation;
        this.folders = folders;
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
     * Writes the generation beside the others.
     *
     * @param used numbers that are not used again
     * @return its number
     * @throws IOException if the disk does not take it; then nothing of it counts
     */
    int stage(
            List<Modules.FeatureModules> features,
            Collection<SignedDocument> coming,
            DeviceIdentity device,
            Set<Integer> used)
            throws IOException {
        int number = folders.next(used);
        byte[] list = ListText.of(features).getBytes(StandardCharsets.UTF_8);
        byte[] signature = SignedList.sign(device::signList, list, SignedList.Kind.GENERATION, number, base().digest());
        try {
            folders.write(number, list, signature, documents(features, coming, folders.current()));
            return number;
        } catch (IOException e) {
            discard(number);
            throw e;
        }
    }

    /** Takes away what nothing names. If the disk fails at that, it stays, and counts for nothing. */
    void discard(int number) {
        try {
            folders.force(); // that something else is named has to be on the disk first
            if (folders.current() != number
                    && folders.before().filter(before -> before == number).isEmpty()) {
                folders.discard(number);
            }
        } catch (IOException e) {
            LOG.warn("generation {} could not be taken away", number, e);
        }
    }

    private Map<String, byte[]> documents(
            List<Modules.FeatureModules> features, Collection<SignedDocument> coming, int before) throws IOException {
        Map<String, byte[]> documents = new TreeMap<>();
        for (Modules.FeatureModules feature : features) {
            String name = feature.name() + "-" + feature.version() + FeatureLayout.DOCUMENT;
            String signature = name + FeatureLayout.SIGNATURE;
            folders.document(before, name, FeatureDocument.MAX_BYTES).ifPresent(bytes -> documents.put(name, bytes));
            folders.document(before, signature, MAX_SIGNATURE).ifPresent(bytes -> documents.put(signature, bytes));
        }
        coming.forEach(signed -> {
            String name =
                    signed.document().id().name() + "-" + signed.document().id().version() + FeatureLayout.DOCUMENT;
            documents.put(name, signed.bytes());
            documents.put(name + FeatureLayout.SIGNATURE, signed.signature());
        });
        return documents;
    }
}
