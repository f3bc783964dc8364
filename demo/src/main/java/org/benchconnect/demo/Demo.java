package org.benchconnect.demo;

import com.google.gson.Gson;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.benchconnect.simulator.Simulator;

/** {@code benchconnect demo}: starts everything, says what happens, and leaves nothing behind. */
public final class Demo implements AutoCloseable {
    private static final int SECONDS_BETWEEN_RUNS = 8;
    private static final int LAST_WORDS = 12;

    private final Path installation;
    private final Path folder;
    private final PrintStream out;
    private final Clock clock = Clock.systemDefaultZone();
    private final List<Child> children = new ArrayList<>();
    private final AtomicBoolean closed = new AtomicBoolean();

    private Demo(Path installation, Path folder, PrintStream out) {
        this.installation = installation;
        this.folder = folder;
        this.out = out;
    }

    /** {@code Demo INSTALLATION}: runs until Ctrl-C, or until a part of it fails. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Demo demo = new Demo(Path.of(arguments[0]), Files.createTempDirectory("benchconnect-demo-"), System.out);
        Runtime.getRuntime().addShutdownHook(new Thread(demo::close, "shutdown"));
        demo.out.println("BenchConnect demo. Everything runs on this machine, on loopback, and is gone at the end.");
        try {
            demo.run();
        } catch (IOException e) {
            if (!demo.closed.get()) {
                demo.out.println("The demo ended by itself: " + e.getMessage());
                demo.printLastWords();
                System.exit(1);
            }
        }
    }

    private void run() throws IOException, InterruptedException {
        Path home = Files.createDirectories(folder.resolve("home"));
        Path instrument = Files.createDirectories(folder.resolve("instrument"));
        PrivateAuthority authority = PrivateAuthority.in(folder);
        int port = freePort();

        Child broker = java("broker", Broker.class, this::broker, port, authority.keyStore(), authority.password());
        configure(home, instrument, port, authority);
        Child agent = child(
                "agent",
                List.of(installation.resolve("benchconnect").toString(), "run", "--home", home.toString()),
                line -> {});
        Page page = Page.of(home, agent::isAlive);
        out.println();
        out.println("  The page:       " + page.signInAddress());
        out.println("                  (works once, within two minutes; another one: ./benchconnect page --home " + home
                + ")");
        out.println("  What happens:   a Navios measures a sample every " + SECONDS_BETWEEN_RUNS
                + " seconds. Its second file tells of a laser");
        out.println("                  fault; later files bring other troubles, and some go away again.");
        out.println("  To end:         Ctrl-C");
        out.println();
        Child simulator = java(
                "simulator",
                Simulator.class,
                this::instrument,
                "--folder",
                instrument,
                "--period",
                SECONDS_BETWEEN_RUNS,
                "--schedule",
                "demo");
        page.follow(this::page, () -> broker.isAlive() && agent.isAlive() && simulator.isAlive());
        if (!closed.get()) {
            throw new IOException("one of its processes is gone");
        }
    }

    /** What each process said last on its standard error: the folder is about to go. */
    private void printLastWords() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".err")).toList()) {
                List<String> lines = Files.readAllLines(file);
                out.println("-- " + file.getFileName());
                lines.subList(Math.max(0, lines.size() - LAST_WORDS), lines.size())
                        .forEach(out::println);
            }
        }
    }

    private void instrument(String line) {
        say("instrument", "wrote a file: " + line.substring(line.indexOf(' ') + 1));
    }

    private void page(String line) {
        say("page", line);
    }

    private void broker(String line) {
        say("broker", line);
    }

    private synchronized void say(String who, String what) {
        out.printf(Locale.ROOT, "%s  %-10s  %s%n", LocalTime.now(clock).truncatedTo(ChronoUnit.MILLIS), who, what);
    }

    private static void configure(Path home, Path instrument, int port, PrivateAuthority authority) throws IOException {
        Map<String, Object> settings = Map.of(
                "adapter.navios",
                Map.of("folder", instrument.toString()),
                "tls",
                Map.of("trust-anchors", authority.certificate().toString()),
                "streams",
                Map.of("notices", true),
                "link",
                Map.of(
                        "address",
                        "wss://localhost:" + port + "/mqtt",
                        "tenant",
                        "demo",
                        "isolated-loss-seconds",
                        0,
                        "server-loss-seconds",
                        0,
                        "longest-wait-seconds",
                        2));
        Files.createDirectories(home.resolve("config"));
        Files.writeString(home.resolve("config/agent.json"), new Gson().toJson(settings));
    }

    private Child java(String name, Class<?> main, Consumer<String> eachLine, Object... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx128m",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        return child(name, command, eachLine);
    }

    private Child child(String name, List<String> command, Consumer<String> eachLine) throws IOException {
        Child child = Child.start(command, folder.resolve(name + ".err"), eachLine);
        children.add(0, child);
        return child;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Ends every process, the youngest first, and removes the demo's folder. */
    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        out.println();
        out.println("Ending ...");
        children.forEach(Child::close);
        try (Stream<Path> all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder()).forEach(Demo::delete);
        } catch (IOException e) {
            out.println("could not remove " + folder + ": " + e.getMessage());
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
