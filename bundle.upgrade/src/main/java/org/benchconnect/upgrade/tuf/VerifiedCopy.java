package org.benchconnect.upgrade.tuf;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.util.Map;

/** Copies a target's bytes while hashing them; memory stays at one buffer whatever the length. */
final class VerifiedCopy {
    private static final int BUFFER = 64 * 1024;

    private VerifiedCopy() {}

    /** 5.7.2: passes on at most the target's length, and refuses another length or hash. */
    static void copy(Target target, InputStream in, OutputStream out) throws IOException, UntrustedMetadataException {
        Map<String, MessageDigest> digests = Hashes.start(target.hashes());
        copy(target, 0, digests, in, out);
    }

    /** The same after bytes that are there: they count as if they came from the source, and are verified with the rest. */
    static void goOn(Target target, InputStream beginning, InputStream in, OutputStream out)
            throws IOException, UntrustedMetadataException {
        Map<String, MessageDigest> digests = Hashes.start(target.hashes());
        byte[] buffer = new byte[BUFFER];
        long there = 0;
        for (int read = beginning.read(buffer); read > 0; read = beginning.read(buffer)) {
            int count = read;
            digests.values().forEach(digest -> digest.update(buffer, 0, count));
            there += read;
        }
        copy(target, there, digests, in, out);
    }

    private static void copy(
            Target target, long there, Map<String, MessageDigest> digests, InputStream in, OutputStream out)
            throws IOException, UntrustedMetadataException {
        byte[] buffer = new byte[BUFFER];
        long left = target.length() - there;
        while (left > 0) {
            int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
            if (read < 0) {
                throw new WrongLengthException(what(target), target.length(), target.length() - left);
            }
            digests.values().forEach(digest -> digest.update(buffer, 0, read));
            out.write(buffer, 0, read);
            left -= read;
        }
        if (left < 0 || in.read() >= 0) {
            throw new TooLongException(what(target), target.length(), true);
        }
        Hashes.require(what(target), target.hashes(), digests);
    }

    private static String what(Target target) {
        return "The file " + Fields.shown(target.path());
    }
}
