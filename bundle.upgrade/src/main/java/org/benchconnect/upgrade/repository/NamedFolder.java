package org.benchconnect.upgrade.repository;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.benchconnect.upgrade.tuf.ReleaseSource;

/**
 * A folder as a person names it: a repository, or the stick that a repository in a zip file was copied to. Of several zip files
 * none is chosen.
 */
final class NamedFolder {
    private static final int MOST_LISTED = 5;
    /** How much of a folder is looked through. */
    private static final int MOST_NEIGHBOURS = 4096;

    private NamedFolder() {}

    static ReleaseSource open(Path named, Meter meter) throws IOException {
        try {
            return FolderSource.open(named, meter);
        } catch (NoRepositoryException e) {
            List<Path> zips = zips(named.toRealPath());
            if (zips.size() == 1) {
                return ZipSource.open(zips.get(0), meter);
            }
            if (zips.isEmpty()) {
                throw e;
            }
            List<String> names = zips.stream()
                    .limit(MOST_LISTED)
                    .map(zip -> String.valueOf(zip.getFileName()))
                    .toList();
            throw new NoRepositoryException(zips.size() + " zip files, of which one must be named: "
                    + String.join(", ", names) + (zips.size() > MOST_LISTED ? ", ..." : ""));
        }
    }

    private static List<Path> zips(Path folder) throws IOException {
        List<Path> zips = new ArrayList<>();
        int looked = 0;
        try (DirectoryStream<Path> neighbours = Files.newDirectoryStream(folder)) {
            for (Path each : neighbours) {
                if (++looked > MOST_NEIGHBOURS) {
                    return List.of();
                }
                String name = String.valueOf(each.getFileName()).toLowerCase(Locale.ROOT);
                if (name.endsWith(".zip")
                        && !name.startsWith(".")
                        && Files.isRegularFile(each, LinkOption.NOFOLLOW_LINKS)) {
                    zips.add(each);
                }
            }
        }
        zips.sort(null);
        return zips;
    }
}
