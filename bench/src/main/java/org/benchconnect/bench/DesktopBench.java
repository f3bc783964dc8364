package org.benchconnect.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.benchconnect.engine.rfb.desktop.SharedDesktop;

/**
 * Agent, relay and the supporter's page beside websockify, stunnel and noVNC, in turns, at one Xvnc with xterm and in one Chromium: on loopback, and over an emulated narrow link. Skips with a word
 * what this machine cannot do.
 */
final class DesktopBench {
    static final String PEER = "websockify behind stunnel, noVNC";
    static final String OURS = "agent, relay, viewer";
    /** Agent and relay have just been started: nothing of them is compiled yet. */
    static final String FIRST = "the same, first visit";

    private static final String GEOMETRY = "1280x800";
    private static final String MBIT = "6";
    private static final String ONE_WAY_MS = "25";
    private static final String QUEUE_BYTES = "75000"; // 100 ms of it
    private static final List<String> PROGRAMS =
            List.of("Xvnc", "xterm", "websockify", "stunnel", "chromium", "chromedriver", "openssl", "python3");

    private final Path folder;
    private final PrintStream out;

    DesktopBench(Path folder, PrintStream out) {
        this.folder = folder;
        this.out = out;
    }

    /** How many visits come before those that count, and how much is measured in each. */
    private record Amount(int warming, int keys, int pictures, int trips, int raw) {}

    List<Table> measure(int rounds) throws IOException, InterruptedException, GeneralSecurityException {
        List<String> missing = PROGRAMS.stream()
                .filter(program -> Stream.of("/usr/bin", "/usr/sbin")
                        .noneMatch(place -> Files.isExecutable(Path.of(place, program))))
                .toList();
        if (!missing.isEmpty()) {
            out.println("desktop: skipped, these are not installed: " + missing);
            return List.of();
        }
        Folders.empty(folder);
        out.println("load before: " + Files.readString(Path.of("/proc/loadavg")).trim());
        Path socket = folder.resolve("rfb");
        SharedDesktop.writePassword(folder.resolve("password"));
        String display = freeDisplay();
        try (DesktopProgram xvnc = xvnc(display, socket)) {
            xvnc.until(() -> Files.exists(socket));
            try (DesktopProgram xterm = xterm(display);
                    DesktopPage browser = new DesktopPage();
                    DesktopPeer page = new DesktopPeer()) {
                List<Table> tables = both(rounds, socket, browser, page);
                out.println("load after: "
                        + Files.readString(Path.of("/proc/loadavg")).trim() + ", screen "
                        + xterm.handle().pid());
                return tables;
            }
        }
    }

    private List<Table> both(int rounds, Path socket, DesktopPage browser, DesktopPeer page)
            throws IOException, InterruptedException, GeneralSecurityException {
        Table loopback;
        try (DesktopWays ways = new DesktopWays(folder, "127.0.0.1", "127.0.0.1", List.of(), socket)) {
            loopback = turns("Loopback, unlimited", rounds, new Amount(4, 20, 3, 100, 60), ways, browser, page);
        }
        out.println(loopback); // the other one takes its time
        if (!isRoot() || !Files.isWritable(Path.of("/dev/net/tun"))) {
            out.println("desktop: the narrow link is skipped: it needs root, ip and /dev/net/tun");
            return List.of();
        }
        String name = "bcbench" + ProcessHandle.current().pid();
        try (DesktopProgram link = link(name);
                DesktopWays ways = new DesktopWays(
                        folder, "198.18.77.1", "198.18.77.2", List.of("ip", "netns", "exec", name), socket)) {
            Table narrow = turns(
                    MBIT + " Mbit/s, 50 ms there and back", rounds, new Amount(2, 12, 1, 10, 0), ways, browser, page);
            out.println("link " + link.handle().pid());
            return List.of(narrow);
        }
    }

    private static boolean isRoot() throws IOException {
        return Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
    }

    private static Table turns(
            String title, int rounds, Amount amount, DesktopWays ways, DesktopPage browser, DesktopPeer page)
            throws IOException {
        String[] quantities = {
            "key to pixel, ms",
            "whole picture, ms",
            "its kB",
            "until sharp, s",
            "round trip, ms",
            "Raw, MB/s",
            "CPU s a GB",
            "browser's CPU s a GB"
        };
        Table table = new Table(title, PEER, Arrays.copyOf(quantities, amount.raw() > 0 ? quantities.length : 5));
        double[] first = ours(amount, ways, browser);
        for (int warming = 1; warming < amount.warming(); warming++) {
            peers(amount, ways, browser, page);
            ours(amount, ways, browser);
        }
        for (int round = 0; round < rounds; round++) {
            table.add(PEER, peers(amount, ways, browser, page));
            table.add(OURS, ours(amount, ways, browser));
        }
        table.add(FIRST, first);
        return table;
    }

    private static double[] peers(Amount amount, DesktopWays ways, DesktopPage browser, DesktopPeer page)
            throws IOException {
        ways.visitPeer(browser, page);
        double[] seen = visit(amount, ways.peers(), browser);
        browser.blank();
        return seen;
    }

    private static double[] ours(Amount amount, DesktopWays ways, DesktopPage browser) throws IOException {
        ways.visitOurs(browser);
        double[] seen = visit(amount, ways.ours(), browser);
        ways.leaveOurs(browser);
        return seen;
    }

    private static double[] visit(Amount amount, List<ProcessHandle> way, DesktopPage browser) throws IOException {
        double[] keys = browser.measured("keys(" + amount.keys() + ")");
        double[] pictures = new double[amount.pictures()];
        double[] sizes = new double[amount.pictures()];
        double[] sharp = new double[amount.pictures()];
        for (int i = 0; i < amount.pictures(); i++) {
            double[] picture = browser.measured("full()");
            pictures[i] = picture[0];
            sizes[i] = picture[1] / 1e3;
            sharp[i] = browser.measured("sharp()")[0] / 1e3;
        }
        double[] trips = browser.measured("trips(" + amount.trips() + ")");
        double[] seen = {middle(keys), middle(pictures), middle(sizes), middle(sharp), middle(trips)};
        return amount.raw() == 0 ? seen : with(seen, raw(amount.raw(), way, browser));
    }

    private static double[] raw(int pictures, List<ProcessHandle> way, DesktopPage browser) throws IOException {
        browser.measured("raw(3)");
        double before = ProcessorTime.seconds(way);
        double browserBefore = ProcessorTime.seconds(DesktopPage.processes());
        double[] raw = browser.measured("raw(" + pictures + ")");
        double took = ProcessorTime.seconds(way) - before;
        double browserTook = ProcessorTime.seconds(DesktopPage.processes()) - browserBefore;
        return new double[] {
            raw[1] / 1e3 / raw[0], ProcessorTime.aGigabyte(took, raw[1]), ProcessorTime.aGigabyte(browserTook, raw[1])
        };
    }

    private static double[] with(double[] first, double... more) {
        double[] all = Arrays.copyOf(first, first.length + more.length);
        System.arraycopy(more, 0, all, first.length, more.length);
        return all;
    }

    /** The median. */
    static double middle(double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    /** A display that no server has: one that X itself gave out, and took back. */
    private String freeDisplay() throws IOException, InterruptedException {
        Process server = new ProcessBuilder(
                        "Xvnc",
                        "-displayfd",
                        "1",
                        "-rfbport",
                        "-1",
                        "-rfbunixpath",
                        folder.resolve("asked").toString(),
                        "-rfbunixmode",
                        "0600",
                        "-SecurityTypes",
                        "None",
                        "-nolisten",
                        "tcp")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader out = server.inputReader(StandardCharsets.US_ASCII)) {
            String number = out.readLine();
            if (number == null) {
                throw new IOException("Xvnc gives out no display");
            }
            return ":" + number;
        } finally {
            server.destroy();
            server.waitFor();
        }
    }

    private DesktopProgram xvnc(String display, Path socket) throws IOException {
        return DesktopProgram.start(
                folder,
                "xvnc",
                Map.of(),
                List.of(
                        "Xvnc",
                        display,
                        "-rfbport",
                        "-1",
                        "-rfbunixpath",
                        socket.toString(),
                        "-rfbunixmode",
                        "0600",
                        "-SecurityTypes",
                        "None,VncAuth",
                        "-PasswordFile",
                        folder.resolve("password").toString(),
                        "-geometry",
                        GEOMETRY,
                        "-depth",
                        "24",
                        "-AcceptSetDesktopSize=0",
                        "-AlwaysShared",
                        "-nolisten",
                        "tcp"));
    }

    private DesktopProgram xterm(String display) throws IOException {
        Path script = unpack("desktop-screen.py");
        return DesktopProgram.start(
                folder,
                "xterm",
                Map.of("DISPLAY", display),
                List.of(
                        "xterm",
                        "-fn",
                        "fixed",
                        "-b",
                        "0",
                        "-bw",
                        "0",
                        "-geometry",
                        "213x61+0+0",
                        "-e",
                        "python3",
                        script.toString()));
    }

    private DesktopProgram link(String name) throws IOException {
        Path script = unpack("desktop-link.py");
        DesktopProgram link = DesktopProgram.start(
                folder, "link", Map.of(), List.of("python3", script.toString(), name, MBIT, ONE_WAY_MS, QUEUE_BYTES));
        link.await("up");
        return link;
    }

    private Path unpack(String name) throws IOException {
        Path file = folder.resolve(name);
        try (InputStream in = Objects.requireNonNull(DesktopBench.class.getResourceAsStream(name))) {
            Files.copy(in, file);
        }
        return file;
    }
}
