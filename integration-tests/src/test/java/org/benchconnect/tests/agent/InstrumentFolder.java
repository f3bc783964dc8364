package org.benchconnect.tests.agent;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.benchconnect.simulator.Laser;
import org.benchconnect.simulator.LmdWriter;
import org.benchconnect.simulator.Run;

/** A folder into which a simulated Navios has its files written, each at once. */
public final class InstrumentFolder {
    private final Path folder;
    private int files;

    /** Makes the folder. */
    public InstrumentFolder(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
    }

    /** The folder. */
    public Path path() {
        return folder;
    }

    /** A run whose red laser gives 20 % less than it should, from start to end. */
    public static Run weakRedLaser() {
        return Run.healthy()
                .withEvents(500)
                .withLaser(Laser.steady(Laser.Colour.RED, 25).withPower(20, 20));
    }

    /** A run without any trouble. */
    public static Run healthy() {
        return Run.healthy().withEvents(500);
    }

    /** Writes a file; it appears under its name with all its bytes. */
    public Path write(Run run) throws IOException {
        files++;
        Path staged = Files.write(folder.resolve(files + ".part"), LmdWriter.bytes(run.withSeed(files)));
        return Files.move(staged, folder.resolve("run-%05d.LMD".formatted(files)), StandardCopyOption.ATOMIC_MOVE);
    }
}
