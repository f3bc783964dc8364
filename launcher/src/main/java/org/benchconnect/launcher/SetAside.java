package org.benchconnect.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes room for a file where something lies that a file cannot replace: it gets another name beside, and stays as evidence. */
final class SetAside {
    private static final Logger LOG = LoggerFactory.getLogger(SetAside.class);

    private SetAside() {}

    /** Renames whatever lies there but a file: a folder, a link, a pipe. */
    static void unlessFile(Path path) throws IOException {
        if (Files.exists(path, LinkOption.NOFOLLOW_LINKS) && !Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
            now(path);
        }
    }

    /** Renames it; {@code current} becomes {@code current.refused-1}, or the next number that is free. */
    static void now(Path path) throws IOException {
        int number = 1;
        while (Files.exists(aside(path, number), LinkOption.NOFOLLOW_LINKS)) {
            number++;
        }
        Files.move(path, aside(path, number));
        LOG.warn("{} is not the file that the agent keeps there; it is now {}", path, aside(path, number));
    }

    private static Path aside(Path path, int number) {
        return path.resolveSibling(path.getFileName() + ".refused-" + number);
    }
}
