package org.benchconnect.consent.grant;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.benchconnect.core.consent.Consent;
import org.benchconnect.core.feature.Privilege;
import org.benchconnect.crypto.device.DeviceIdentity;
import org.benchconnect.launcher.list.DeviceKey;
import org.benchconnect.launcher.list.Grant;
import org.benchconnect.launcher.list.ListRefusedException;
import org.benchconnect.launcher.list.SignedList;
import org.benchconnect.launcher.storage.DurableFiles;
import org.benchconnect.launcher.storage.Storage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The grants on the disk, {@code grants/<feature>} with {@code .sig}: what the launcher's gate reads. Both must be there for one to count. */
final class GrantFiles {
    private static final Logger LOG = LoggerFactory.getLogger(GrantFiles.class);
    private static final int MOST = 256 * 1024; // bytes of a list

    private static final Pattern SERIAL = Pattern.compile("(?m)^serial ([1-9][0-9]{0,17})$");

    private static final Pattern BASE = Pattern.compile("(?m)^base ([0-9a-f]{64})$");

    private final Storage storage;
    private final Path folder;
    private final Path installation;
    private volatile List<String> baseLines = List.of();

    /** In this home folder, under the release of that installation. */
    GrantFiles(Storage storage, Path home, Path installation) {
        this.storage = storage;
        this.folder = home.resolve("grants");
        this.installation = installation;
    }

    /** Writes the grant of a consent, durably, in place of the one before. Its serial is the number of the consent's entry and one. */
    void write(Consent consent, List<String> modules, DeviceIdentity device) throws IOException {
        byte[] list = bytes(grant(consent, modules));
        byte[] signature =
                SignedList.sign(device::signList, list, SignedList.Kind.GRANTS, serial(consent), releaseDigest());
        DurableFiles files = new DurableFiles(storage);
        files.makeFolder(folder);
        files.write(signatureOf(consent.feature()), signature);
        files.write(file(consent.feature()), list);
    }

    /** The serial of a consent's grant. */
    static long serial(Consent consent) {
        return consent.entry() + 1;
    }

    /** The grant that lies there, whoever signed it; empty if there is none or it cannot be read as one. */
    Optional<Grant> read(String feature) throws IOException {
        Optional<byte[]> list = storage.read(file(feature), MOST);
        try {
            return list.isEmpty() ? Optional.empty() : Optional.of(Grant.parse(list.get()));
        } catch (ListRefusedException e) {
            return Optional.empty();
        }
    }

    /**
     * Whether the grant that lies there is the one that this device signed for this consent, byte for byte. Under which base release does not matter here: that one may
     * have been replaced by the very version that is to be renewed.
     */
    boolean isOf(Consent consent, DeviceIdentity device) throws IOException {
        Optional<byte[]> list = storage.read(file(consent.feature()), MOST);
        Optional<byte[]> signature = storage.read(signatureOf(consent.feature()), MOST);
        if (list.isEmpty() || signature.isEmpty()) {
            return false;
        }
        Matcher base = BASE.matcher(new String(signature.get(), StandardCharsets.ISO_8859_1));
        if (!base.find()) {
            return false;
        }
        try {
            Grant grant = Grant.verify(
                    list.get(), signature.get(), DeviceKey.of(device.publicKey()), base.group(1), serial(consent));
            return grant.equals(grant(consent, grant.sha256()))
                    && new Digests.Listed(grant.sha256()).digest().equals(consent.modules());
        } catch (ListRefusedException e) {
            LOG.warn("the grant of {} is none: {}", consent.feature(), e.getMessage());
            return false;
        }
    }

    /** Whether the signature that lies there is this device's over the grant of this consent for these modules, whatever list lies beside it. */
    boolean isSignedAs(Consent consent, List<String> modules, DeviceIdentity device) throws IOException {
        Optional<byte[]> signature = storage.read(signatureOf(consent.feature()), MOST);
        Matcher base = BASE.matcher(signature
                .map(bytes -> new String(bytes, StandardCharsets.ISO_8859_1))
                .orElse(""));
        if (signature.isEmpty() || !base.find()) {
            return false;
        }
        try {
            Grant.verify(
                    bytes(grant(consent, modules)),
                    signature.get(),
                    DeviceKey.of(device.publicKey()),
                    base.group(1),
                    serial(consent));
            return true;
        } catch (ListRefusedException e) {
            return false;
        }
    }

    /** Whether the list that lies there is the one of this consent for these modules, whatever signature lies beside it. */
    boolean isListOf(Consent consent, List<String> modules) throws IOException {
        return storage.read(file(consent.feature()), MOST)
                .filter(list -> Arrays.equals(list, bytes(grant(consent, modules))))
                .isPresent();
    }

    private static byte[] bytes(Grant grant) {
        return grant.toText().getBytes(StandardCharsets.US_ASCII);
    }

    private static Grant grant(Consent consent, List<String> modules) {
        return new Grant(
                consent.feature(),
                consent.version(),
                consent.privileges().stream().map(Privilege::token).sorted().toList(),
                consent.model().orElse(ConsentBook.NONE),
                modules);
    }

    /** The serial that its signature says, unchecked; empty if there is none. */
    Optional<Long> serialOnDisk(String feature) throws IOException {
        return storage.read(signatureOf(feature), MOST)
                .map(bytes -> SERIAL.matcher(new String(bytes, StandardCharsets.ISO_8859_1)))
                .filter(Matcher::find)
                .map(found -> Long.valueOf(found.group(1)));
    }

    /** The SHA-256 of the grant that lies there, also of one that is none; empty if one of its two files is gone, as after {@link #delete}. */
    Optional<String> digest(String feature) throws IOException {
        return storage.read(signatureOf(feature), MOST).isEmpty()
                ? Optional.empty()
                : storage.read(file(feature), MOST).map(Digests::sha256);
    }

    /**
     * Deletes it, which works on a full disk too. With one of its two files gone it counts for nothing, so each is tried.
     *
     * @return whether it is gone for good
     */
    boolean delete(String feature) {
        boolean listGone = gone(file(feature));
        boolean signatureGone = gone(signatureOf(feature));
        return listGone || signatureGone;
    }

    private boolean gone(Path file) {
        try {
            new DurableFiles(storage).delete(file);
            return true;
        } catch (IOException e) {
            LOG.warn("a grant that was taken back cannot be deleted: {}", file, e);
            return false;
        }
    }

    /** Whether an administrator of the operating system has pinned this device's key in the installation. */
    boolean pins(DeviceIdentity device) {
        try {
            Optional<byte[]> pin = storage.read(installation.resolve(DeviceKey.FILE), MOST);
            return pin.isPresent()
                    && DeviceKey.parse(new String(pin.get(), StandardCharsets.ISO_8859_1))
                            .equals(DeviceKey.of(device.publicKey()));
        } catch (IOException | ListRefusedException e) {
            LOG.warn("the pinned key of this PC cannot be read", e);
            return false;
        }
    }

    private String releaseDigest() throws IOException {
        return Digests.sha256(release().orElseThrow(() -> new FileNotFoundException("the release list is missing")));
    }

    private Optional<byte[]> release() throws IOException {
        return storage.read(installation.resolve("release").resolve("SHA256SUMS"), MOST);
    }

    /** Whether a feature came with the base release: its line is in the installation's list, which is read once, so that nobody who takes back waits for it. */
    boolean isBase(String feature) {
        try {
            List<String> lines = baseLines;
            if (lines.isEmpty()) {
                lines = release().stream()
                        .flatMap(list -> new String(list, StandardCharsets.ISO_8859_1).lines())
                        .filter(line -> line.startsWith("# feature "))
                        .toList();
                baseLines = lines;
            }
            return lines.isEmpty() || lines.stream().anyMatch(line -> line.startsWith("# feature " + feature + " "));
        } catch (IOException e) {
            LOG.warn("the release list cannot be read", e);
            return true; // what may be base is not removed
        }
    }

    private Path file(String feature) {
        if (!feature.matches("[a-z][a-z0-9.-]{0,79}")) {
            throw new IllegalArgumentException("no name of a feature");
        }
        return folder.resolve(feature);
    }

    private Path signatureOf(String feature) {
        return file(feature).resolveSibling(feature + SignedList.SUFFIX);
    }
}
