package org.benchconnect.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A complete set of modules in the home folder: {@code generations/<number>/SHA256SUMS} over content-addressed files in
 * {@code modules/}. {@code generations/current} names the one that runs.
 *
 * @param number from 1
 * @param modules in the order in which they start
 */
record Generation(int number, ModuleList modules) {
    private static final Logger LOG = LoggerFactory.getLogger(Generation.class);
    private static final int MAX_POINTER_BYTES = 64;
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,8}");

    /**
     * The generation to run: the installation's base release. The first start stages it; so does the first start after an
     * installer brought another one. A module that has gone from the home folder is taken from the installation again; one
     * whose bytes changed stays where it is, and {@link ModuleList#verify} refuses it.
     */
    static Generation current(Installation installation, Path home) throws IOException, StartRefusedException {
        ModuleList base = ModuleList.read(installation.releaseList());
        Optional<Generation> current = read(home);
        if (current.isPresent() && current.get().modules.equals(byContent(base))) {
            restore(base, installation, home);
            return current.get();
        }
        return stage(nextNumber(home), base, installation, home);
    }

    private static int nextNumber(Path home) throws IOException {
        try (Stream<Path> generations = Files.list(home.resolve("generations"))) {
            return generations
                            .map(folder -> folder.getFileName().toString())
                            .filter(NUMBER.asMatchPredicate())
                            .mapToInt(Integer::parseInt)
                            .max()
                            .orElse(0)
                    + 1;
        }
    }

    /** What the pointer names; empty if pointer or list is missing, torn or edited: then the base release is staged anew. */
    private static Optional<Generation> read(Path home) throws IOException {
        Path pointer = home.resolve("generations/current");
        if (!Files.isRegularFile(pointer) || Files.size(pointer) > MAX_POINTER_BYTES) {
            return Optional.empty();
        }
        String number = Files.readString(pointer).strip();
        Path list = home.resolve("generations").resolve(NUMBER.matcher(number).matches() ? number : "none");
        try {
            ModuleList modules = ModuleList.read(list.resolve(ModuleList.FILE));
            return Optional.of(new Generation(Integer.parseInt(number), modules));
        } catch (StartRefusedException | NoSuchFileException e) {
            LOG.warn("The current generation cannot be read; the base release is staged again");
            return Optional.empty();
        }
    }

    /** Copies the base release's modules, then their list, then moves the pointer: each synced before the next refers to it. */
    private static Generation stage(int number, ModuleList base, Installation installation, Path home)
            throws IOException, StartRefusedException {
        base.verify(installation.release());
        restore(base, installation, home);
        ModuleList modules = byContent(base);
        Path folder = Files.createDirectories(home.resolve("generations").resolve(String.valueOf(number)));
        DurableFiles.write(folder.resolve(ModuleList.FILE), modules.toText());
        DurableFiles.write(home.resolve("generations/current"), number + "\n");
        return new Generation(number, modules);
    }

    private static void restore(ModuleList base, Installation installation, Path home) throws IOException {
        for (ModuleList.Module module : base.modules()) {
            Path target = home.resolve(module.contentName());
            if (!Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
                DurableFiles.copy(installation.release().resolve(module.file()), target);
            }
        }
    }

    private static ModuleList byContent(ModuleList release) {
        List<ModuleList.Module> modules = new ArrayList<>();
        release.modules().forEach(module -> modules.add(new ModuleList.Module(module.sha256(), module.contentName())));
        return new ModuleList(modules);
    }
}
