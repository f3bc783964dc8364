package org.benchconnect.upgrade.tuf;

/**
 * Timestamp metadata: which snapshot is the newest (specification 4.6).
 *
 * @param snapshot the version of the snapshot file, and perhaps its length and hashes
 */
record Timestamp(Header header, MetaFile snapshot) {
    static Timestamp read(Envelope file) throws UntrustedMetadataException {
        Header header = Header.read(file.signed(), "timestamp");
        return new Timestamp(header, MetaFile.read(file.signed().object("meta").object("snapshot.json")));
    }
}
