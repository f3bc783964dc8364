package org.benchconnect.cli.desk;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The words and options of one command. */
final class DeskWords {
    private static final String JSON = "--json";

    private final String form;
    private final List<String> words = new ArrayList<>();
    private final Map<String, String> options = new LinkedHashMap<>();
    private boolean json;

    private DeskWords(String form) {
        this.form = form;
    }

    /**
     * Reads them.
     *
     * @param form the command as its usage shows it
     * @param known the options, each with a value
     * @param count how many words
     */
    static DeskWords parse(List<String> given, String form, Set<String> known, int count) throws DeskUsage {
        DeskWords parsed = new DeskWords(form);
        for (int i = 0; i < given.size(); i++) {
            String word = given.get(i);
            if (word.equals(JSON)) {
                parsed.json = true;
            } else if (known.contains(word) && i + 1 < given.size()) {
                if (parsed.options.put(word, given.get(++i)) != null) {
                    throw parsed.usage(word + " is there twice");
                }
            } else if (word.startsWith("-")) {
                throw parsed.usage("no option '" + word + "' here, or it needs a value");
            } else {
                parsed.words.add(word);
            }
        }
        if (parsed.words.size() != count) {
            throw parsed.usage("there are to be " + count + " words");
        }
        return parsed;
    }

    boolean json() {
        return json;
    }

    String word(int index) {
        return words.get(index);
    }

    Path folder() {
        return Path.of(words.get(0)).toAbsolutePath().normalize();
    }

    Optional<String> option(String name) {
        return Optional.ofNullable(options.get(name));
    }

    String required(String name) throws DeskUsage {
        return option(name).orElseThrow(() -> usage(name + " is missing"));
    }

    DeskUsage usage(String what) {
        return new DeskUsage(what + "; the command is: benchconnect desk " + form);
    }
}
