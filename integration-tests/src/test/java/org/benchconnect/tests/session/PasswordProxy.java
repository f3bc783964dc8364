package org.benchconnect.tests.session;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.benchconnect.tests.Await;
import org.benchconnect.tests.FreePort;

/** The laboratory's proxy: a squid that wants a password and lets tunnels through to relay and broker alone. */
final class PasswordProxy implements AutoCloseable {
    static final String USER = "laboratory";
    static final String PASSWORD = "battery-staple";

    private static final Path CHECK = Path.of("/usr/lib/squid/basic_ncsa_auth");

    private final Path folder;
    private final int port = FreePort.next();
    private final Process squid;

    PasswordProxy(Programs programs, List<Integer> open) throws Exception {
        Programs.require("squid", "basic_ncsa_auth", "openssl");
        // Started by root it becomes another user, who must get at its folder: not below a private one, and open to
        // all.
        folder = Files.createTempDirectory("session-squid");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
        Files.writeString(folder.resolve("passwords"), USER + ":" + hash() + "\n");
        Path configuration = Files.writeString(folder.resolve("squid.conf"), configuration(open));
        squid = programs.start(Map.of(), "/usr/sbin/squid", "-N", "-f", configuration.toString());
        Await.until("squid listens", Duration.ofMinutes(2), this::listens);
    }

    private static String hash() throws IOException, InterruptedException {
        Process hashing = new ProcessBuilder("/usr/bin/openssl", "passwd", "-5", PASSWORD).start();
        String hash = new String(hashing.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        hashing.waitFor(2, TimeUnit.MINUTES);
        return hash.strip();
    }

    private String configuration(List<Integer> open) {
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
                "acl service port " + open.stream().map(String::valueOf).collect(Collectors.joining(" ")),
                "http_access deny !service",
                "http_access allow CONNECT known",
                "http_access deny all",
                "");
    }

    private boolean listens() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    String address() {
        return "127.0.0.1:" + port;
    }

    /** Tunnels that are over, and those that it refused. */
    String accesses() throws IOException {
        Path log = folder.resolve("access.log");
        return Files.exists(log) ? Files.readString(log) : "";
    }

    @Override
    public void close() throws Exception {
        Programs.end(squid);
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
