package org.benchconnect.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.logging.FileHandler;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The agent's log: five files of 2 MB in {@code log/}, and standard error. It never leaves the PC by itself. */
final class LogFiles {
    private static final int BYTES = 2_000_000;
    private static final int FILES = 5;

    private static @Nullable FileHandler open;

    private LogFiles() {}

    static synchronized void open(Path folder) throws IOException {
        try (InputStream configuration = LogFiles.class.getResourceAsStream("logging.properties")) {
            LogManager.getLogManager().readConfiguration(configuration);
        }
        open = new FileHandler(folder.resolve("agent.%g.log").toString(), BYTES, FILES, true);
        Logger.getLogger("").addHandler(open);
    }

    static synchronized void close() {
        if (open != null) {
            open.close();
            open = null;
        }
    }
}
