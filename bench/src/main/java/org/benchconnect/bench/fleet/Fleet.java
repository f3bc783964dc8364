package org.benchconnect.bench.fleet;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.benchconnect.link.FleetWords;

/** {@code Fleet [--agents N] [--scale N] [--outage SECONDS]}: measures a fleet on one broker and prints the figures; {@code bench/run fleet} calls it. */
public final class Fleet {
    private final Path folder;
    private final int agents;
    private final int scale;
    private final int outageSeconds;

    /**
     * A fleet.
     *
     * @param folder for the broker
     * @param agents how many; two files of this process and one of the broker's for each
     * @param scale by which time runs faster when they come back
     * @param outageSeconds for how long the broker is away then, in the fleet's time
     */
    Fleet(Path folder, int agents, int scale, int outageSeconds) {
        this.folder = folder;
        this.agents = agents;
        this.scale = scale;
        this.outageSeconds = outageSeconds;
    }

    /**
     * What was seen; the comeback is in real seconds, {@code scale} of the fleet's time each.
     *
     * @param connectSeconds until all were there
     * @param heapEach bytes of this process for each agent
     * @param eventBytes of one event, the envelope with its content
     * @param messages acknowledged a second
     * @param broker MiB of the broker after that
     */
    record Figures(
            int agents,
            int scale,
            double connectSeconds,
            long heapEach,
            int eventBytes,
            double messages,
            double broker,
            Comeback back) {
        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    """

                    **Fleet of %d on one mosquitto**

                    | quantity | seen |
                    |---|---|
                    | connected, presence acknowledged | %.1f s, %.0f a second |
                    | heap of the simulated fleet, each | %.1f KB |
                    | events of %d bytes at least once, one under way each | %.0f a second |
                    | memory of mosquitto | %.1f MiB, %.1f KB each |
                    | all back after a restart, time %d times as fast | %.1f s, in the fleet's time %.0f s |
                    | 99 of 100 back | %.1f s, in the fleet's time %.0f s |
                    | attempts for that | %d |
                    | most attempts in a second | %d, in the fleet's time %.1f |
                    | most connections in a second | %d, in the fleet's time %.1f |
                    """,
                    agents,
                    connectSeconds,
                    agents / connectSeconds,
                    heapEach / 1e3,
                    eventBytes,
                    messages,
                    broker,
                    broker * 1048.576 / agents,
                    scale,
                    back.seconds(),
                    back.seconds() * scale,
                    back.mostSeconds(),
                    back.mostSeconds() * scale,
                    back.attempts(),
                    back.peakAttempts(),
                    (double) back.peakAttempts() / scale,
                    back.peakConnections(),
                    (double) back.peakConnections() / scale);
        }
    }

    /** See the class. */
    public static void main(String[] arguments) throws IOException {
        List<String> words = List.of(arguments);
        PrintStream out = System.out; // the result is what this program is for
        Path target = Path.of(System.getProperty("org.benchconnect.bench.target", "target"));
        out.println(new Fleet(
                        target.resolve("fleet"),
                        option(words, "--agents", 10_000),
                        option(words, "--scale", 30),
                        option(words, "--outage", 60))
                .measure(10));
    }

    private static int option(List<String> words, String name, int otherwise) {
        int at = words.indexOf(name);
        return at < 0 ? otherwise : Integer.parseInt(words.get(at + 1));
    }

    Figures measure(int eventsEach) throws IOException {
        try (MeasuredBroker broker = new MeasuredBroker(folder)) {
            long before = heap();
            List<FleetAgent> fleet = new ArrayList<>();
            Random random = new Random(17);
            for (int i = 0; i < agents; i++) {
                fleet.add(new FleetAgent(new FleetWords(new UUID(random.nextLong(), i), random, scale)));
            }
            try (FleetLoop loop = new FleetLoop(fleet, broker.address())) {
                double connected = loop.connectAll();
                long each = (heap() - before) / agents;
                loop.say(1); // for the compiler
                double messages = loop.say(eventsEach);
                double resident = broker.residentMebibytes();
                broker.close();
                Comeback back = loop.comeBack(Duration.ofMinutes(10), () -> restart(broker));
                int bytes = fleet.get(0).words.notice(1, Instant.now()).payload().length;
                return new Figures(agents, scale, connected, each, bytes, messages, resident, back);
            }
        }
    }

    /** After the outage, which is counted from when the last agent has noticed it; what is attempted meanwhile is refused. */
    private void restart(MeasuredBroker broker) {
        Thread starting = new Thread(() -> {
            try {
                boolean never = new CountDownLatch(1).await(outageSeconds * 1000L / scale, TimeUnit.MILLISECONDS);
                if (!never) {
                    broker.start();
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        starting.setDaemon(true);
        starting.start();
    }

    private static long heap() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
