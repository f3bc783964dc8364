package org.benchconnect.upgrade.tuf;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The hashes that metadata gives for a file (specification 4.4, 4.5). At least one must be of an algorithm that this client
 * knows; each of those must fit.
 */
final class Hashes {
    /** Their names in metadata, how the JDK calls them, and how many bytes they have. */
    private enum Algorithm {
        SHA256("sha256", "SHA-256", 32),
        SHA512("sha512", "SHA-512", 64);

        private final String name;
        private final String jdkName;
        private final int bytes;

        Algorithm(String name, String jdkName, int bytes) {
            this.name = name;
            this.jdkName = jdkName;
            this.bytes = bytes;
        }

        private static Algorithm named(String name) {
            return name.equals(SHA256.name) ? SHA256 : SHA512;
        }

        private MessageDigest start() {
            try {
                return MessageDigest.getInstance(jdkName);
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Java has " + jdkName, e);
            }
        }
    }

    private Hashes() {}

    /** Lower-case hex by algorithm, of the algorithms known here, in the order of the metadata. */
    static Map<String, String> read(Fields hashes) throws MalformedMetadataException {
        Map<String, String> known = new LinkedHashMap<>();
        for (String name : hashes.names()) {
            for (Algorithm algorithm : Algorithm.values()) {
                if (algorithm.name.equals(name)) {
                    known.put(name, digest(hashes, name, algorithm.bytes));
                }
            }
        }
        if (known.isEmpty()) {
            throw hashes.malformed("a file has neither a sha256 nor a sha512");
        }
        return Collections.unmodifiableMap(known);
    }

    private static String digest(Fields hashes, String name, int bytes) throws MalformedMetadataException {
        String hex = hashes.text(name);
        if (!hex.matches("[0-9a-f]{" + 2 * bytes + "}")) {
            throw hashes.malformed("a " + name + " is not " + 2 * bytes + " lower-case hexadecimal digits");
        }
        return hex;
    }

    /** Starts to hash a file for each of these algorithms. */
    static Map<String, MessageDigest> start(Map<String, String> hashes) {
        Map<String, MessageDigest> digests = new LinkedHashMap<>();
        hashes.keySet().forEach(name -> digests.put(name, Algorithm.named(name).start()));
        return digests;
    }

    /** Refuses the file unless every hash fits. */
    static void require(String what, Map<String, String> expected, Map<String, MessageDigest> digests)
            throws WrongHashException {
        for (Map.Entry<String, MessageDigest> digest : digests.entrySet()) {
            String found = HexFormat.of().formatHex(digest.getValue().digest());
            String wanted = expected.getOrDefault(digest.getKey(), "");
            if (!found.equals(wanted)) {
                throw new WrongHashException(what, digest.getKey(), wanted, found);
            }
        }
    }
}
