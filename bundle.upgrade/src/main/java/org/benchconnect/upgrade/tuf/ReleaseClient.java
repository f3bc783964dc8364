package org.benchconnect.upgrade.tuf;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.NoSuchFileException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Follows a repository: the client workflow of the TUF specification 1.0.34, chapter 5, over a source of files and a store of
 * trusted metadata. It decides nothing itself: every byte goes through {@link TrustedReleases} before it is kept or used, and
 * what was kept goes through it again at every refresh.
 *
 * <p>{@link #refresh} comes first; then {@link #find}, {@link #under} and {@link #download} see the one release that was the newest
 * at that moment. Metadata kept from before that cannot be read or no longer verifies counts as absent, except the root, without
 * which there is no trust. Each piece of metadata is written as soon as it is verified, so that an interrupted refresh loses
 * nothing. For one thread and one refresh; closes nothing.
 */
public final class ReleaseClient {
    private final TrustStore store;
    private final ReleaseSource source;
    private final Limits limits;
    private final Instant now;
    private final OfflineTolerance tolerance;
    private @Nullable TargetSearch search;
    private boolean consistentSnapshot;

    /** A client without tolerance for expired metadata. */
    public ReleaseClient(TrustStore store, ReleaseSource source, Limits limits, Instant now) {
        this(store, source, limits, now, OfflineTolerance.NONE);
    }

    /**
     * A client.
     *
     * @param store has at least a root; see {@link #trust}
     * @param now the time against which all expiry is checked (5.1)
     * @param tolerance {@link OfflineTolerance#NONE} unless an administrator opened an offline window
     */
    public ReleaseClient(
            TrustStore store, ReleaseSource source, Limits limits, Instant now, OfflineTolerance tolerance) {
        this.store = store;
        this.source = source;
        this.limits = limits;
        this.now = now;
        this.tolerance = tolerance;
    }

    /**
     * Begins to trust: keeps a root that came by a trusted way, such as with the installation. Refuses one that is malformed or
     * not signed by itself; an expired one will do. What the store holds otherwise stays.
     */
    public static void trust(TrustStore store, byte[] root) throws IOException, UntrustedMetadataException {
        TrustedReleases.load(root, Instant.EPOCH);
        store.write("root", root);
    }

    /**
     * 5.1 to 5.6: verifies the newest roots, timestamp, snapshot and top-level targets metadata.
     *
     * @throws UntrustedMetadataException if the repository breaks a rule; what was verified before that stays
     * @throws IOException if a file cannot be fetched or kept
     */
    public void refresh() throws IOException, UntrustedMetadataException {
        if (search != null) {
            throw new IllegalStateException("a client refreshes once");
        }
        TrustedReleases trusted = TrustedReleases.load(trustedRoot(), now, tolerance);
        refreshRoot(trusted);
        refreshTimestamp(trusted);
        refreshSnapshot(trusted);
        store.retain(trusted.roles().stream().map(TargetPath::encoded).collect(Collectors.toSet()));
        TargetSearch ready = new TargetSearch(
                trusted, (delegation, delegator, branch) -> load(trusted, delegation, delegator, branch), limits);
        refreshTargets(trusted);
        consistentSnapshot = trusted.consistentSnapshot();
        search = ready;
    }

    /**
     * 5.6.7: what the repository says about a target, asking the roles in the order of their priority.
     *
     * @param path below the targets folder, with slashes
     * @return empty if no role that may speak for the path knows it, or if the path would lead out of the targets folder
     * @throws UntrustedMetadataException if a role asked on the way breaks a rule
     */
    public Optional<Target> find(String path) throws IOException, UntrustedMetadataException {
        return ready().find(path);
    }

    /**
     * All targets whose path begins with this text, in the order of the roles' priority: exactly those that {@link #find} finds. A
     * delegated role that breaks a rule, cannot be read, or needs more than its share loses its own targets and nobody else's; see
     * {@link #refusedRoles}.
     */
    public List<Target> under(String prefix) throws IOException, UntrustedMetadataException {
        return ready().under(prefix);
    }

    /** The delegated roles that the last {@link #under} had to leave out, and why. */
    public Map<String, Exception> refusedRoles() {
        return ready().refusedRoles();
    }

    /**
     * 5.7: fetches a target and passes its bytes on as they come, never more than its length.
     *
     * @param out gets the bytes <em>before</em> they are verified: use nothing of them unless this returns. Not closed
     * @throws UntrustedMetadataException if length or a hash does not fit
     */
    public void download(Target target, OutputStream out) throws IOException, UntrustedMetadataException {
        ready();
        new TargetFetch(source, consistentSnapshot).all(target, out);
    }

    /**
     * 5.7, and goes on where an attempt broke off, if the source can do that. Length and hashes are those of the whole file, whoever brought which part of it: if
     * they do not fit after going on, it is fetched once more from the beginning.
     *
     * @param file gets the bytes <em>before</em> they are verified: use nothing of them unless this returns
     * @throws UntrustedMetadataException if length or a hash does not fit; what is in the file then is worth nothing
     * @throws IOException if it breaks off; what is in the file then is a beginning to go on from
     */
    public void download(Target target, BegunFile file) throws IOException, UntrustedMetadataException {
        ready();
        new TargetFetch(source, consistentSnapshot).rest(target, file);
    }

    private byte[] trustedRoot() throws IOException, MissingMetadataException {
        Optional<byte[]> root = store.read("root");
        return root.orElseThrow(() -> new MissingMetadataException("The trusted root metadata", "what this PC keeps"));
    }

    /** 5.3: root after root until the repository has no newer one; each kept as soon as it is verified (5.3.8). */
    private void refreshRoot(TrustedReleases trusted) throws IOException, UntrustedMetadataException {
        for (int rotation = 0; rotation < limits.rootRotations(); rotation++) {
            byte[] bytes;
            try {
                bytes = fetch("root", trusted.rootVersion() + 1, limits.root(), false);
            } catch (NoSuchFileException e) {
                break; // 5.3.2: the present one is the newest
            }
            boolean withdrawn = trusted.updateRoot(bytes);
            if (withdrawn) { // 5.3.11: recovers from versions that a thief of the keys drove up
                store.delete("timestamp"); // before the root is kept: after a power loss this step comes again
                store.delete("snapshot");
            }
            store.write("root", bytes);
        }
        trusted.requireFreshRoot(); // 5.3.10
    }

    /** 5.4. */
    private void refreshTimestamp(TrustedReleases trusted) throws IOException, UntrustedMetadataException {
        Optional<byte[]> former = store.read("timestamp");
        if (former.isPresent()) {
            try {
                trusted.recallTimestamp(former.get());
            } catch (UntrustedMetadataException e) {
                // Kept under keys that are gone, or damaged: as if there were none.
            }
        }
        byte[] bytes = fetch("timestamp", 0, limits.timestamp(), false);
        if (trusted.updateTimestamp(bytes)) {
            store.write("timestamp", bytes); // 5.4.5
        }
    }

    /** 5.5. */
    private void refreshSnapshot(TrustedReleases trusted) throws IOException, UntrustedMetadataException {
        Optional<byte[]> former = store.read("snapshot");
        if (former.isPresent()) {
            try {
                trusted.recallSnapshot(former.get());
                trusted.updateSnapshot(former.get());
                return; // it is still the one that the timestamp names
            } catch (UntrustedMetadataException e) {
                // Another one is named now, or it is damaged: the repository has to serve it.
            }
        }
        MetaFile wanted = trusted.wantedSnapshot();
        byte[] bytes = fetch("snapshot", trusted, wanted, limits.snapshot()); // 5.5.1
        trusted.updateSnapshot(bytes);
        store.write("snapshot", bytes); // 5.5.7
    }

    /** Bytes that become verified targets metadata, or are refused. */
    private interface Check<T> {
        T verified(byte[] bytes) throws UntrustedMetadataException;
    }

    /** 5.6. */
    private void refreshTargets(TrustedReleases trusted) throws IOException, UntrustedMetadataException {
        Check<Boolean> check = bytes -> {
            trusted.updateTargets(bytes);
            return true;
        };
        if (kept("targets", check).isEmpty()) {
            MetaFile wanted = trusted.wantedTargets("targets");
            byte[] bytes = fetch("targets", trusted, wanted, limits.targets()); // 5.6.1
            check.verified(bytes);
            store.write("targets", bytes); // 5.6.6
        }
    }

    /** 5.6.7.2: a delegated role, from what is kept if that is still what the snapshot names, by the present keys. */
    private Targets load(TrustedReleases trusted, Delegation delegation, String delegator, Branch branch)
            throws IOException, UntrustedMetadataException {
        Optional<Targets> held = trusted.delegated(delegation);
        if (held.isPresent()) {
            return held.get();
        }
        MetaFile wanted = trusted.wantedTargets(delegation.role());
        int most = branch.most();
        String name = TargetPath.encoded(delegation.role());
        Check<Targets> check = bytes -> {
            branch.read(bytes.length);
            return trusted.updateDelegated(delegation, delegator, bytes);
        };
        Optional<Targets> kept = kept(name, check);
        if (kept.isPresent()) {
            return kept.get();
        }
        byte[] bytes;
        try {
            bytes = fetch(name, trusted, wanted, Math.min(most, limits.targets()));
        } catch (TooLongException e) {
            branch.read(most); // nothing is left
            throw e;
        }
        Targets fetched = check.verified(bytes);
        store.write(name, bytes);
        return fetched;
    }

    private <T> Optional<T> kept(String name, Check<T> check) throws IOException {
        Optional<byte[]> former = store.read(name);
        if (former.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(check.verified(former.get()));
        } catch (UntrustedMetadataException e) {
            return Optional.empty(); // Another one is named now, or it is damaged: the repository has to serve it.
        }
    }

    /** 7.2.1: the version is part of the name where snapshots are consistent; 0 = it is not. */
    private static long version(TrustedReleases trusted, MetaFile wanted) {
        return trusted.consistentSnapshot() ? wanted.version() : 0;
    }

    private byte[] fetch(String name, TrustedReleases trusted, MetaFile wanted, int limit)
            throws IOException, TooLongException {
        return fetch(name, version(trusted, wanted), wanted.most(limit), wanted.states(limit));
    }

    private byte[] fetch(String name, long version, long most, boolean stated) throws IOException, TooLongException {
        String fileName = (version > 0 ? version + "." : "") + name + ".json";
        try (InputStream in = source.metadata(fileName)) {
            byte[] bytes = in.readNBytes(Math.toIntExact(most + 1));
            if (bytes.length > most) {
                throw new TooLongException("The file " + fileName, most, stated);
            }
            return bytes;
        }
    }

    private TargetSearch ready() {
        if (search == null) {
            throw new IllegalStateException("refresh first");
        }
        return search;
    }
}
