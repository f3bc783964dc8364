package org.benchconnect.tests.upgrade;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.benchconnect.simulator.Laser;
import org.benchconnect.simulator.LmdWriter;
import org.benchconnect.simulator.Run;

/** A simulated Navios EX with a weak red laser that writes 20 files a second. */
final class BusyInstrument {
    private static final int FILES_PER_SECOND = 20;

    private final Path folder;
    private final byte[] content = LmdWriter.bytes(Run.healthy()
            .withEvents(500)
            .withModel("Navios EX")
            .withLaser(Laser.steady(Laser.Colour.RED, 25).withPower(20, 20)));
    private final AtomicInteger files = new AtomicInteger();
    private final ScheduledExecutorService clockwork = Executors.newSingleThreadScheduledExecutor();
    private ScheduledFuture<?> writing;

    BusyInstrument(Path folder) {
        this.folder = folder;
    }

    void begin() {
        writing = clockwork.scheduleAtFixedRate(this::write, 0, 1000 / FILES_PER_SECOND, TimeUnit.MILLISECONDS);
    }

    private void write() {
        try {
            Path staged = Files.write(folder.resolve("busy.part"), content);
            String name = "busy-%06d.LMD".formatted(files.incrementAndGet());
            Files.move(staged, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends it; how many files it wrote since it was made. */
    int end() throws InterruptedException {
        writing.cancel(false);
        clockwork.shutdown();
        if (!clockwork.awaitTermination(2, TimeUnit.MINUTES)) {
            throw new AssertionError("the simulated instrument does not end");
        }
        try {
            if (!writing.isCancelled()) {
                writing.get();
            }
        } catch (ExecutionException failed) {
            throw new AssertionError("the simulated instrument could not write", failed);
        }
        return files.get();
    }
}
