package org.benchconnect.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.locks.LockSupport;
import org.benchconnect.core.instrument.Memory;
import org.benchconnect.core.notification.Notifications;
import org.benchconnect.core.status.Platform;
import org.benchconnect.core.store.AgentStore;
import org.benchconnect.instrument.log.LogEncoding;
import org.benchconnect.instrument.log.LogSettings;
import org.benchconnect.instrument.log.LogTable;
import org.benchconnect.instrument.log.LogWatch;
import org.benchconnect.instrument.log.Neighbours;
import org.benchconnect.notify.NotificationClient;
import org.benchconnect.notify.NotificationConfiguration;
import org.benchconnect.store.SqliteStore;
import org.osgi.framework.BundleContext;

/**
 * From a line in a log to the durable notice, in a stream of 10 000 lines a second and in a burst of 500 files at once, beside what {@code tail -F} and {@code grep} take to
 * print the same lines. The agent's side ends with the notice in the database, the other with a line on a pipe.
 */
final class LogBench {
    private static final String TAIL = "tail -F into grep, printed";
    private static final String WATCH = "BenchConnect, durable notice";
    private static final String ID = "bench.log";
    private static final int MARKS = 40;
    private static final int FILES = 500;
    private static final int LINES_A_SLICE = 100;
    private static final Duration SLICE = Duration.ofMillis(10);
    private static final String LINE =
            "2026-03-02 08:00:00.000 INFO Acquisition.Worker step finished without anything to say about it\n";

    private static final NotificationConfiguration AS_SHIPPED = (NotificationConfiguration) Proxy.newProxyInstance(
            NotificationConfiguration.class.getClassLoader(),
            new Class<?>[] {NotificationConfiguration.class},
            (proxy, setting, arguments) -> setting.getDefaultValue());

    private final Path folder;
    private final int slices;

    /** {@code slices} of 100 lines, one each 10 ms. */
    LogBench(Path folder, int slices) {
        this.folder = folder;
        this.slices = slices;
    }

    /** When each mark was written and when it was seen. */
    private static final class Marks {
        final AtomicLongArray written = new AtomicLongArray(MARKS);
        final AtomicLongArray seen = new AtomicLongArray(MARKS);
        final CountDownLatch all = new CountDownLatch(MARKS);

        void see(int mark) {
            if (seen.compareAndSet(mark, 0, System.nanoTime())) {
                all.countDown();
            }
        }

        double[] milliseconds() throws InterruptedException {
            if (!all.await(60, TimeUnit.SECONDS)) {
                throw new IllegalStateException("marks are missing: " + all.getCount());
            }
            double[] sorted = new double[MARKS];
            Arrays.setAll(sorted, mark -> (seen.get(mark) - written.get(mark)) / 1e6);
            Arrays.sort(sorted);
            return sorted;
        }
    }

    private interface Work {
        void write(Path logs, Marks marks) throws IOException;
    }

    List<Table> measure(int rounds) throws IOException, InterruptedException {
        Table stream = new Table("A log of 10000 lines a second", TAIL, "median ms to a line", "longest ms to a line");
        Table burst = new Table("500 files at once", TAIL, "median ms to a line", "longest ms to a line");
        for (int round = -1; round < rounds; round++) {
            double[] tailed = tail(1, this::stream);
            double[] watched = watch(this::stream);
            double[] tailedBurst = tail(FILES, this::burst);
            double[] watchedBurst = watch(this::burst);
            if (round >= 0) {
                stream.add(TAIL, tailed[MARKS / 2], tailed[MARKS - 1]);
                stream.add(WATCH, watched[MARKS / 2], watched[MARKS - 1]);
                burst.add(TAIL, tailedBurst[MARKS / 2], tailedBurst[MARKS - 1]);
                burst.add(WATCH, watchedBurst[MARKS / 2], watchedBurst[MARKS - 1]);
            }
        }
        Folders.delete(folder);
        return List.of(stream, burst);
    }

    private static Path file(Path logs, int number) {
        return logs.resolve(String.format(java.util.Locale.ROOT, "app-%03d.log", number));
    }

    private void stream(Path logs, Marks marks) throws IOException {
        byte[] lines = LINE.repeat(LINES_A_SLICE).getBytes(StandardCharsets.UTF_8);
        long begin = System.nanoTime();
        int next = 0;
        for (int slice = 0; slice < slices; slice++) {
            LockSupport.parkNanos(begin + slice * SLICE.toNanos() - System.nanoTime());
            append(file(logs, 0), lines);
            if (next < MARKS && slice >= (long) next * slices / MARKS) {
                mark(file(logs, 0), next++, marks);
            }
        }
    }

    private void burst(Path logs, Marks marks) throws IOException {
        byte[] lines = LINE.repeat(20).getBytes(StandardCharsets.UTF_8);
        for (int number = 0; number < FILES; number++) {
            append(file(logs, number), lines);
            if (number % (FILES / MARKS) == 0 && number / (FILES / MARKS) < MARKS) {
                mark(file(logs, number), number / (FILES / MARKS), marks);
            }
        }
    }

    private static void append(Path file, byte[] bytes) throws IOException {
        Files.write(file, bytes, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private static void mark(Path file, int mark, Marks marks) throws IOException {
        marks.written.set(mark, System.nanoTime());
        append(file, ("2026-03-02 FAULT MARK_" + mark + " .\n").getBytes(StandardCharsets.UTF_8));
    }

    private double[] tail(int files, Work work) throws IOException, InterruptedException {
        Path logs = Files.createDirectories(Folders.empty(folder).resolve("logs"));
        List<String> names = new ArrayList<>();
        for (int number = 0; number < files; number++) {
            names.add(file(logs, number).toString());
        }
        if (files == 1) { // tail waits for news of a file that is there, and polls for one that is not
            Files.createFile(file(logs, 0));
        }
        Marks marks = new Marks();
        List<String> command = new ArrayList<>(List.of("sh", "-c", "exec tail -n +1 -q -F \"$@\" 2>/dev/null", "tail"));
        command.addAll(names);
        List<Process> pipe = ProcessBuilder.startPipeline(List.of(
                new ProcessBuilder(command),
                new ProcessBuilder("grep", "--line-buffered", "-E", "FAULT MARK_[0-9]+ ")));
        Thread reader = new Thread(() -> read(pipe.get(1), marks), "tail");
        reader.setDaemon(true);
        reader.start();
        LockSupport.parkNanos(Duration.ofMillis(500).toNanos());
        try {
            work.write(logs, marks);
            return marks.milliseconds();
        } finally {
            pipe.forEach(Process::destroy);
        }
    }

    private static void read(Process grep, Marks marks) {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(grep.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                marks.see(Integer.parseInt(line.substring(line.indexOf('_') + 1, line.lastIndexOf(' '))));
            }
        } catch (IOException ended) {
            // with the process
        }
    }

    private double[] watch(Work work) throws IOException, InterruptedException {
        Path home = Folders.empty(folder);
        Path logs = Files.createDirectories(home.resolve("logs"));
        Marks marks = new Marks();
        SqliteStore store = new SqliteStore(context(home));
        try {
            store.bindStreams(stream -> true);
            NotificationClient client = new NotificationClient(AS_SHIPPED);
            client.bindStore(store);
            client.addListener(notice -> {
                if (notice.condition().code().startsWith("MARK_")) {
                    marks.see(Integer.parseInt(notice.condition().code().substring(5)));
                }
            });
            try (LogWatch watch = LogWatch.start(ID, settings(logs), Set.of(), neighbours(store, client))) {
                while (store.read(tables -> tables.positions().memory(ID)).equals(Memory.blank())) {
                    LockSupport.parkNanos(1_000_000);
                }
                work.write(logs, marks);
                return marks.milliseconds();
            }
        } finally {
            store.close();
        }
    }

    private static LogSettings settings(Path logs) {
        List<String> rules = new ArrayList<>();
        for (int mark = 0; mark < MARKS; mark++) {
            rules.add("MARK_" + mark + " warning instrument: FAULT MARK_" + mark + " ");
        }
        return new LogSettings(logs.toString(), "*.log", LogEncoding.AUTO, LogTable.of(rules), "", Duration.ZERO);
    }

    private static Neighbours neighbours(AgentStore store, Notifications client) {
        return new Neighbours() {
            @Override
            public AgentStore store() {
                return store;
            }

            @Override
            public Notifications notifications() {
                return client;
            }
        };
    }

    private static BundleContext context(Path home) {
        Map<String, String> properties =
                Map.of(Platform.HOME, home.toString(), "org.benchconnect.store.extract-native", "true");
        return (BundleContext) Proxy.newProxyInstance(
                LogBench.class.getClassLoader(),
                new Class<?>[] {BundleContext.class},
                (proxy, method, arguments) ->
                        method.getName().equals("getProperty") ? properties.get(String.valueOf(arguments[0])) : null);
    }
}
