package org.benchconnect.tests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whether an interrupt from the keyboard reaches the programs that tests start: a shell's background job hands on that it is ignored, and nothing can undo that. */
public final class Interrupts {
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final long SIGINT = 1L << 1; // signal 2, proc(5) SigIgn

    private Interrupts() {}

    /** Whether they are ignored. */
    public static boolean ignored() throws IOException {
        return Files.readAllLines(STATUS).stream()
                .filter(line -> line.startsWith("SigIgn:"))
                .anyMatch(line -> (Long.parseUnsignedLong(line.substring(7).strip(), 16) & SIGINT) != 0);
    }
}
