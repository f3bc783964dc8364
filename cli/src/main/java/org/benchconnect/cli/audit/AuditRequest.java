package org.benchconnect.cli.audit;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the command line asks for.
 *
 * @param action verify, export or head
 * @param file what is verified, or where the export goes; empty: standard output
 * @param key the device's public key in PEM; empty: that of this PC's installation
 * @param head a witness
 * @param home the agent's home folder
 * @param json whether to print JSON
 * @param force whether an export replaces a file
 */
record AuditRequest(
        Action action,
        Optional<Path> file,
        Optional<Path> key,
        Optional<Path> head,
        Path home,
        boolean json,
        boolean force) {
    static final String USAGE =
            "usage: benchconnect audit verify FILE --key PEM|--key-of-this-pc [--head FILE] [--json]"
                    + " | audit export [FILE] [--force] [--home DIR] | audit head [--json] [--home DIR]; each also takes"
                    + " --lang en|it|es";

    private static final Set<String> LANGUAGES = Set.of("en", "it", "es");

    /** What is done. */
    enum Action {
        VERIFY,
        EXPORT,
        HEAD
    }

    private enum Option {
        KEY,
        HEAD,
        HOME
    }

    static AuditRequest parse(List<String> words, Path defaultHome) throws AuditUsageException {
        Action action = action(words);
        Map<Option, Path> options = new EnumMap<>(Option.class);
        @Nullable Path file = null;
        boolean json = false;
        boolean own = false;
        boolean force = false;
        for (int i = 1; i < words.size(); i++) {
            String word = words.get(i);
            Optional<Option> option = option(action, word);
            if (option.isPresent()) {
                refuseUnless(i + 1 < words.size() && !options.containsKey(option.get()));
                options.put(option.get(), Path.of(words.get(++i)));
            } else if (word.equals(
                    "--lang")) { // what is printed is the form of a file or for the technician, in English
                refuseUnless(i + 1 < words.size() && LANGUAGES.contains(words.get(++i)));
            } else if (action != Action.EXPORT && word.equals("--json")) {
                json = true;
            } else if (action == Action.EXPORT && word.equals("--force")) {
                force = true;
            } else if (action == Action.VERIFY && word.equals("--key-of-this-pc")) {
                own = true;
            } else {
                refuseUnless(file == null && action != Action.HEAD && !word.startsWith("-"));
                file = Path.of(word);
            }
        }
        refuseUnless(action != Action.VERIFY || file != null && own != options.containsKey(Option.KEY));
        return new AuditRequest(
                action,
                Optional.ofNullable(file),
                Optional.ofNullable(options.get(Option.KEY)),
                Optional.ofNullable(options.get(Option.HEAD)),
                options.getOrDefault(Option.HOME, defaultHome),
                json,
                force);
    }

    private static Optional<Option> option(Action action, String word) {
        return switch (word) {
            case "--key" -> Optional.of(Option.KEY).filter(option -> action == Action.VERIFY);
            case "--head" -> Optional.of(Option.HEAD).filter(option -> action == Action.VERIFY);
            case "--home" -> Optional.of(Option.HOME).filter(option -> action != Action.VERIFY);
            default -> Optional.empty();
        };
    }

    private static Action action(List<String> words) throws AuditUsageException {
        return switch (words.isEmpty() ? "" : words.get(0)) {
            case "verify" -> Action.VERIFY;
            case "export" -> Action.EXPORT;
            case "head" -> Action.HEAD;
            default -> throw new AuditUsageException();
        };
    }

    private static void refuseUnless(boolean right) throws AuditUsageException {
        if (!right) {
            throw new AuditUsageException();
        }
    }
}
