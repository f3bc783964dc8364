package org.benchconnect.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.benchconnect.launcher.list.ModuleList;

/**
 * Writes the list of a folder of modules: for the build of the base release. Libraries and framework services start first,
 * then the settings, so that every other component finds its configuration when it is made.
 */
public final class ReleaseList {
    private static final Comparator<String> START_ORDER = Comparator.comparing(
                    (String name) -> name.startsWith("org.benchconnect."))
            .thenComparing(name -> !name.startsWith("org.benchconnect.core-"))
            .thenComparing(name -> !name.startsWith("org.benchconnect.settings-"))
            .thenComparing(Comparator.naturalOrder());

    private ReleaseList() {}

    /** {@code ReleaseList FOLDER}: writes {@code FOLDER/SHA256SUMS} over the jars in it. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        Files.writeString(folder.resolve(ModuleList.FILE), of(folder).toText());
    }

    static ModuleList of(Path folder) throws IOException {
        List<String> names;
        try (Stream<Path> files = Files.list(folder)) {
            names = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".jar"))
                    .sorted(START_ORDER)
                    .toList();
        }
        List<ModuleList.Module> modules = new ArrayList<>();
        for (String name : names) {
            modules.add(new ModuleList.Module(ModuleList.sha256(folder.resolve(name)), name));
        }
        return new ModuleList(modules);
    }
}
