package org.benchconnect.upgrade.generation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import org.benchconnect.launcher.list.ListRefusedException;
import org.benchconnect.launcher.list.ModuleList;

/**
 * The base release of the installation.
 *
 * @param digest the SHA-256 of its list, under which lists are signed
 * @param features the names of its features
 */
public record InstalledBase(String digest, Set<String> features) {
    /** Reads it as the launcher does. */
    public static InstalledBase read(Path installation) throws IOException {
        try {
            ModuleList list = ModuleList.read(installation.resolve("release").resolve(ModuleList.FILE));
            return new InstalledBase(
                    list.digest(),
                    list.features().stream().map(ModuleList.Feature::name).collect(Collectors.toUnmodifiableSet()));
        } catch (ListRefusedException e) {
            throw new IOException("the list of the installation is refused: " + e.getMessage(), e);
        }
    }
}
