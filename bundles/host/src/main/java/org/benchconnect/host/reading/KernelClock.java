package org.benchconnect.host.reading;

import com.sun.jna.Function;
import com.sun.jna.Memory;

/** What the Linux kernel knows of its clock: {@code adjtimex(2)} with no mode set, which changes nothing and needs no right. */
final class KernelClock {
    /** {@code struct timex} of 64-bit Linux has 208 bytes. */
    private static final int BYTES = 208;
    /** Where its {@code status} is: after {@code modes} (4 and 4 bytes), {@code offset, freq, maxerror, esterror}. */
    private static final int STATUS = 40;

    private static final int STA_UNSYNC = 0x40;

    private KernelClock() {}

    static boolean isSynchronised() throws UnreadableException {
        try (Memory timex = new Memory(BYTES)) {
            timex.clear();
            int answer = Function.getFunction("c", "adjtimex").invokeInt(new Object[] {timex});
            if (answer < 0) {
                throw new UnreadableException("adjtimex gave no answer");
            }
            return (timex.getInt(STATUS) & STA_UNSYNC) == 0;
        }
    }
}
