package org.benchconnect.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.benchconnect.core.instrument.Reading;
import org.benchconnect.instrument.fcs.FcsFile;
import org.benchconnect.simulator.LmdWriter;
import org.benchconnect.simulator.Run;

/**
 * HEADER and TEXT of LMD files against whole files, all of them in the page cache, so that the processor counts and not the
 * disk: with a disk in between the difference is greater.
 */
final class ReadingBench {
    /** Rounds that do not count: for the page cache, and until the compiler is done. */
    private static final int WARM_UP = 15;

    private static final String WHOLE = "whole files, into memory";
    private static final String REUSED = "whole files, into one reused buffer";
    private static final String HEADER_AND_TEXT = "header and text, decoded";

    private final Path folder;
    private final int files;
    private final int events;

    ReadingBench(Path folder, int files, int events) {
        this.folder = folder;
        this.files = files;
        this.events = events;
    }

    Table measure(int rounds) throws IOException {
        List<Path> written = write();
        double megabytes = 0;
        for (Path file : written) {
            megabytes += Files.size(file) / 1e6;
        }
        Table table = new Table(
                String.format(Locale.ROOT, "Reading %d LMD files of %.2f MB", files, megabytes / files),
                WHOLE,
                "microseconds a file");
        ByteBuffer reused = ByteBuffer.allocateDirect((int) (megabytes / files * 2e6));
        for (int round = -WARM_UP; round < rounds; round++) {
            double whole = timed(written, ReadingBench::readWhole);
            double buffered = timed(written, file -> readInto(reused, file));
            double decoded = timed(written, ReadingBench::decode);
            if (round >= 0) {
                table.add(WHOLE, whole);
                table.add(REUSED, buffered);
                table.add(HEADER_AND_TEXT, decoded);
            }
        }
        Folders.delete(folder);
        return table;
    }

    private List<Path> write() throws IOException {
        Folders.empty(folder);
        List<Path> written = new ArrayList<>();
        Run run = Run.healthy().withEvents(events);
        for (int i = 0; i < files; i++) {
            Path file = folder.resolve(i + ".lmd");
            Files.write(
                    file,
                    LmdWriter.bytes(
                            run.withStarted(LocalDateTime.of(2026, 3, 2, 9, 0).plusMinutes(i))));
            written.add(file);
        }
        return written;
    }

    private interface Reader {
        long read(Path file) throws IOException;
    }

    /** Microseconds for each file. */
    private static double timed(List<Path> files, Reader reader) throws IOException {
        long begin = System.nanoTime();
        long seen = 0;
        for (Path file : files) {
            seen += reader.read(file);
        }
        double microseconds = (System.nanoTime() - begin) / 1e3 / files.size();
        if (seen <= 0) {
            throw new IllegalStateException("nothing was read");
        }
        return microseconds;
    }

    private static long readWhole(Path file) throws IOException {
        return Files.readAllBytes(file).length;
    }

    private static long readInto(ByteBuffer buffer, Path file) throws IOException {
        buffer.clear();
        try (FileChannel channel = FileChannel.open(file)) {
            while (channel.read(buffer) > 0) {
                // until the end
            }
        }
        return buffer.position();
    }

    private static long decode(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            Reading reading = FcsFile.read(channel).reading();
            if (reading.outcome() != Reading.Outcome.READ) {
                throw new IllegalStateException("not read: " + reading.reason());
            }
            return reading.datasets();
        }
    }
}
