package org.benchconnect.companion;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/**
 * What was asked for on the command line.
 *
 * @param home of the agent
 * @param language of the texts: en, it or es, or as the session's environment names it
 */
record Options(Path home, String language) {
    /**
     * Reads the arguments; empty: they are not as the usage says.
     *
     * @param properties {@code org.benchconnect.default-home} and {@code org.benchconnect.language}, which the start script sets
     */
    static Optional<Options> of(String[] arguments, Properties properties) {
        String home = properties.getProperty("org.benchconnect.default-home", "");
        String language = properties.getProperty(
                "org.benchconnect.language", properties.getProperty("user.language", Texts.LANGUAGES.get(0)));
        for (int i = 0; i < arguments.length; i += 2) {
            if (i + 1 == arguments.length) {
                return Optional.empty();
            }
            String value = arguments[i + 1];
            switch (arguments[i]) {
                case "--home" -> home = value;
                case "--lang" -> {
                    if (!Texts.LANGUAGES.contains(value)) {
                        return Optional.empty();
                    }
                    language = value;
                }
                default -> {
                    return Optional.empty();
                }
            }
        }
        try {
            return home.isEmpty() ? Optional.empty() : Optional.of(new Options(Path.of(home), language));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }
}
