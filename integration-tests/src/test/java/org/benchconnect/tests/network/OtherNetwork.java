package org.benchconnect.tests.network;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A network namespace with one cable to this one, gone when it is closed. */
final class OtherNetwork implements AutoCloseable {
    private static final Path IP = Path.of("/usr/sbin/ip");
    /** Of the range for measurements (RFC 2544), which nobody routes. */
    private static final String NET = "198.18.";

    private final String name = "bc" + ProcessHandle.current().pid() % 1_000_000;
    private final String net = NET + ProcessHandle.current().pid() % 250 + ".";

    private OtherNetwork() {}

    /** Makes one, or skips the test where that is not possible. */
    static OtherNetwork orSkip() throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(IP), "skipped: needs the command ip (package iproute2)");
        assumeTrue("root".equals(System.getProperty("user.name")), "skipped: a network namespace needs root");
        OtherNetwork made = new OtherNetwork();
        assumeTrue(succeeds("netns", "add", made.name), "skipped: this machine lets nobody make a network namespace");
        try {
            ip("link", "add", made.here(), "type", "veth", "peer", "name", made.there(), "netns", made.name);
            ip("addr", "add", made.net + "1/30", "dev", made.here());
            ip("link", "set", made.here(), "up");
            ip("-n", made.name, "addr", "add", made.address() + "/30", "dev", made.there());
            ip("-n", made.name, "link", "set", made.there(), "up");
            return made;
        } catch (IOException e) {
            made.close();
            throw e;
        }
    }

    private String here() {
        return name + "h";
    }

    private String there() {
        return name + "t";
    }

    /** Of the other end, numeric. */
    String address() {
        return net + "2";
    }

    /** What lets a command run there. */
    List<String> inside() {
        return List.of(IP.toString(), "netns", "exec", name);
    }

    /** Pulls the cable out, at the far end. */
    void cut() throws IOException, InterruptedException {
        ip("-n", name, "link", "set", there(), "down");
    }

    void mend() throws IOException, InterruptedException {
        ip("-n", name, "link", "set", there(), "up");
    }

    @Override
    public void close() throws IOException, InterruptedException {
        succeeds("link", "del", here());
        ip("netns", "del", name);
    }

    private static void ip(String... arguments) throws IOException, InterruptedException {
        Process process = run(arguments);
        if (!process.waitFor(2, TimeUnit.MINUTES) || process.exitValue() != 0) {
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            throw new IOException(String.join(" ", arguments) + ": " + said);
        }
    }

    private static boolean succeeds(String... arguments) throws IOException, InterruptedException {
        Process process = run(arguments);
        return process.waitFor(2, TimeUnit.MINUTES) && process.exitValue() == 0;
    }

    private static Process run(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(IP.toString()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }
}
