package org.benchconnect.ledger.format;

import java.io.IOException;
import java.util.Optional;
import org.benchconnect.core.ledger.Head;
import org.benchconnect.core.ledger.Verdict.Finding;
import org.jspecify.annotations.Nullable;

/**
 * A ledger read from its begin to its end or its first flaw; everything but signatures is checked.
 *
 * @param chain where it stands there; empty if not even the header is right
 * @param finding the flaw
 */
public record Scan(Optional<Chain> chain, Optional<Finding> finding) {
    /** Sees what is read. */
    public interface Watch {
        /**
         * An entry that fits.
         *
         * @param position of its frame, in bytes
         * @param before the checksum of the frame before it
         * @param after where the ledger stands with it
         */
        default void entry(Kept entry, long position, int before, Chain after) {}

        /** Whether a head, whose root is right, counts as signed. Ends the scan if not. */
        default boolean accepts(Head head) {
            return true;
        }
    }

    /** Reads it all. */
    public static Scan of(Bytes bytes, Watch watch) throws IOException {
        Chain chain;
        try {
            chain = Chain.read(bytes);
        } catch (FlawException e) {
            return new Scan(Optional.empty(), Optional.of(e.finding));
        }
        try {
            FrameReader frames = new FrameReader(bytes, chain.length(), chain.check());
            for (Frame frame = frames.next(0); frame != null; frame = frames.next(chain.entries())) {
                take(chain, frame, watch);
            }
            return new Scan(Optional.of(chain), Optional.empty());
        } catch (FlawException e) {
            return new Scan(Optional.of(chain), Optional.of(e.finding));
        }
    }

    private static void take(Chain chain, Frame frame, Watch watch) throws FlawException {
        @Nullable Kept entry = chain.take(frame, watch::accepts);
        if (entry != null) {
            watch.entry(entry, frame.position, frame.before, chain);
        }
    }
}
