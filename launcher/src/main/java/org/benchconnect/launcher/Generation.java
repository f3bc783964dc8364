package org.benchconnect.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A complete set of modules in the home folder: {@code generations/<number>/SHA256SUMS} over content-addressed files in
 * {@code modules/}. {@code generations/current} names the one that runs.
 *
 * @param number from 1
 * @param modules in the order in which they start
 */
record Generation(int number, ModuleList modules) {
    /** The generation to run. The first start stages the base release; so does an installer's newer one. */
    static Generation current(Installation installation, Path home) throws IOException, StartRefusedException {
        ModuleList base = ModuleList.read(installation.releaseList());
        Path pointer = home.resolve("generations/current");
        if (!Files.exists(pointer)) {
            return stage(1, base, installation, home);
        }
        Generation current = read(pointer, home);
        ModuleList wanted = byContent(base);
        return current.modules.equals(wanted) ? current : stage(current.number + 1, base, installation, home);
    }

    private static Generation read(Path pointer, Path home) throws IOException, StartRefusedException {
        String number = Files.readString(pointer).strip();
        if (!number.matches("[1-9][0-9]{0,8}")) {
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
        for (ModuleList.Module module : base.modules()) {
            Path target = home.resolve(module.contentName());
            if (!Files.exists(target)) {
                DurableFiles.copy(installation.release().resolve(module.file()), target);
            }
        }
        ModuleList modules = byContent(base);
        Path folder = Files.createDirectories(home.resolve("generations").resolve(String.valueOf(number)));
        DurableFiles.write(folder.resolve(ModuleList.FILE), modules.toText());
        DurableFiles.write(home.resolve("generations/current"), number + "\n");
        return new Generation(number, modules);
    }

    private static ModuleList byContent(ModuleList release) {
        List<ModuleList.Module> modules = new ArrayList<>();
        release.modules().forEach(module -> modules.add(new ModuleList.Module(module.sha256(), module.contentName())));
        return new ModuleList(modules);
    }
}
