package org.benchconnect.cli.identity;

import java.io.Console;
import java.io.IOException;

/** Who is asked before something is pinned. */
interface Person {
    /**
     * Waits for a yes; anything else is a no.
     *
     * @throws IOException if there is nobody to ask
     */
    boolean agrees(String question) throws IOException;

    /** At the terminal of this process. */
    static boolean atTheTerminal(String question) throws IOException {
        Console console = System.console();
        if (console == null) {
            throw new IOException(
                    "there is no terminal to ask whether this is the right device; compare the fingerprint, then say --yes");
        }
        String typed = console.readLine("%s ", question);
        return typed != null && typed.strip().equals("yes");
    }
}
