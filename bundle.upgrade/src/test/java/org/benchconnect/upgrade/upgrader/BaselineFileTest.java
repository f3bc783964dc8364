package org.benchconnect.upgrade.upgrader;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.benchconnect.launcher.storage.Disk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BaselineFileTest {
    @TempDir
    Path home;

    private static Baseline unwell(String component) {
        Baseline well = Baseline.WELL;
        return new Baseline(Set.of(component), well.checks(), well.features(), well.deadlocked(), well.well());
    }

    @Test
    void whatIsKeptIsReadAgain() throws Exception {
        Files.createDirectories(home.resolve("generations"));
        BaselineFile file = new BaselineFile(Disk.forOwner(), home);

        file.write(unwell("org.example/One"));

        assertEquals(unwell("org.example/One"), file.read());
    }

    /** It would excuse what broke only now. */
    @Test
    void whereTheDiskDoesNotTakeItNoOlderOneIsLeft() throws Exception {
        Path generations = Files.createDirectories(home.resolve("generations"));
        BaselineFile file = new BaselineFile(Disk.forOwner(), home);
        file.write(unwell("org.example/One"));
        Files.createDirectories(generations.resolve("well.before.tmp/in-the-way"));

        file.write(unwell("org.example/Two"));

        assertEquals(Baseline.WELL, file.read());
    }
}
