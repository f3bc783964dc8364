package org.benchconnect.host.reading;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where to look on this PC.
 *
 * @param home this agent's home folder
 * @param installation its installation folder
 * @param data a folder whose disk counts too
 * @param backups the folder of the backups
 * @param services names of services, in the order of the settings
 * @param certificates files with certificates, in the order of the settings; empty in place of one whose path is none
 */
public record Places(
        Path home,
        Path installation,
        Optional<Path> data,
        Optional<Path> backups,
        List<String> services,
        List<Optional<Path>> certificates) {
    /** More services or certificates in the settings are not looked at. */
    public static final int MAX_NAMED = 32;

    /** Copies the lists. */
    public Places {
        services = List.copyOf(services);
        certificates = List.copyOf(certificates);
    }

    /** The places that the settings name; an empty text is no place. */
    public static Places of(
            Path home, Path installation, String data, String backups, String[] services, String[] certificates) {
        return new Places(
                home,
                installation,
                path(home, data),
                path(home, backups),
                named(services).toList(),
                named(certificates).map(name -> path(home, name)).toList());
    }

    private static Stream<String> named(String[] names) {
        return Arrays.stream(names)
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .limit(MAX_NAMED);
    }

    private static Optional<Path> path(Path home, String text) {
        try {
            return text.isBlank() ? Optional.empty() : Optional.of(home.resolve(text.strip()));
        } catch (InvalidPathException none) {
            return Optional.empty();
        }
    }
}
