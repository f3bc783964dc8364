package org.benchconnect.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.benchconnect.launcher.list.ModuleList;

/** Lists of one feature without privileges. */
final class OneFeature {
    private OneFeature() {}

    /** Installs a base release of one module with these bytes. */
    static void install(Installation installation, String bytes) throws IOException {
        Files.createDirectories(installation.release());
        Files.writeString(installation.release().resolve("a.jar"), bytes);
        Files.writeString(installation.releaseList(), of(installation.release()).toText());
    }

    static ModuleList of(Path folder) throws IOException {
        List<String> names;
        try (Stream<Path> files = Files.list(folder)) {
            names = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".jar"))
                    .sorted()
                    .toList();
        }
        List<ModuleList.Module> modules = new ArrayList<>();
        for (String name : names) {
            modules.add(new ModuleList.Module(ModuleList.sha256(folder.resolve(name)), name));
        }
        return of(modules);
    }

    static ModuleList of(List<ModuleList.Module> modules) {
        return new ModuleList(
                List.of(new ModuleList.Feature("org.benchconnect.base", "0.1.0", List.of(), List.of(), modules)));
    }
}
