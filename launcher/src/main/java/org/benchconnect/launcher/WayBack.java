package org.benchconnect.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.benchconnect.launcher.list.ListRefusedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What lies in {@code generations/current.before}. A trial whose way back leads nowhere would last for ever, or end at nothing: there is none then, and what
 * lay there stays as evidence.
 *
 * @param installation whose pin and base release count
 * @param home where it lies
 */
record WayBack(Installation installation, Path home) {
    private static final Logger LOG = LoggerFactory.getLogger(WayBack.class);

    /**
     * Sets aside what is no file with the number of a generation that is whole. What is current runs on then, if it is whole; otherwise the pointer names the newest one below that is,
     * if there is any.
     */
    void setAsideIfNone() throws IOException {
        Path file = home.resolve("generations/current.before");
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS) || leadsSomewhere(file)) {
            return;
        }
        SetAside.now(file);
        LOG.error("There is no way back from the generation on trial: the trial ends");
        Optional<Integer> current = Numbering.in(home.resolve("generations/current"));
        if (current.flatMap(this::whole).isEmpty()) {
            Optional<Generation> newest = newestBelow(current.orElse(Integer.MAX_VALUE));
            if (newest.isPresent()) {
                newest.get().point(home);
                LOG.error(
                        "Generation {} runs: the one on trial is not whole",
                        newest.get().number());
            }
        }
    }

    private boolean leadsSomewhere(Path file) throws IOException {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        Optional<Integer> before = Numbering.in(file);
        return before.isPresent() && before.equals(Numbering.in(file.resolveSibling("current")))
                || before.flatMap(this::whole).isPresent();
    }

    private Optional<Generation> newestBelow(int current) throws IOException {
        try (Stream<Path> folders = Files.list(home.resolve("generations"))) {
            List<Integer> numbers = folders.map(folder -> folder.getFileName().toString())
                    .filter(Numbering.NUMBER.asMatchPredicate())
                    .map(Integer::valueOf)
                    .filter(number -> number < current)
                    .sorted(Comparator.reverseOrder())
                    .toList();
            return numbers.stream().map(this::whole).flatMap(Optional::stream).findFirst();
        }
    }

    private Optional<Generation> whole(int number) {
        try {
            return Optional.of(Generation.whole(number, installation, home));
        } catch (ListRefusedException | IOException e) {
            LOG.warn("Generation {} does not run: {}", number, e.getMessage());
            return Optional.empty();
        }
    }
}
