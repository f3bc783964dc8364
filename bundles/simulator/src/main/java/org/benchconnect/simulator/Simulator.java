package org.benchconnect.simulator;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * An instrument: writes its runs into a folder, each file growing in pieces under its final name, as instruments write.
 * One thread runs it; {@link #close} may come from any.
 */
public final class Simulator implements AutoCloseable {
    private static final int PIECES = 5;

    private final Path folder;
    private final Options options;
    private final Clock clock;
    private final CountDownLatch stopped = new CountDownLatch(1);

    /**
     * How a simulator runs.
     *
     * @param schedule what goes wrong when
     * @param period from the beginning of a run to the beginning of the next
     * @param runs after how many it ends
     * @param events in a healthy run
     * @param pace between two pieces of a file
     */
    public record Options(Schedule schedule, Duration period, long runs, int events, Duration pace) {
        /** Endless, with the events of a short run and files that grow for a quarter of a second. */
        public static Options of(Schedule schedule, Duration period) {
            return new Options(schedule, period, Long.MAX_VALUE, 5000, Duration.ofMillis(60));
        }
    }

    /** A simulator that writes into an existing folder. */
    public Simulator(Path folder, Options options, Clock clock) {
        this.folder = folder;
        this.options = options;
        this.clock = clock;
    }

    /**
     * Runs the schedule, the first run at once, until it is done or {@linkplain #close closed}.
     *
     * @param finished called after each file is complete, with what is wrong in it and the run
     */
    public void run(BiConsumer<Trouble, Run> finished) throws IOException, InterruptedException {
        for (long index = 0; index < options.runs() && !isStopped(); index++) {
            long began = System.nanoTime();
            Trouble trouble = options.schedule().at(index);
            Run run = trouble.in(healthy(index));
            write(run);
            finished.accept(trouble, run);
            if (index + 1 < options.runs()) {
                pause(options.period().toNanos() - (System.nanoTime() - began));
            }
        }
    }

    /**
     * Runs another instrument than a Navios by the same schedule.
     *
     * @param maker which
     * @param finished called after each file is complete
     */
    public void run(Maker maker, Consumer<Piece> finished) throws IOException, InterruptedException {
        for (long index = 0; index < options.runs() && !isStopped(); index++) {
            long began = System.nanoTime();
            Piece piece = maker.piece(options.schedule(), index, options.events(), now());
            write(piece.name(), piece.bytes());
            finished.accept(piece);
            if (index + 1 < options.runs()) {
                pause(options.period().toNanos() - (System.nanoTime() - began));
            }
        }
    }

    /** Writes one run's file: a piece, a pause, and so on; without pauses once this simulator is closed. */
    public Path write(Run run) throws IOException, InterruptedException {
        return write(Invented.fileName(run), LmdWriter.bytes(run));
    }

    private Path write(String name, byte[] bytes) throws IOException, InterruptedException {
        Path file = folder.resolve(name);
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            for (int piece = 0; piece < PIECES; piece++) {
                if (piece > 0) {
                    pause(options.pace().toNanos());
                }
                int from = (int) ((long) bytes.length * piece / PIECES);
                int to = (int) ((long) bytes.length * (piece + 1) / PIECES);
                ByteBuffer part = ByteBuffer.wrap(bytes, from, to - from);
                while (part.hasRemaining()) {
                    channel.write(part);
                }
            }
        }
        return file;
    }

    private Run healthy(long index) {
        return Run.healthy().withEvents(options.events()).withStarted(now()).withSeed(index + 1);
    }

    private LocalDateTime now() {
        return LocalDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS);
    }

    /** Ends {@link #run} after the file that it writes now. */
    @Override
    public void close() {
        stopped.countDown();
    }

    private boolean isStopped() {
        return stopped.getCount() == 0;
    }

    private void pause(long nanos) throws InterruptedException {
        stopped.await(nanos, TimeUnit.NANOSECONDS);
    }

    /** {@code --folder DIR --period SECONDS --schedule demo|healthy|faults [--instrument navios|dxflex|aquios] [--runs N] [--events N] [--pace MILLISECONDS]}. */
    public static void main(String[] arguments) throws InterruptedException {
        System.exit(main(arguments, System.out, System.err));
    }

    /** The exit code: 0 done, 1 failed, 2 usage. Prints one line for each run, never a file's name. */
    static int main(String[] arguments, PrintStream out, PrintStream err) throws InterruptedException {
        CommandLine command;
        try {
            command = CommandLine.parse(arguments);
        } catch (IllegalArgumentException wrong) {
            err.println(wrong.getMessage());
            err.println(CommandLine.USAGE);
            return 2;
        }
        Clock clock = Clock.system(ZoneId.systemDefault());
        CountDownLatch ended = new CountDownLatch(1);
        try (Simulator simulator = new Simulator(command.folder(), command.options(), clock)) {
            endAtTermination(simulator, ended);
            Files.createDirectories(command.folder());
            simulator.run(command.maker(), piece -> {
                out.println(clock.instant().truncatedTo(ChronoUnit.MILLIS) + " " + piece.trouble());
                out.flush();
            });
            return 0;
        } catch (IOException unwritable) {
            err.println("the folder cannot be written: " + unwritable.getClass().getSimpleName());
            return 1;
        } finally {
            ended.countDown();
        }
    }

    /** At SIGTERM or Ctrl-C: no half-written file is left behind, and the process ends within two seconds. */
    private static void endAtTermination(Simulator simulator, CountDownLatch ended) {
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            simulator.close();
                            try {
                                ended.await(2, TimeUnit.SECONDS);
                            } catch (InterruptedException early) {
                                Thread.currentThread().interrupt();
                            }
                        },
                        "simulator-end"));
    }
}
