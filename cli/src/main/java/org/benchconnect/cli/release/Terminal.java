package org.benchconnect.cli.release;

import java.io.Console;
import java.util.Arrays;
import org.benchconnect.crypto.secret.Secret;
import org.jspecify.annotations.Nullable;

/** The person at the command line: asked for a password, and whether to go on. */
interface Terminal {
    /** Waits for a password, which is not shown while it is typed. */
    Secret password(String what) throws ReleaseRefusal;

    /** Waits for a yes; anything else is a no. */
    boolean agrees(String question) throws ReleaseRefusal;

    /** The terminal of this process; every question is refused where there is none. */
    static Terminal ofThisProcess() {
        return new Terminal() {
            @Override
            public Secret password(String what) throws ReleaseRefusal {
                char @Nullable [] typed =
                        console("for " + what + "; name a password-file").readPassword("%s: ", what);
                if (typed == null) {
                    throw new ReleaseRefusal("no " + what + " was typed");
                }
                try {
                    return Secret.ofChars(typed);
                } finally {
                    Arrays.fill(typed, '\0');
                }
            }

            @Override
            public boolean agrees(String question) throws ReleaseRefusal {
                String typed = console("'" + question + "'; with --yes you say that you have read it")
                        .readLine("%s ", question);
                return typed != null && typed.strip().equals("yes");
            }

            private Console console(String purpose) throws ReleaseRefusal {
                Console console = System.console();
                if (console == null) {
                    throw new ReleaseRefusal("there is no terminal to ask " + purpose);
                }
                return console;
            }
        };
    }
}
