package org.benchconnect.cli.account;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The options of the commands that ask a person.
 *
 * @param pinStdin whether answers are read from standard input
 * @param account who answers, by name or id; empty: that is asked
 * @param role {@code user} or {@code administrator}, for a new account
 * @param until the last day of a new account, {@code 2027-03-31}
 * @param newerVersions whether newer versions that ask for no more are allowed too
 * @param former whether a list has those too who are not on it any more
 * @param rest everything else, in order
 */
public record PersonOptions(
        boolean pinStdin,
        Optional<String> account,
        Optional<String> role,
        Optional<String> until,
        boolean newerVersions,
        boolean former,
        List<String> rest) {
    /** As the help says them. */
    public static final String FORM = "[--account NAME] [--pin-stdin] [--json] [--home DIR] [--lang en|it|es]";

    /**
     * Takes them out of what was typed.
     *
     * @throws PersonUsageException if one has no value
     */
    public static PersonOptions of(List<String> arguments) throws PersonUsageException {
        List<String> rest = new ArrayList<>();
        Map<String, String> values = new HashMap<>();
        boolean pinStdin = false;
        boolean newer = false;
        boolean former = false;
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            switch (argument) {
                case "--pin-stdin" -> pinStdin = true;
                case "--newer-versions" -> newer = true;
                case "--former" -> former = true;
                case "--account", "--role", "--until" -> {
                    i++;
                    if (i >= arguments.size()) {
                        throw new PersonUsageException("the option " + argument + " needs a value");
                    }
                    values.put(argument, arguments.get(i));
                }
                default -> rest.add(argument);
            }
        }
        return new PersonOptions(
                pinStdin,
                Optional.ofNullable(values.get("--account")),
                Optional.ofNullable(values.get("--role")),
                Optional.ofNullable(values.get("--until")),
                newer,
                former,
                List.copyOf(rest));
    }
}
