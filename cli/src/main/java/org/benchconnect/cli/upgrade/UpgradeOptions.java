package org.benchconnect.cli.upgrade;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.benchconnect.cli.account.PersonUsageException;

/**
 * The options of {@code benchconnect upgrade}.
 *
 * @param from where to look, as it was typed; empty: where the settings or the vendor say
 * @param answers the file that answers in place of a person at the terminal
 * @param chosen how it waits, as the API calls it; empty if nobody said so
 * @param idle whether whoever types this says to have looked: the instrument is idle
 * @param follows whether to wait until it is carried out
 * @param rest everything else, in order
 */
public record UpgradeOptions(
        Optional<String> from,
        Optional<Path> answers,
        Optional<String> chosen,
        boolean idle,
        boolean follows,
        List<String> rest) {
    static final String IN_WINDOW = "IN_WINDOW";
    static final String AS_SOON_AS_IDLE = "AS_SOON_AS_IDLE";

    /**
     * Takes them out of what was typed.
     *
     * @throws PersonUsageException if one has no value
     */
    public static UpgradeOptions of(List<String> arguments) throws PersonUsageException {
        Optional<String> from = Optional.empty();
        Optional<Path> answers = Optional.empty();
        Optional<String> chosen = Optional.empty();
        boolean idle = false;
        boolean follows = true;
        List<String> rest = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            switch (argument) {
                case "--from" -> from = Optional.of(value(arguments, ++i, "--from FOLDER|ZIP|https://..."));
                case "--answers" -> answers = Optional.of(Path.of(value(arguments, ++i, "--answers FILE")));
                case "--window" -> chosen = Optional.of(IN_WINDOW);
                case "--as-soon-as-idle" -> chosen = Optional.of(AS_SOON_AS_IDLE);
                case "--idle" -> idle = true;
                case "--no-wait" -> follows = false;
                default -> rest.add(argument);
            }
        }
        return new UpgradeOptions(from, answers, chosen, idle, follows, List.copyOf(rest));
    }

    /** How it waits where nobody said so: for the maintenance window too. */
    String when() {
        return chosen.orElse(IN_WINDOW);
    }

    private static String value(List<String> arguments, int index, String form) throws PersonUsageException {
        if (index >= arguments.size()) {
            throw new PersonUsageException("the option is " + form);
        }
        return arguments.get(index);
    }
}
