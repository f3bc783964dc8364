package org.benchconnect.instrument.log.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Whether a service or program of this PC runs, by its name alone: no command line is read, which can hold a person's name. On Linux a unit runs if systemd keeps processes for
 * it (its control group), on Windows the service manager is asked. Starts nothing. Any thread; may block.
 */
final class Services {
    private static final boolean WINDOWS =
            System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");

    private final Path groups;

    Services() {
        this(Path.of("/sys/fs/cgroup/system.slice"));
    }

    Services(Path groups) {
        this.groups = groups;
    }

    /** A service of Windows, or a unit of systemd with or without {@code .service}. */
    Running service(String name) {
        if (!name.matches("[A-Za-z0-9][A-Za-z0-9@_. $-]{0,255}")) {
            return Running.UNKNOWN;
        }
        try {
            return WINDOWS ? WindowsServices.state(name) : unit(name);
        } catch (LinkageError without) {
            return Running.UNKNOWN;
        }
    }

    private Running unit(String name) {
        if (!Files.isDirectory(groups)) {
            return Running.UNKNOWN;
        }
        try {
            Path unit = groups.resolve(name.endsWith(".service") ? name : name + ".service");
            if (!Files.isDirectory(unit)) {
                return Running.NO;
            }
            return Files.readString(unit.resolve("cgroup.events")).contains("populated 1") ? Running.YES : Running.NO;
        } catch (IOException | InvalidPathException gone) {
            return Running.UNKNOWN;
        }
    }

    /** A program by the name of its file. Other accounts' programs can hide it: then there is none. */
    Running program(String name) {
        String wanted = name.toLowerCase(Locale.ROOT);
        return ProcessHandle.allProcesses().anyMatch(process -> process.info()
                        .command()
                        .map(command ->
                                command.substring(Math.max(command.lastIndexOf('/'), command.lastIndexOf('\\')) + 1))
                        .map(file -> file.toLowerCase(Locale.ROOT))
                        .filter(wanted::equals)
                        .isPresent())
                ? Running.YES
                : Running.NO;
    }
}
