package org.benchconnect.cli.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Brings a verified repository to where it is served, in an order in which every reader at any moment sees the old release or the new one:
 * first targets, then metadata under new names, then a new root, and the timestamp, which points to all of it, last. Nothing that is there
 * is changed but the timestamp. A client that asks just while a root with another timestamp key comes may have to ask again.
 */
final class Placing {
    private static final Pattern ROOT = Pattern.compile("[0-9]+\\.root\\.json");

    private Placing() {}

    static void into(Path repository, Path next) throws IOException, ReleaseRefusal {
        Published there = Published.in(repository);
        Metadata timestamp = MetadataFolder.read(next.resolve("metadata").resolve("timestamp.json"));
        if (there.version(Roles.TIMESTAMP) > timestamp.version()) {
            throw new ReleaseRefusal(repository + " has timestamp " + there.version(Roles.TIMESTAMP)
                    + " already, this one is " + timestamp.version() + "; versions only rise");
        }
        List<Path> roots = new ArrayList<>();
        for (Path file : Folders.files(next.resolve("targets"))) {
            copy(next, file, repository);
        }
        for (Path file : Folders.files(next.resolve("metadata"))) {
            String name = String.valueOf(file.getFileName());
            if (ROOT.matcher(name).matches()) {
                roots.add(file);
            } else if (!name.equals("timestamp.json")) {
                copy(next, file, repository);
            }
        }
        for (Path root : roots) {
            copy(next, root, repository);
        }
        PublicFiles.replace(
                there.timestampFile(),
                Files.readAllBytes(next.resolve("metadata").resolve("timestamp.json")));
    }

    private static void copy(Path next, Path file, Path repository) throws IOException, ReleaseRefusal {
        PublicFiles.copyNew(file, repository.resolve(next.relativize(file).toString()));
    }
}
