package org.benchconnect.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A complete set of modules in the home folder: {@code generations/<number>/SHA256SUMS} over content-addressed files in
 * {@code modules/}. {@code generations/current} names the one that runs.
 *
 * @param number from 1
 * @param modules in the order in which they start
 */
record Generation(int number, ModuleList modules) {
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,8}");

    /**
     * The generation to run: the installation's base release. The first start stages it; so does the first start after an
     * installer brought another one. A module that has gone from the home folder is taken from the installation again; one
     * whose bytes changed stays where it is, and {@link ModuleList#verify} refuses it.
     */
    static Generation current(Installation installation, Path home) throws IOException, StartRefusedException {
        ModuleList base = ModuleList.read(installation.releaseList());
        Path pointer = home.resolve("generations/current");
        if (Files.exists(pointer)) {
            Generation current = read(pointer, home);
            if (current.modules.equals(byContent(base))) {
                restore(base, installation, home);
                return current;
            }
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

    private static Generation read(Path pointer, Path home) throws IOException, StartRefusedException {
        String number = Files.readString(pointer).strip();
        if (!NUMBER.matcher(number).matches()) {
            throw new StartRefusedException(
                    pointer + " does not name a generation. Remove it to go back to the base release.");
        }
        Path list = home.resolve("generations").resolve(number).resolve(ModuleList.FILE);
        if (!Files.isRegularFile(list)) {
            throw new StartRefusedException("generation " + number + " is not complete. Remove " + pointer
                    + " to go back to the base release.");
        }
        return new Generation(Integer.parseInt(number), ModuleList.read(list));
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
