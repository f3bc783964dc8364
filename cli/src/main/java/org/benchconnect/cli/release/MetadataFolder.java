package org.benchconnect.cli.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A folder of metadata files under the names that consistent snapshots ask for: {@code 3.targets.json} (specification 6.2). */
record MetadataFolder(Path folder) {
    /** More than any client of ours takes. */
    private static final long LONGEST = 5_000_000;

    private static final Pattern NAME = Pattern.compile("([1-9][0-9]{0,8})\\.([a-z][a-z0-9.-]*)\\.json");

    /** {@code 3.targets.json}. */
    static String name(String role, int version) {
        return version + "." + role + ".json";
    }

    Path file(String role, int version) {
        return folder.resolve(name(role, version));
    }

    /** The roles here. */
    SortedSet<String> roles() throws IOException {
        return new TreeSet<>(newest().keySet());
    }

    /** The version numbers of a role here. */
    SortedSet<Integer> versions(String role) throws IOException {
        SortedSet<Integer> versions = new TreeSet<>();
        for (String file : names()) {
            Matcher parts = NAME.matcher(file);
            if (parts.matches() && parts.group(2).equals(role)) {
                versions.add(Integer.parseInt(parts.group(1)));
            }
        }
        return versions;
    }

    /** The highest version of each role. */
    private SortedMap<String, Integer> newest() throws IOException {
        SortedMap<String, Integer> newest = new TreeMap<>();
        for (String file : names()) {
            Matcher parts = NAME.matcher(file);
            if (parts.matches()) {
                newest.merge(parts.group(2), Integer.parseInt(parts.group(1)), Math::max);
            }
        }
        return newest;
    }

    /** The highest version of a role, if there is one. */
    Optional<Metadata> newest(String role) throws IOException, ReleaseRefusal {
        Integer version = newest().get(role);
        return version == null ? Optional.empty() : Optional.of(read(role, version));
    }

    /** A file that must be there. */
    Metadata read(String role, int version) throws IOException, ReleaseRefusal {
        Metadata metadata = read(file(role, version));
        boolean topLevel = Roles.TOP_LEVEL.contains(role);
        if (metadata.version() != version || !metadata.type().equals(topLevel ? role : Roles.TARGETS)) {
            throw new ReleaseRefusal(
                    file(role, version) + " is really version " + metadata.version() + " of " + metadata.type());
        }
        return metadata;
    }

    static Metadata read(Path file) throws IOException, ReleaseRefusal {
        if (!Files.isRegularFile(file)) {
            throw new ReleaseRefusal(file + " is missing");
        }
        if (Files.size(file) > LONGEST) {
            throw new ReleaseRefusal(file + " has more than " + LONGEST + " bytes");
        }
        return Metadata.read(Files.readAllBytes(file), file.toString());
    }

    private SortedSet<String> names() throws IOException {
        SortedSet<String> names = new TreeSet<>();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                files.forEach(file -> names.add(file.getFileName().toString()));
            }
        }
        return names;
    }
}
