package org.benchconnect.launcher;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.benchconnect.launcher.list.ListRefusedException;
import org.benchconnect.launcher.list.ModuleList;
import org.benchconnect.launcher.storage.DurableFiles;
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

    /**
     * The generation to run: what the pointer names, if its modules are those of the installation's base release, or if the
     * pinned device signed its list ({@link PinnedDevice}). Otherwise the base release is staged anew, as at the first start and after an
     * installer brought another one; what was refused stays where it is, as evidence. A module that has gone from the home
     * folder is taken from the installation again; one whose bytes changed stays where it is, and {@link ModuleList#verify}
     * refuses it.
     */
    static Generation current(Installation installation, Path home) throws IOException, ListRefusedException {
        ModuleList base = ModuleList.read(installation.releaseList());
        Optional<Generation> current = admissible(installation, home, base);
        if (current.isPresent()) {
            restore(current.get().modules, base, installation, home);
            if (current.get().isComplete(home)) {
                return current.get();
            }
        }
        return stage(nextNumber(home), base, installation, home);
    }

    /** What the pointer names, if it may run and each module has its bytes. Nothing else is tried, nothing written. */
    static Generation named(Installation installation, Path home) throws IOException, ListRefusedException {
        Generation generation = read(home);
        generation.check(ModuleList.read(installation.releaseList()), installation, home);
        generation.modules.verify(home);
        return generation;
    }

    /** One that nothing has to name, if it may run and each module has its bytes; those that are the installation's own are taken from there where they are missing. */
    static Generation whole(int number, Installation installation, Path home) throws IOException, ListRefusedException {
        Generation generation = new Generation(number, ModuleList.read(list(home, number)));
        ModuleList base = ModuleList.read(installation.releaseList());
        generation.check(base, installation, home);
        restore(generation.modules, base, installation, home);
        generation.modules.verify(home);
        return generation;
    }

    private void check(ModuleList base, Installation installation, Path home) throws IOException, ListRefusedException {
        if (!modules.equals(base.byContent())) {
            new PinnedDevice(installation, base).check(this, list(home, number));
        }
    }

    /** Has the pointer name it. */
    void point(Path home) throws IOException {
        Path pointer = home.resolve("generations/current");
        SetAside.unlessFile(pointer);
        SetAside.unlessFile(pointer.resolveSibling("current.tmp"));
        DurableFiles.onDisk().write(pointer, number + "\n");
    }

    /** Why not is logged. */
    private static Optional<Generation> admissible(Installation installation, Path home, ModuleList base)
            throws IOException {
        Generation generation;
        try {
            generation = read(home);
        } catch (ListRefusedException | FileSystemException e) {
            LOG.warn("The current generation cannot be read; the base release is staged again");
            return Optional.empty();
        }
        boolean admitted = generation.modules.equals(base.byContent())
                || new PinnedDevice(installation, base).admits(generation, list(home, generation.number));
        return admitted ? Optional.of(generation) : Optional.empty();
    }

    private static int nextNumber(Path home) throws IOException {
        try (Stream<Path> generations = Files.list(home.resolve("generations"))) {
            return Numbering.after(
                    generations.map(folder -> folder.getFileName().toString()).toList());
        }
    }

    /** What the pointer names; refused if pointer or list is missing, torn, edited or no file. */
    private static Generation read(Path home) throws IOException, ListRefusedException {
        int number = Numbering.in(home.resolve("generations/current"))
                .orElseThrow(
                        () -> new ListRefusedException.Malformed("generations/current is no pointer to a generation"));
        return new Generation(number, ModuleList.read(list(home, number)));
    }

    private static Path list(Path home, int number) {
        return home.resolve("generations").resolve(String.valueOf(number)).resolve(ModuleList.FILE);
    }

    /** Copies the base release's modules, then their list, then moves the pointer: each synced before the next refers to it. */
    private static Generation stage(int number, ModuleList base, Installation installation, Path home)
            throws IOException, ListRefusedException {
        base.verify(installation.release());
        ModuleList modules = base.byContent();
        restore(modules, base, installation, home);
        Path list = list(home, number);
        Files.createDirectories(list.getParent());
        DurableFiles.onDisk().write(list, modules.toText());
        Generation staged = new Generation(number, modules);
        staged.point(home);
        return staged;
    }

    /** Takes from the installation what the home folder misses of these modules. */
    private static void restore(ModuleList wanted, ModuleList base, Installation installation, Path home)
            throws IOException {
        Set<String> digests =
                wanted.modules().stream().map(ModuleList.Module::sha256).collect(Collectors.toSet());
        for (ModuleList.Module module : base.modules()) {
            Path target = home.resolve(module.contentName());
            if (digests.contains(module.sha256()) && !Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
                DurableFiles.onDisk().copy(installation.release().resolve(module.file()), target);
            }
        }
    }

    /** Whether every file is there; whether its bytes are right is asked later, and refuses the start. */
    private boolean isComplete(Path home) {
        for (ModuleList.Module module : modules.modules()) {
            if (!Files.exists(home.resolve(module.file()), LinkOption.NOFOLLOW_LINKS)) {
                LOG.error("Generation {} lacks {}: the base release is staged again", number, module.file());
                return false;
            }
        }
        return true;
    }
}
