package org.benchconnect.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** On what was measured. */
final class Machine {
    private Machine() {}

    static String describe(Path folder) throws IOException {
        return String.format(
                Locale.ROOT,
                "%n%s %s, %d processors, Java %s, file system %s%n",
                System.getProperty("os.name"),
                System.getProperty("os.arch"),
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("java.vm.version"),
                Files.getFileStore(folder).type());
    }
}
