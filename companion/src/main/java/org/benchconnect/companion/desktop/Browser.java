package org.benchconnect.companion.desktop;

import java.awt.AWTError;
import java.awt.Desktop;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Opens an address in the user's browser, by the desktop's own program called by its full path, elsewhere by Java's. Only when a person asked for it. The address is on
 * no command line: see {@link RedirectPages}.
 */
public final class Browser {
    private static final Path XDG_OPEN = Path.of("/usr/bin/xdg-open");
    private final RedirectPages pages;

    /** A browser that is led on by these pages. */
    public Browser(RedirectPages pages) {
        this.pages = pages;
    }

    /**
     * Opens it; may take seconds.
     *
     * @return whether a program took it
     */
    public boolean open(URI address) {
        try {
            Path page = pages.to(address);
            if (Files.isExecutable(XDG_OPEN)) {
                new ProcessBuilder(XDG_OPEN.toString(), page.toString())
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .getOutputStream()
                        .close();
                return true;
            }
            Desktop.getDesktop().browse(page.toUri());
            return true;
        } catch (IOException | UnsupportedOperationException | AWTError | LinkageError e) {
            return false;
        }
    }
}
