package org.benchconnect.upgrade.tuf;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** Names that a repository chooses and that become part of addresses and file names here. */
final class TargetPath {
    private static final int LONGEST = 1024;
    private static final String UNRESERVED = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";

    private TargetPath() {}

    /** Whether a target of this path can be fetched: relative, with slashes, staying below the targets folder. */
    static boolean isSafe(String path) {
        return path.length() <= LONGEST
                && path.chars().noneMatch(c -> c == '\\' || Character.isISOControl(c))
                && Arrays.stream(path.split("/", -1))
                        .noneMatch(segment -> segment.isEmpty() || segment.equals(".") || segment.equals(".."));
    }

    /** 5.7.3: the file's name in a repository with consistent snapshots, {@code dir/HASH.name}. */
    static String withHash(String path, String hash) {
        int name = path.lastIndexOf('/') + 1;
        return path.substring(0, name) + hash + "." + path.substring(name);
    }

    /** 4.5: what the hash prefixes of delegations are compared with. */
    static String hash(String path) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(path.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** A role's name as one segment of an address or as a file name: all but letters, digits and {@code -._~} percent-encoded. */
    static String encoded(String role) {
        StringBuilder encoded = new StringBuilder();
        for (byte b : role.getBytes(StandardCharsets.UTF_8)) {
            if (UNRESERVED.indexOf(b) >= 0) {
                encoded.append((char) b);
            } else {
                HexFormat.of().withUpperCase().toHexDigits(encoded.append('%'), b);
            }
        }
        return encoded.toString();
    }
}
