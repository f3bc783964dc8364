package org.benchconnect.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What the commands that talk to an agent take.
 *
 * @param home the agent's home folder
 * @param json whether to print JSON for programs instead of text for people
 * @param language {@code en}, {@code it}, {@code es}, or what the environment of the command says
 * @param words everything else, in order
 */
record Options(Path home, boolean json, String language, List<String> words) {
    private static final List<String> LANGUAGES = List.of("en", "it", "es");

    static Options parse(List<String> arguments, Path defaultHome) throws UsageException {
        Path home = defaultHome;
        boolean json = false;
        String language = System.getProperty("org.benchconnect.language", "en");
        List<String> words = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            switch (argument) {
                case "--json" -> json = true;
                case "--home" -> home = Path.of(value(arguments, ++i, "--home DIR"));
                case "--lang" -> language = asked(value(arguments, ++i, "--lang en|it|es"));
                default -> {
                    if (argument.startsWith("-")) {
                        throw new UsageException(
                                "no option '" + argument + "'; there are --home DIR, --json, --lang en|it|es");
                    }
                    words.add(argument);
                }
            }
        }
        return new Options(home, json, known(language), List.copyOf(words));
    }

    private static String known(String language) {
        String tag = language.length() >= 2 ? language.substring(0, 2) : "en";
        return LANGUAGES.contains(tag) ? tag : "en";
    }

    private static String asked(String language) throws UsageException {
        if (!LANGUAGES.contains(language)) {
            throw new UsageException("there are the languages en, it, es");
        }
        return language;
    }

    private static String value(List<String> arguments, int index, String form) throws UsageException {
        if (index >= arguments.size()) {
            throw new UsageException("the option is " + form);
        }
        return arguments.get(index);
    }
}
