package org.benchconnect.upgrade.tuf;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import java.util.Objects;

/**
 * A file that the repository's trusted targets metadata describes. To hold one is the proof that the description is
 * verified; the file itself is verified by {@link ReleaseClient#download}.
 */
public final class Target {
    private final String path;
    private final long length;
    private final Map<String, String> hashes;
    private final String role;

    Target(String path, TargetFile file, String role) {
        this.path = path;
        this.length = file.length();
        this.hashes = file.hashes();
        this.role = role;
    }

    /** Its path below the targets folder, with slashes, without hash. */
    public String path() {
        return path;
    }

    /** Bytes. */
    public long length() {
        return length;
    }

    /** Lower-case hex digests by algorithm, {@code sha256} or {@code sha512} or both, in the order of the metadata; never empty. */
    public Map<String, String> hashes() {
        return hashes;
    }

    /** The role that vouches for it: {@code targets}, or the name of a delegated role. */
    public String role() {
        return role;
    }

    /**
     * Reads a copy that is already here to its end and refuses it unless it is this target, byte for byte.
     *
     * @param in not closed
     */
    public void verify(InputStream in) throws IOException, UntrustedMetadataException {
        VerifiedCopy.copy(this, in, OutputStream.nullOutputStream());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Target that
                && path.equals(that.path)
                && length == that.length
                && hashes.equals(that.hashes)
                && role.equals(that.role);
    }

    @Override
    public int hashCode() {
        return Objects.hash(path, length, hashes, role);
    }

    @Override
    public String toString() {
        return path + " (" + length + " bytes, by " + role + ")";
    }
}
