package org.benchconnect.upgrade.tuf;

import java.security.MessageDigest;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What timestamp or snapshot metadata says about another metadata file (specification 4.4).
 *
 * @param version the version it must have
 * @param length bytes, if stated
 * @param hashes lower-case hex by algorithm; empty if not stated
 */
record MetaFile(long version, OptionalLong length, Map<String, String> hashes) {
    static MetaFile read(Fields file) throws MalformedMetadataException {
        Optional<Fields> hashes = file.optionalObject("hashes");
        return new MetaFile(
                file.whole("version", 1),
                file.optionalWhole("length", 1),
                hashes.isPresent() ? Hashes.read(hashes.get()) : Map.of());
    }

    /** How many bytes may be read for it: what is stated, and never more than the client's own limit. */
    long most(int limit) {
        return Math.min(length.orElse(limit), limit);
    }

    /** Whether {@link #most} is what is stated, and not the client's own limit. */
    boolean states(int limit) {
        return length.isPresent() && length.getAsLong() <= limit;
    }

    /** 5.5.2, 5.6.2: refuses a file of another length or with another hash than stated. */
    void requireBytes(String what, byte[] bytes) throws UntrustedMetadataException {
        if (length.isPresent() && length.getAsLong() != bytes.length) {
            throw new WrongLengthException(what, length.getAsLong(), bytes.length);
        }
        Map<String, MessageDigest> digests = Hashes.start(hashes);
        digests.values().forEach(digest -> digest.update(bytes));
        Hashes.require(what, hashes, digests);
    }

    /** 5.5.4, 5.6.4: refuses a file of another version, and so mixed releases. */
    void requireVersion(String role, long found) throws WrongVersionException {
        if (found != version) {
            throw new WrongVersionException(role, version, found);
        }
    }
}
