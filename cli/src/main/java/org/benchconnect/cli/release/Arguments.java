package org.benchconnect.cli.release;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The words and options of one command. An option that may be given several times keeps its order. */
final class Arguments {
    private static final String JSON = "--json";
    private static final String YES = "--yes";

    private final List<String> words = new ArrayList<>();
    private final Map<String, List<String>> options = new LinkedHashMap<>();
    private final String form;
    private boolean json;
    private boolean yes;

    private Arguments(String form) {
        this.form = form;
    }

    /**
     * Reads what a command takes.
     *
     * @param known the options with a value, such as {@code --key}
     * @param form the command as its usage shows it
     */
    static Arguments parse(List<String> given, Set<String> known, String form) throws ReleaseUsage {
        Arguments arguments = new Arguments(form);
        for (int i = 0; i < given.size(); i++) {
            String word = given.get(i);
            if (word.equals(JSON)) {
                arguments.json = true;
            } else if (word.equals(YES)) {
                arguments.yes = true;
            } else if (known.contains(word)) {
                if (i + 1 == given.size()) {
                    throw arguments.usage(word + " needs a value");
                }
                arguments
                        .options
                        .computeIfAbsent(word, absent -> new ArrayList<>())
                        .add(given.get(++i));
            } else if (word.startsWith("-")) {
                throw arguments.usage("no option '" + word + "' here");
            } else {
                arguments.words.add(word);
            }
        }
        return arguments;
    }

    /** Whether to print one JSON object for programs instead of text for people. */
    boolean json() {
        return json;
    }

    /** Whether the person has read what is to be signed already. */
    boolean yes() {
        return yes;
    }

    /** The words, exactly so many. */
    List<String> words(int count) throws ReleaseUsage {
        if (words.size() != count) {
            throw usage((count == 1 ? "one word is" : count + " words are") + " needed, " + given());
        }
        return List.copyOf(words);
    }

    /** The words, at least so many. */
    List<String> wordsFrom(int least) throws ReleaseUsage {
        if (words.size() < least) {
            throw usage("at least " + (least == 1 ? "one word is" : least + " words are") + " needed, " + given());
        }
        return List.copyOf(words);
    }

    private String given() {
        return switch (words.size()) {
            case 0 -> "none was given";
            case 1 -> "one was given";
            default -> words.size() + " were given";
        };
    }

    /** A file or folder by its name. */
    Path path(String name) throws ReleaseUsage {
        try {
            return Path.of(name);
        } catch (InvalidPathException no) {
            throw usage("'" + name + "' cannot be the name of a file");
        }
    }

    Optional<String> option(String name) throws ReleaseUsage {
        List<String> values = all(name);
        if (values.size() > 1) {
            throw usage(name + " is given once");
        }
        return values.stream().findFirst();
    }

    Optional<Path> file(String name) throws ReleaseUsage {
        Optional<String> value = option(name);
        return value.isPresent() ? Optional.of(path(value.get())) : Optional.empty();
    }

    String required(String name) throws ReleaseUsage {
        return option(name).orElseThrow(() -> usage(name + " is needed"));
    }

    List<String> all(String name) {
        return options.getOrDefault(name, List.of());
    }

    List<Path> files(String name) throws ReleaseUsage {
        return files(all(name));
    }

    List<Path> files(List<String> names) throws ReleaseUsage {
        List<Path> files = new ArrayList<>();
        for (String name : names) {
            files.add(path(name));
        }
        return files;
    }

    /** A whole number from 1, or what is usual. */
    int number(String name, int usual) throws ReleaseUsage {
        Optional<String> value = option(name);
        if (value.isEmpty()) {
            return usual;
        }
        if (!value.get().matches("[1-9][0-9]{0,3}")) {
            throw usage(name + " is a whole number from 1 to 9999");
        }
        return Integer.parseInt(value.get());
    }

    ReleaseUsage usage(String what) {
        return new ReleaseUsage(what + "\nusage: benchconnect release " + form);
    }
}
