package org.benchconnect.upgrade.tuf;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The verified state of a repository at one moment: the client workflow of the TUF specification 1.0.34, chapter 5, without
 * network and without disk. Bytes go in, in the order root, timestamp, snapshot, targets, delegated targets; each either becomes
 * part of the state or is refused with one exception type for each broken rule, and then the state is as before. Methods called
 * out of order throw {@link IllegalStateException}.
 *
 * <p>Guaranteed of everything it holds: signed by enough different keys of those that the role above it lists now, of the very
 * version, length and hashes that the metadata above it states, never older than what was recalled, and not expired at the fixed
 * time; this also holds for metadata kept from before. Not guaranteed: that the time is right; whoever can turn this PC's clock
 * back can show it an old state.
 *
 * <p>For one thread.
 */
public final class TrustedReleases {
    private final Instant now;
    private final OfflineTolerance tolerance;
    private final Map<Identity, Targets> delegated = new HashMap<>();
    private @Nullable Targets targets;
    private Root root;
    private @Nullable Timestamp timestamp;
    private boolean timestampIsCurrent;
    private @Nullable Snapshot snapshot;
    private boolean snapshotIsCurrent;

    /** Whose metadata, by whose keys: two roles that delegate to one of the same name may mean different people. */
    private record Identity(String role, Signers signers) {}

    private TrustedReleases(Root root, Instant now, OfflineTolerance tolerance) {
        this.root = root;
        this.now = now;
        this.tolerance = tolerance;
    }

    /** Like {@link #load(byte[], Instant, OfflineTolerance)}, without tolerance. */
    public static TrustedReleases load(byte[] trustedRoot, Instant now) throws UntrustedMetadataException {
        return load(trustedRoot, now, OfflineTolerance.NONE);
    }

    /**
     * 5.1 and 5.2: begins with a root that is trusted because of where it comes from. It has to be signed by itself, and may be
     * expired as long as newer roots follow.
     *
     * @param now the time against which all expiry is checked, fixed for the life of this object (5.1)
     * @param tolerance {@link OfflineTolerance#NONE} unless an administrator opened an offline window
     */
    public static TrustedReleases load(byte[] trustedRoot, Instant now, OfflineTolerance tolerance)
            throws UntrustedMetadataException {
        Envelope file = Envelope.read("root", trustedRoot);
        Root root = Root.read(file);
        root.signers("root").require(file, "its own list of root keys");
        return new TrustedReleases(root, now, tolerance);
    }

    /** The version of the newest trusted root. */
    public long rootVersion() {
        return root.header().version();
    }

    /** 7.: whether the names of the repository's files carry versions and hashes. */
    public boolean consistentSnapshot() {
        return root.consistentSnapshot();
    }

    /**
     * 5.3.3 to 5.3.7: the next root, signed by enough keys of the present root and by enough of its own, with exactly the next
     * version. It may be expired: only the last of the chain must not be.
     *
     * @return whether a key for timestamp or snapshot was withdrawn, so that trusted timestamp and snapshot metadata has to be
     *     forgotten (5.3.11); a key that was only added takes nothing back
     */
    public boolean updateRoot(byte[] bytes) throws UntrustedMetadataException {
        requireStage(timestamp == null, "a root after the timestamp");
        Envelope file = Envelope.read("root", bytes);
        Root next = Root.read(file);
        root.signers("root").require(file, "the trusted root"); // 5.3.4
        next.signers("root").require(file, "the new root itself"); // 5.3.4
        if (next.header().version() != root.header().version() + 1) { // 5.3.5
            throw new WrongVersionException(
                    "root", root.header().version() + 1, next.header().version());
        }
        boolean withdrawn = next.withdraws(root);
        root = next; // 5.3.6, 5.3.7: an expired root in between is fine
        return withdrawn;
    }

    /** 5.3.10: ends the chain of roots; the last one must not be expired. No tolerance applies. */
    public void requireFreshRoot() throws ExpiredMetadataException {
        if (!root.header().expires().isAfter(now)) {
            throw new ExpiredMetadataException("root", root.header().expires(), now);
        }
    }

    /**
     * Gives the timestamp that was trusted last time, so that nothing older is taken. It may be expired, but if its signatures do
     * not hold by the present root it is refused, and counts as if there had been none.
     */
    public void recallTimestamp(byte[] bytes) throws UntrustedMetadataException {
        requireStage(timestamp == null, "a timestamp recalled after another");
        timestamp = verifiedTimestamp(bytes);
    }

    /**
     * 5.4: the timestamp that the repository serves now.
     *
     * @return whether it is newer than the one recalled, and has to be kept; one of the same version is dropped, whatever it
     *     says, and the recalled one stands as long as it is not expired
     */
    public boolean updateTimestamp(byte[] bytes) throws UntrustedMetadataException {
        requireStage(!timestampIsCurrent && snapshot == null, "a second timestamp");
        requireFreshRoot();
        Timestamp offered = verifiedTimestamp(bytes); // 5.4.2
        Timestamp former = timestamp;
        boolean newer = former == null || requireNotOlder(offered, former); // 5.4.3
        Timestamp current = newer || former == null ? offered : former;
        requireFresh("timestamp", current.header()); // 5.4.4, for a recalled one too
        timestamp = current;
        timestampIsCurrent = true;
        return newer;
    }

    private Timestamp verifiedTimestamp(byte[] bytes) throws UntrustedMetadataException {
        Envelope file = Envelope.read("timestamp", bytes);
        Timestamp read = Timestamp.read(file);
        root.signers("timestamp").require(file, "the root");
        return read;
    }

    /** 5.4.3: neither the timestamp nor the snapshot that it names may go back. Says whether it is newer. */
    private static boolean requireNotOlder(Timestamp offered, Timestamp former) throws RolledBackException {
        long version = offered.header().version();
        long formerVersion = former.header().version();
        if (version < formerVersion) {
            throw new RolledBackException("timestamp", formerVersion, version);
        }
        if (version > formerVersion
                && offered.snapshot().version() < former.snapshot().version()) {
            throw new RolledBackException(
                    "snapshot", former.snapshot().version(), offered.snapshot().version());
        }
        return version > formerVersion;
    }

    /** What the timestamp says about the snapshot file. */
    MetaFile wantedSnapshot() {
        return currentTimestamp().snapshot();
    }

    /**
     * Gives the snapshot that was trusted last time, so that nothing older is taken. It may be expired and another one than the
     * timestamp names, but if its signatures do not hold by the present root it is refused, and counts as if there had been none.
     */
    public void recallSnapshot(byte[] bytes) throws UntrustedMetadataException {
        requireStage(
                timestampIsCurrent && snapshot == null, "a snapshot recalled before the timestamp or after another");
        snapshot = verifiedSnapshot(bytes);
    }

    /** 5.5: the snapshot that the timestamp names. */
    public void updateSnapshot(byte[] bytes) throws UntrustedMetadataException {
        requireStage(timestampIsCurrent && !snapshotIsCurrent, "a snapshot before the timestamp or after another");
        MetaFile wanted = wantedSnapshot();
        wanted.requireBytes("The snapshot metadata", bytes); // 5.5.2
        Snapshot offered = verifiedSnapshot(bytes); // 5.5.3
        wanted.requireVersion("snapshot", offered.header().version()); // 5.5.4
        if (snapshot != null) { // 5.5.5
            requireNotOlder(offered, snapshot);
        }
        requireFresh("snapshot", offered.header()); // 5.5.6
        snapshot = offered;
        snapshotIsCurrent = true;
    }

    private Snapshot verifiedSnapshot(byte[] bytes) throws UntrustedMetadataException {
        Envelope file = Envelope.read("snapshot", bytes);
        root.signers("snapshot").require(file, "the root");
        return Snapshot.read(file);
    }

    /** 5.5.5, and beyond it the snapshot's own version, for the case that the timestamp kept from before was lost. */
    private static void requireNotOlder(Snapshot offered, Snapshot former) throws UntrustedMetadataException {
        long version = offered.header().version();
        if (version < former.header().version()) {
            throw new RolledBackException("snapshot", former.header().version(), version);
        }
        offered.requireNothingOlder(former);
    }

    /** 5.6: the top-level targets metadata that the snapshot names. */
    public void updateTargets(byte[] bytes) throws UntrustedMetadataException {
        targets = verifiedTargets("targets", "the root", root.signers("targets"), bytes);
    }

    /**
     * 5.6.7: the metadata of a delegated role that the snapshot names, by the keys that this delegation lists for it. Where two
     * delegations list different keys, it has to be given once for each, and what it says counts only for that one.
     *
     * @param delegation out of verified metadata
     * @param delegator whose delegation it is, for the message
     */
    Targets updateDelegated(Delegation delegation, String delegator, byte[] bytes) throws UntrustedMetadataException {
        requireStage(targets != null, "a delegated role before the targets role");
        Targets verified = verifiedTargets(delegation.role(), "the role " + delegator, delegation.signers(), bytes);
        delegated.put(new Identity(delegation.role(), delegation.signers()), verified);
        return verified;
    }

    private Targets verifiedTargets(String role, String authority, Signers signers, byte[] bytes)
            throws UntrustedMetadataException {
        MetaFile wanted = wantedTargets(role);
        wanted.requireBytes("The " + role + " metadata", bytes); // 5.6.2
        Envelope file = Envelope.read(role, bytes);
        signers.require(file, authority); // 5.6.3, and before anything is made of it
        Targets read = Targets.read(file);
        wanted.requireVersion(role, read.header().version()); // 5.6.4
        requireFresh(role, read.header()); // 5.6.5
        return read;
    }

    /** What the snapshot says about a role's file. */
    MetaFile wantedTargets(String role) throws MissingMetadataException {
        requireStage(snapshotIsCurrent, "targets before the snapshot");
        return Objects.requireNonNull(snapshot).file(role);
    }

    /** The roles that have metadata in this release, the targets role among them. */
    Set<String> roles() {
        requireStage(snapshotIsCurrent, "roles before the snapshot");
        return Objects.requireNonNull(snapshot).roles();
    }

    /** Equal for two delegations exactly if they let the same keys speak for a role of the same name. */
    static Object identity(Delegation delegation) {
        return new Identity(delegation.role(), delegation.signers());
    }

    /** What a delegated role says, if it is already verified by the keys of this delegation. */
    Optional<Targets> delegated(Delegation delegation) {
        return Optional.ofNullable(delegated.get(new Identity(delegation.role(), delegation.signers())));
    }

    /** Verified top-level targets metadata. */
    Targets targets() {
        requireStage(targets != null, "delegated targets before the targets role");
        return Objects.requireNonNull(targets);
    }

    private Timestamp currentTimestamp() {
        requireStage(timestampIsCurrent, "the snapshot before the timestamp");
        return Objects.requireNonNull(timestamp);
    }

    private void requireFresh(String role, Header header) throws ExpiredMetadataException {
        Instant expires = header.expires();
        if (!expires.isAfter(now) && !tolerance.covers(role, expires, now)) {
            throw new ExpiredMetadataException(role, expires, now);
        }
    }

    private static void requireStage(boolean inOrder, String what) {
        if (!inOrder) {
            throw new IllegalStateException(what);
        }
    }
}
