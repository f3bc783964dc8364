package org.benchconnect.upgrade.repository;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.benchconnect.launcher.storage.DurableFiles;
import org.benchconnect.upgrade.tuf.TrustStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The home's folder {@code trust}: signed metadata byte for byte as received, every root that was ever trusted in
 * {@code trust/roots}, and delegated roles as {@code delegated-<SHA-256 of the name>.json}, so that no vendor's
 * role can take the place of another's, on file systems that ignore case neither. The chain of roots begins with the one of the
 * installation. One thread at a time.
 *
 * <p>If an installer brings another root, the administrator's word counts: one that this PC has not trusted before takes the
 * place of the kept one, whether newer or of another vendor. One that belongs to the kept chain changes nothing, so that an
 * old installer does not take the chain back. Other metadata stays: the verifier ignores what the new root does not vouch for.
 *
 * <p>A kept root that is damaged is made anew: the installation's, and after it all roots of {@code trust/roots} that follow
 * it by their signatures.
 */
public final class TrustFolder implements TrustStore {
    private static final Logger LOG = LoggerFactory.getLogger(TrustFolder.class);
    private static final String ROOT = "root";
    private static final String DELEGATED = "delegated-";
    private static final Set<String> TOP = Set.of(ROOT, "timestamp", "snapshot", "targets");
    /** More than any limit of the verifier, in bytes. */
    private static final int MAX_FILE = 8 * 1024 * 1024;
    /** Percent-encoded names; the longest file name is 255 bytes. */
    private static final Pattern ROLE = Pattern.compile("[A-Za-z0-9_.~%-]{1,200}");

    private final Path folder;
    private final Path roots;

    private TrustFolder(Path folder) throws IOException {
        this.folder = folder;
        this.roots = Files.createDirectories(folder.resolve("roots"));
    }

    /**
     * Opens it, makes it if it is missing, and settles which root is trusted.
     *
     * @param home the home folder
     * @param vendor of the installation
     * @throws IOException if it cannot be written, or the vendor's root is no root metadata
     */
    public static TrustFolder open(Path home, VendorProfile vendor) throws IOException {
        TrustFolder trust = new TrustFolder(home.resolve("trust"));
        trust.settle(vendor.rootOfTrust());
        return trust;
    }

    private void settle(byte[] installed) throws IOException {
        long version = RootVersion.of(installed);
        boolean known = Arrays.equals(sound(ofVersion(version)).orElse(new byte[0]), installed);
        Optional<byte[]> kept = sound(file(ROOT));
        if (kept.isPresent() && known) {
            return;
        }
        if (kept.isPresent()) {
            LOG.warn(
                    "The installation has another root of trust, version {}: it is trusted instead of version {}.",
                    version,
                    RootVersion.of(kept.get()));
        }
        byte[] newest = installed;
        if (kept.isEmpty() && Files.exists(file(ROOT))) {
            newest = RootChain.from(installed, next -> sound(ofVersion(next)));
            LOG.warn("The kept root of trust is damaged: version {} is trusted.", RootVersion.of(newest));
        }
        write(ROOT, installed);
        if (newest != installed) {
            write(ROOT, newest);
        }
    }

    /** A kept root, unless it is missing or damaged. */
    private static Optional<byte[]> sound(Path root) throws IOException {
        try {
            return BoundedFile.read(root, MAX_FILE).filter(RootChain::isRoot);
        } catch (OversizedException e) {
            return Optional.empty();
        }
    }

    @Override
    public Optional<byte[]> read(String role) throws IOException {
        return BoundedFile.read(file(role), MAX_FILE);
    }

    @Override
    public void write(String role, byte[] bytes) throws IOException {
        Path file = file(role);
        if (role.equals(ROOT)) {
            DurableFiles.onDisk()
                    .write(ofVersion(RootVersion.of(bytes)), bytes); // first: a kept root is always a known one
        }
        DurableFiles.onDisk().write(file, bytes);
    }

    @Override
    public void delete(String role) throws IOException {
        DurableFiles.onDisk().delete(file(role));
    }

    @Override
    public void retain(Set<String> roles) throws IOException {
        Set<String> names = roles.stream().map(TrustFolder::delegatedName).collect(Collectors.toSet());
        try (DirectoryStream<Path> kept = Files.newDirectoryStream(folder, DELEGATED + "*")) {
            for (Path file : kept) {
                if (!names.contains(file.getFileName().toString())) {
                    Files.delete(file);
                }
            }
        }
    }

    private Path ofVersion(long version) {
        return roots.resolve(version + ".json");
    }

    /** Names that lead elsewhere are refused. */
    private Path file(String role) throws UnsafePathException {
        if (!ROLE.matcher(role).matches()) {
            throw new UnsafePathException("a role's name must have 1 to 200 plain characters", role);
        }
        return TOP.contains(role) ? folder.resolve(role + ".json") : folder.resolve(delegatedName(role));
    }

    private static String delegatedName(String role) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return DELEGATED + HexFormat.of().formatHex(digest.digest(role.getBytes(StandardCharsets.US_ASCII)))
                    + ".json";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
