package org.benchconnect.companion.desktop;

import java.awt.AWTError;
import java.awt.Desktop;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/** Opens an address in the user's browser, by the desktop's own program called by its full path, elsewhere by Java's. Only when a person asked for it. */
public final class Browser {
    private static final Path XDG_OPEN = Path.of("/usr/bin/xdg-open");

    /**
     * Opens it; may take seconds.
     *
     * @return whether a program took it
     */
    public boolean open(URI address) {
        try {
            if (Files.isExecutable(XDG_OPEN)) {
                new ProcessBuilder(XDG_OPEN.toString(), address.toString())
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .getOutputStream()
                        .close();
                return true;
            }
            Desktop.getDesktop().browse(address);
            return true;
        } catch (IOException | UnsupportedOperationException | AWTError | LinkageError e) {
            return false;
        }
    }
}
