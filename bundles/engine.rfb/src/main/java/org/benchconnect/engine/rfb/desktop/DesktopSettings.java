package org.benchconnect.engine.rfb.desktop;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Which desktop server, and where.
 *
 * @param display of X, like {@code :0}
 * @param authority the file of X authority; empty for that of the environment
 * @param geometry of a display of its own, like {@code 1280x800}
 * @param folders where programs are, absolute, in this order
 */
public record DesktopSettings(String display, Optional<Path> authority, String geometry, List<Path> folders) {
    /** Refuses what would be read as something else. */
    public DesktopSettings {
        if (!display.matches(":[0-9]{1,5}(\\.[0-9]{1,2})?") || !geometry.matches("[1-9][0-9]{2,4}x[1-9][0-9]{2,4}")) {
            throw new IllegalArgumentException("a display is like :0, a geometry like 1280x800");
        }
        if (authority.isPresent() && !authority.get().isAbsolute()) {
            throw new IllegalArgumentException("the file of X authority is absolute");
        }
        folders = List.copyOf(folders);
    }

    Optional<Path> find(String program) {
        return folders.stream()
                .map(folder -> folder.resolve(program))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
