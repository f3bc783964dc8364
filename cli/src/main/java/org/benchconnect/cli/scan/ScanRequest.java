package org.benchconnect.cli.scan;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What the arguments ask for.
 *
 * @param instrument an adapter's id, or {@link #AUTO}
 * @param json whether to print JSON for programs instead of text for people
 * @param files as given, in order
 */
record ScanRequest(String instrument, boolean json, List<String> files) {
    /** Each adapter is asked in turn, and the first that reads the file is it. */
    static final String AUTO = "auto";

    private static final String INSTRUMENT = "--instrument";

    /**
     * Understands the arguments. The first bare word is the instrument if it can be one and no file has this name:
     * {@code scan auto FILE...}. Everything behind {@code --} is a file. Capitals in the name of an adapter do not matter.
     *
     * @param ids of the adapters
     * @param isFile whether there is a file of this name; a folder is none
     * @throws ScanUsageException with what is wrong, and without any word of the arguments, which may be names of files
     */
    static ScanRequest parse(List<String> arguments, Set<String> ids, Predicate<String> isFile)
            throws ScanUsageException {
        Optional<String> instrument = Optional.empty();
        boolean json = false;
        List<String> files = new ArrayList<>();
        for (Iterator<String> rest = arguments.iterator(); rest.hasNext(); ) {
            String argument = rest.next();
            if (argument.equals("--")) {
                rest.forEachRemaining(files::add);
            } else if (argument.equals("--json")) {
                json = true;
            } else if (argument.equals(INSTRUMENT) || argument.startsWith(INSTRUMENT + "=")) {
                instrument = Optional.of(adapter(value(argument, rest), ids));
            } else if (argument.startsWith("-")) {
                throw new ScanUsageException("an option is not known");
            } else if (instrument.isEmpty() && files.isEmpty() && !isFile.test(argument)) {
                instrument = known(argument, ids);
                if (instrument.isEmpty()) {
                    files.add(argument);
                }
            } else {
                files.add(argument);
            }
        }
        if (files.isEmpty()) {
            throw new ScanUsageException("which files?");
        }
        return new ScanRequest(instrument.orElse(AUTO), json, List.copyOf(files));
    }

    private static String value(String argument, Iterator<String> rest) throws ScanUsageException {
        String value = argument.equals(INSTRUMENT)
                ? rest.hasNext() ? rest.next() : ""
                : argument.substring(INSTRUMENT.length() + 1);
        if (value.isEmpty()) {
            throw new ScanUsageException(INSTRUMENT + " needs the name of an adapter, or " + AUTO);
        }
        return value;
    }

    private static String adapter(String word, Set<String> ids) throws ScanUsageException {
        return known(word, ids).orElseThrow(() -> new ScanUsageException("there is no adapter of this name"));
    }

    private static Optional<String> known(String word, Set<String> ids) {
        String id = word.toLowerCase(Locale.ROOT);
        return id.equals(AUTO) || ids.contains(id) ? Optional.of(id) : Optional.empty();
    }

    static String usage(Set<String> ids) {
        return "usage: benchconnect scan [--instrument " + AUTO + "|" + String.join("|", ids) + "] [--json] FILE...";
    }
}
