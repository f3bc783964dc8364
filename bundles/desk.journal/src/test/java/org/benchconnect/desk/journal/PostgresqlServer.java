package org.benchconnect.desk.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A PostgreSQL server of its own, on a free port, in a folder that goes with it. It does not run as root: then as the user postgres. */
final class PostgresqlServer implements AutoCloseable {
    private static final String PASSWORD = "correct-horse";

    private final Path programs;
    private final Path folder;
    private final int port;

    private PostgresqlServer(Path programs, Path folder, int port) {
        this.programs = programs;
        this.folder = folder;
        this.port = port;
    }

    static PostgresqlServer start() throws IOException, InterruptedException {
        Optional<Path> programs = programs();
        assumeTrue(programs.isPresent(), "skipped: needs PostgreSQL (package postgresql)");
        Path folder = Files.createTempDirectory("journal-postgresql");
        Files.writeString(folder.resolve("password"), PASSWORD + "\n");
        if (isRoot()) {
            UserPrincipal postgres =
                    folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("postgres");
            Files.setOwner(folder.resolve("password"), postgres);
            Files.setOwner(folder, postgres);
        }
        int port = FreePort.find();
        PostgresqlServer server = new PostgresqlServer(programs.get(), folder, port);
        server.run(
                "initdb",
                "-D",
                folder.resolve("data").toString(),
                "-U",
                "desk",
                "-A",
                "scram-sha-256",
                "--pwfile=" + folder.resolve("password"),
                "--no-sync",
                "-E",
                "UTF8",
                "--locale=C");
        server.run(
                "pg_ctl",
                "-D",
                folder.resolve("data").toString(),
                "-l",
                folder.resolve("log").toString(),
                "-w",
                "-t",
                "200",
                "-o",
                "-p " + port + " -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off",
                "start");
        return server;
    }

    Database database(String name) {
        return Database.postgresql(URI.create("postgresql://127.0.0.1:" + port + "/" + name), "desk", PASSWORD);
    }

    @Override
    public void close() throws IOException, InterruptedException {
        run("pg_ctl", "-D", folder.resolve("data").toString(), "-m", "immediate", "-w", "-t", "200", "stop");
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(one);
            }
        }
    }

    private void run(String program, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        if (isRoot()) {
            command.addAll(List.of("setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups"));
        }
        command.add(programs.resolve(program).toString());
        command.addAll(List.of(arguments));
        Path output = Files.createTempFile("journal-" + program, ".out");
        Process process = new ProcessBuilder(command)
                .directory(Path.of("/").toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        boolean ended = process.waitFor(240, TimeUnit.SECONDS);
        String said = Files.readString(output);
        Files.delete(output);
        assertEquals("true 0", ended + " " + (ended ? process.exitValue() : "running"), said);
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    /** The newest version that is here. */
    private static Optional<Path> programs() throws IOException {
        Path versions = Path.of("/usr/lib/postgresql");
        if (!Files.isDirectory(versions)) {
            return Optional.empty();
        }
        try (Stream<Path> all = Files.list(versions)) {
            return all.map(version -> version.resolve("bin"))
                    .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
                    .max(Comparator.naturalOrder());
        }
    }
}
