package org.benchconnect.cli.scan;

import java.util.ArrayList;
import java.util.List;
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

    /**
     * Understands the arguments. The first bare word is the instrument if it can be one and no file has this name:
     * {@code scan auto FILE...}. Everything behind {@code --} is a file.
     *
     * @param ids of the adapters
     * @param exists whether there is a file of this name
     * @throws ScanUsageException with what is wrong, and without any word of the arguments, which may be names of files
     */
    static ScanRequest parse(List<String> arguments, Set<String> ids, Predicate<String> exists)
            throws ScanUsageException {
        String instrument = "";
        boolean json = false;
        boolean filesOnly = false;
        List<String> files = new ArrayList<>();
        for (int index = 0; index < arguments.size(); index++) {
            String argument = arguments.get(index);
            if (filesOnly || !argument.startsWith("-")) {
                boolean isInstrument = !filesOnly
                        && instrument.isEmpty()
                        && files.isEmpty()
                        && canBe(argument, ids)
                        && !exists.test(argument);
                if (isInstrument) {
                    instrument = argument;
                } else {
                    files.add(argument);
                }
            } else if (argument.equals("--")) {
                filesOnly = true;
            } else if (argument.equals("--json")) {
                json = true;
            } else if (argument.equals("--instrument") && index + 1 < arguments.size()) {
                instrument = arguments.get(++index);
                if (!canBe(instrument, ids)) {
                    throw new ScanUsageException("there is no adapter of this name");
                }
            } else {
                throw new ScanUsageException("an option is not known or has no value");
            }
        }
        if (files.isEmpty()) {
            throw new ScanUsageException("which files?");
        }
        return new ScanRequest(instrument.isEmpty() ? AUTO : instrument, json, List.copyOf(files));
    }

    private static boolean canBe(String word, Set<String> ids) {
        return word.equals(AUTO) || ids.contains(word);
    }

    static String usage(Set<String> ids) {
        return "usage: benchconnect scan [--instrument " + AUTO + "|" + String.join("|", ids) + "] [--json] FILE...";
    }
}
