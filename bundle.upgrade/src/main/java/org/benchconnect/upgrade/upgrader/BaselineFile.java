package org.benchconnect.upgrade.upgrader;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.benchconnect.launcher.storage.DurableFiles;
import org.benchconnect.launcher.storage.Storage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How everything was before the change, kept for the agent that judges the new generation: this bundle may be swapped, and the process may start anew, in between. A file that is
 * missing or wrong means that everything was well: then the worst is that a generation goes back that could have stayed.
 */
final class BaselineFile {
    private static final Logger LOG = LoggerFactory.getLogger(BaselineFile.class);
    private static final int MAX = 256 * 1024; // bytes
    private static final String COMPONENT = "component ";
    private static final String CHECK = "check ";
    private static final String FEATURE = "feature ";
    private static final String WELL = "well-";
    private static final String DEADLOCKED = "deadlocked ";

    private final Storage storage;
    private final Path file;

    BaselineFile(Storage storage, Path home) {
        this.storage = storage;
        this.file = home.resolve("generations").resolve("well.before");
    }

    /** Keeps it; a disk that does not take it changes nothing. */
    void write(Baseline baseline) {
        StringBuilder text = new StringBuilder();
        Baseline.Well well = baseline.well();
        add(text, COMPONENT, baseline.components());
        add(text, CHECK, baseline.checks());
        add(text, FEATURE, baseline.features());
        add(text, WELL + COMPONENT, well.components());
        add(text, WELL + CHECK, well.checks());
        add(text, WELL + FEATURE, well.features());
        text.append(DEADLOCKED).append(baseline.deadlocked()).append('\n');
        DurableFiles files = new DurableFiles(storage);
        try {
            files.delete(file); // works on a full disk: how it was before another change would be worse than nothing
            files.write(file, text.toString());
        } catch (IOException e) {
            LOG.warn("what is not well before the change cannot be kept", e);
        }
    }

    private static void add(StringBuilder text, String what, Set<String> names) {
        new TreeSet<>(names).forEach(name -> text.append(what).append(name).append('\n'));
    }

    /** What was kept. */
    Baseline read() {
        try {
            List<String> lines = storage.read(file, MAX)
                    .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                    .orElse("")
                    .lines()
                    .toList();
            int deadlocked = names(lines, DEADLOCKED).stream()
                    .mapToInt(Integer::parseInt)
                    .findFirst()
                    .orElse(0);
            return new Baseline(
                    names(lines, COMPONENT),
                    names(lines, CHECK),
                    names(lines, FEATURE),
                    deadlocked,
                    new Baseline.Well(
                            names(lines, WELL + COMPONENT), names(lines, WELL + CHECK), names(lines, WELL + FEATURE)));
        } catch (IOException | NumberFormatException e) {
            LOG.warn("what was not well before the change cannot be read", e);
            return Baseline.WELL;
        }
    }

    private static Set<String> names(List<String> lines, String what) {
        return lines.stream()
                .filter(line -> line.startsWith(what))
                .map(line -> line.substring(what.length()))
                .collect(Collectors.toSet());
    }
}
