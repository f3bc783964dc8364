package org.benchconnect.upgrade.repository;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import org.benchconnect.launcher.list.DurableFiles;
import org.benchconnect.upgrade.tuf.TrustStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The home's folder {@code trust}: signed metadata byte for byte as received, and every root that was ever trusted in
 * {@code trust/roots}. The chain of roots begins with the one of the installation. One thread at a time.
 *
 * <p>If an installer brings another root, the administrator's word counts: one that this PC has not trusted before takes the
 * place of the kept one, whether newer or of another vendor. One that belongs to the kept chain changes nothing, so that an
 * old installer does not take the chain back. Other metadata stays: the verifier ignores what the new root does not vouch for.
 */
public final class TrustFolder implements TrustStore {
    private static final Logger LOG = LoggerFactory.getLogger(TrustFolder.class);
    private static final String ROOT = "root";
    /** More than any limit of the verifier, in bytes. */
    private static final int MAX_FILE = 8 * 1024 * 1024;
    /** Percent-encoded names; the longest file name is 255 bytes. */
    private static final Pattern ROLE = Pattern.compile("[A-Za-z0-9_.~%-]{1,200}");

    private final Path folder;

    private TrustFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * Opens it, makes it if it is missing, and settles which root is trusted.
     *
     * @param home the home folder
     * @param vendor of the installation
     * @throws IOException if it cannot be written, or the vendor's root is no root metadata
     */
    public static TrustFolder open(Path home, VendorProfile vendor) throws IOException {
        Path folder = home.resolve("trust");
        Files.createDirectories(folder.resolve("roots"));
        TrustFolder trust = new TrustFolder(folder);
        trust.settle(vendor.rootOfTrust());
        return trust;
    }

    private void settle(byte[] installed) throws IOException {
        long version = RootVersion.of(installed);
        Optional<byte[]> kept = read(ROOT);
        if (kept.isPresent()) {
            Optional<byte[]> known = BoundedFile.read(ofVersion(version), MAX_FILE);
            if (known.isPresent() && Arrays.equals(known.get(), installed)) {
                return;
            }
            LOG.warn(
                    "The installation has another root of trust, version {}: it is trusted instead of version {}.",
                    version,
                    RootVersion.of(kept.get()));
        }
        write(ROOT, installed);
    }

    @Override
    public Optional<byte[]> read(String role) throws IOException {
        return BoundedFile.read(file(role), MAX_FILE);
    }

    @Override
    public void write(String role, byte[] bytes) throws IOException {
        Path file = file(role);
        if (role.equals(ROOT)) {
            DurableFiles.write(ofVersion(RootVersion.of(bytes)), bytes); // first: a kept root is always a known one
        }
        DurableFiles.write(file, bytes);
    }

    @Override
    public void delete(String role) throws IOException {
        DurableFiles.delete(file(role));
    }

    private Path ofVersion(long version) {
        return folder.resolve("roots").resolve(version + ".json");
    }

    /** Names that two systems write differently, or that lead elsewhere, are refused. */
    private Path file(String role) throws UnsafePathException {
        if (!ROLE.matcher(role).matches()) {
            throw new UnsafePathException("a role's name must have 1 to 200 plain characters", role);
        }
        RepositoryPath.of(role + ".json");
        return folder.resolve(role + ".json");
    }
}
