package org.benchconnect.link;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A proxy that wants a password and lets tunnels through to one port. */
final class Squid implements AutoCloseable {
    static final String USER = "laboratory";
    static final String PASSWORD = "battery-staple";

    private static final Path PROGRAM = Path.of("/usr/sbin/squid");
    private static final Path CHECK = Path.of("/usr/lib/squid/basic_ncsa_auth");
    private static final Path OPENSSL = Path.of("/usr/bin/openssl");

    private final Path folder;
    private final int port = LocalProcess.freePort();
    private final LocalProcess process;

    Squid(int allowedPort) throws IOException, InterruptedException {
        assumeTrue(
                Files.isExecutable(PROGRAM) && Files.isExecutable(CHECK) && Files.isExecutable(OPENSSL),
                "skipped: needs squid and openssl (packages squid, openssl)");
        // Started by root it becomes another user, who must get at its folder: not below a private one, and open to
        // all.
        folder = Files.createTempDirectory("squid");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
        Files.writeString(folder.resolve("passwords"), USER + ":" + hash() + "\n");
        Files.writeString(folder.resolve("squid.conf"), configuration(allowedPort));
        process = LocalProcess.start(
                folder,
                port,
                List.of(
                        PROGRAM.toString(),
                        "-N",
                        "-f",
                        folder.resolve("squid.conf").toString()));
    }

    private static String hash() throws IOException, InterruptedException {
        Process hashing = new ProcessBuilder(OPENSSL.toString(), "passwd", "-5", PASSWORD).start();
        String hash = new String(hashing.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        hashing.waitFor(10, TimeUnit.SECONDS);
        return hash.strip();
    }

    private String configuration(int allowedPort) {
        return String.join(
                "\n",
                "http_port 127.0.0.1:" + port,
                "pid_filename none",
                "cache deny all",
                "netdb_filename none",
                "pinger_enable off",
                "coredump_dir " + folder,
                "cache_log " + folder.resolve("cache.log"),
                "access_log stdio:" + folder.resolve("access.log"),
                "shutdown_lifetime 0 seconds",
                "auth_param basic program " + CHECK + " " + folder.resolve("passwords"),
                "auth_param basic children 1",
                "auth_param basic realm laboratory",
                "acl known proxy_auth REQUIRED",
                "acl broker port " + allowedPort,
                "http_access deny !broker",
                "http_access allow CONNECT known",
                "http_access deny all",
                "");
    }

    String address() {
        return "localhost:" + port;
    }

    /** What it let through and what not. */
    String accesses() throws IOException {
        return Files.readString(folder.resolve("access.log"));
    }

    @Override
    public void close() throws IOException {
        process.close();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
