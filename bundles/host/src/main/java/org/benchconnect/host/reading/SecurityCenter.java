package org.benchconnect.host.reading;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What Windows' Security Center and Defender say in numbers. */
final class SecurityCenter {
    /** In {@code productState}: a program that guards now has 1 in the third digit from the right of the second byte. */
    private static final int STATE = 0xF000;

    private static final int GUARDS = 0x1000;
    /** 100-nanosecond steps between 1601, where Windows begins to count, and 1970. */
    private static final long TO_1970 = 116_444_736_000_000_000L;

    private static final long STEPS_A_MILLISECOND = 10_000;

    private SecurityCenter() {}

    /** Whether any program guards this PC; empty if none is registered, as on servers. */
    static Optional<Boolean> on(List<Integer> productStates) {
        return productStates.isEmpty()
                ? Optional.empty()
                : Optional.of(productStates.stream().anyMatch(state -> (state & STATE) == GUARDS));
    }

    /** A FILETIME of eight bytes, the least first; empty if it is none. */
    static Optional<Instant> time(byte[] fileTime) {
        if (fileTime.length != Long.BYTES) {
            return Optional.empty();
        }
        long steps = ByteBuffer.wrap(fileTime).order(ByteOrder.LITTLE_ENDIAN).getLong();
        return steps <= TO_1970
                ? Optional.empty()
                : Optional.of(Instant.ofEpochMilli((steps - TO_1970) / STEPS_A_MILLISECOND));
    }
}
