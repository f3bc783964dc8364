package org.benchconnect.cli.account;

import java.io.IOException;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;

/** Who is at the terminal. */
public interface Person {
    /** The words that are a yes, in every language, whichever is on: an empty line never is. */
    Set<String> YES = Set.of("yes", "sì", "si", "sí");

    /** Waits for a line. */
    String line(String prompt) throws IOException;

    /** Waits for a PIN or a code, which is not shown while it is typed; who takes it wipes it. */
    char[] secret(String prompt) throws IOException;

    /** Waits for a yes in a whole word; anything else is a no. */
    default boolean agrees(String prompt) throws IOException {
        String typed = Normalizer.normalize(line(prompt).strip(), Normalizer.Form.NFC);
        return YES.contains(typed.toLowerCase(Locale.ROOT));
    }
}
