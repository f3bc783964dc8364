package org.benchconnect.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.benchconnect.launcher.list.ModuleList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Removes from {@code modules/} what no generation names: modules of a release that was looked at and not installed. The newest stay for {@link #KEPT}, up to
 * {@link #ROOM} in all: a person may still be asked about that release, and its modules would travel once more. Any digest in any generation's list counts as
 * named, also where the list is torn or was refused: evidence stays, and what one could go back to.
 */
final class Leftovers {
    private static final Logger LOG = LoggerFactory.getLogger(Leftovers.class);
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern MODULE = Pattern.compile("([0-9a-f]{64})\\.jar");
    /** Whoever is asked answers within that, or the modules are fetched again. */
    private static final Duration KEPT = Duration.ofDays(14);
    /** By how much a file may be newer than now: the clock of the PC was set. */
    private static final Duration AHEAD = Duration.ofDays(1);
    /** In bytes. */
    private static final long ROOM = 1L << 30;
    /** The longest list that a generation can have. */
    private static final int MAX_LIST = 256 * 1024;

    private Leftovers() {}

    /** Called when the generation that runs is verified and before anything of it runs. A folder that cannot be read costs no start. */
    static void collect(Path home, Instant now) {
        try {
            int gone = collect(unnamed(home.resolve("modules"), named(home.resolve("generations"))), now);
            if (gone > 0) {
                LOG.info("{} modules that no generation names were removed", gone);
            }
        } catch (IOException e) {
            LOG.warn("Modules that no generation names could not be removed", e);
        }
    }

    private static Set<String> named(Path generations) throws IOException {
        Set<String> digests = new HashSet<>();
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(generations, Files::isDirectory)) {
            for (Path folder : folders) {
                Path list = folder.resolve(ModuleList.FILE);
                if (Files.isRegularFile(list)) {
                    Matcher digest = DIGEST.matcher(start(list));
                    while (digest.find()) {
                        digests.add(digest.group());
                    }
                }
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        return digests;
    }

    private static String start(Path list) throws IOException {
        try (InputStream in = Files.newInputStream(list)) {
            return new String(in.readNBytes(MAX_LIST), StandardCharsets.ISO_8859_1);
        }
    }

    /** A module of a release. */
    private record Module(Path file, long length, Instant written) {
        static Module of(Path file) throws IOException {
            return new Module(
                    file, Files.size(file), Files.getLastModifiedTime(file).toInstant());
        }

        boolean isNew(Instant now) {
            return written.isAfter(now.minus(KEPT)) && written.isBefore(now.plus(AHEAD));
        }
    }

    private static List<Module> unnamed(Path modules, Set<String> named) throws IOException {
        List<Module> unnamed = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(modules)) {
            for (Path file : files) {
                Matcher module = MODULE.matcher(String.valueOf(file.getFileName()));
                if (module.matches()
                        && !named.contains(module.group(1))
                        && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                    unnamed.add(Module.of(file));
                }
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        unnamed.sort(Comparator.comparing(Module::written).reversed());
        return unnamed;
    }

    /** The newest first. */
    private static int collect(List<Module> modules, Instant now) throws IOException {
        int gone = 0;
        long room = ROOM;
        for (Module module : modules) {
            if (module.isNew(now) && module.length() <= room) {
                room -= module.length();
            } else {
                Files.delete(module.file());
                gone++;
            }
        }
        return gone;
    }
}
