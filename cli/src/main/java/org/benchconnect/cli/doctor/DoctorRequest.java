package org.benchconnect.cli.doctor;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import org.benchconnect.core.text.Language;
import org.jspecify.annotations.Nullable;

/**
 * What stands behind {@code doctor}.
 *
 * @param home the agent's home folder
 * @param json whether to print JSON
 * @param language of the words
 * @param bundle where a diagnostics bundle goes, or null for none
 */
record DoctorRequest(Path home, boolean json, Language language, @Nullable Path bundle) {
    private static final String USAGE =
            "usage: benchconnect doctor [--bundle FILE] [--json] [--home DIR] [--lang en|it|es]";

    static DoctorRequest parse(List<String> words, Path defaultHome, String spoken) throws DoctorUsageException {
        Path home = defaultHome;
        boolean json = false;
        Language language = Language.accepted(spoken.replace('_', '-'));
        Path bundle = null;
        Iterator<String> rest = words.iterator();
        while (rest.hasNext()) {
            switch (rest.next()) {
                case "--json" -> json = true;
                case "--home" -> home = path(rest);
                case "--lang" -> language = language(rest);
                case "--bundle" -> bundle = path(rest);
                default -> throw new DoctorUsageException(USAGE);
            }
        }
        return new DoctorRequest(home, json, language, bundle);
    }

    private static Path path(Iterator<String> rest) throws DoctorUsageException {
        try {
            return Path.of(value(rest));
        } catch (InvalidPathException e) {
            throw new DoctorUsageException(USAGE);
        }
    }

    private static Language language(Iterator<String> rest) throws DoctorUsageException {
        String word = value(rest);
        for (Language each : Language.values()) {
            if (each.name().toLowerCase(Locale.ROOT).equals(word)) {
                return each;
            }
        }
        throw new DoctorUsageException("there are the languages en, it, es");
    }

    private static String value(Iterator<String> rest) throws DoctorUsageException {
        if (rest.hasNext()) {
            return rest.next();
        }
        throw new DoctorUsageException(USAGE);
    }
}
