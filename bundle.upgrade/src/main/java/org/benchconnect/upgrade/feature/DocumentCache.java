package org.benchconnect.upgrade.feature;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.benchconnect.upgrade.tuf.Target;

/**
 * The bytes of feature documents that were fetched and whose hashes fitted, by length and all hashes of their metadata: a look each hour need not fetch them all
 * again. At most {@value #MOST_BYTES} bytes, the least used go. It vouches for nothing: which document counts is what the metadata of each look says. Safe for any thread.
 */
final class DocumentCache {
    /** 4 MiB. */
    static final int MOST_BYTES = 4 << 20;

    private final Map<Content, byte[]> kept = new LinkedHashMap<>(16, 0.75f, true);
    private long bytes;

    /** What says exactly which bytes. */
    private record Content(long length, Map<String, String> hashes) {
        static Content of(Target target) {
            return new Content(target.length(), Map.copyOf(target.hashes()));
        }
    }

    /** The bytes of this target, if they are here. */
    synchronized Optional<byte[]> get(Target target) {
        return Optional.ofNullable(kept.get(Content.of(target))).map(byte[]::clone);
    }

    /** Keeps bytes that were verified against this target. */
    synchronized void keep(Target target, byte[] verified) {
        byte[] before = kept.put(Content.of(target), verified.clone());
        bytes += verified.length - (before == null ? 0 : before.length);
        while (bytes > MOST_BYTES) {
            byte[] oldest = kept.remove(kept.keySet().iterator().next());
            bytes -= oldest == null ? 0 : oldest.length;
        }
    }
}
