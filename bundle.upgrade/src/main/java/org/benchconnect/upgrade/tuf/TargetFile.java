package org.benchconnect.upgrade.tuf;

import java.util.Map;

/**
 * What targets metadata says about one file (specification 4.5).
 *
 * @param length bytes, not negative
 * @param hashes lower-case hex digests by algorithm, in the order of the metadata; at least one that this client knows
 */
record TargetFile(long length, Map<String, String> hashes) {}
