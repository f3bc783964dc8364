package org.benchconnect.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.benchconnect.launcher.list.ModuleList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Removes from {@code modules/} what no generation names: modules of a release that was looked at and not installed. Any digest in
 * any generation's list counts as named, also where the list is torn or was refused: evidence stays, and what one could go back to.
 */
final class Leftovers {
    private static final Logger LOG = LoggerFactory.getLogger(Leftovers.class);
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern MODULE = Pattern.compile("([0-9a-f]{64})\\.jar");
    /** The longest list that a generation can have. */
    private static final int MAX_LIST = 256 * 1024;

    private Leftovers() {}

    /** Called when the generation that runs is verified and before anything of it runs. A folder that cannot be read costs no start. */
    static void collect(Path home) {
        try {
            int gone = collect(home.resolve("modules"), named(home.resolve("generations")));
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

    private static int collect(Path modules, Set<String> named) throws IOException {
        int gone = 0;
        try (DirectoryStream<Path> files = Files.newDirectoryStream(modules)) {
            for (Path file : files) {
                Matcher module = MODULE.matcher(String.valueOf(file.getFileName()));
                if (module.matches()
                        && !named.contains(module.group(1))
                        && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                    Files.delete(file);
                    gone++;
                }
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        return gone;
    }
}
