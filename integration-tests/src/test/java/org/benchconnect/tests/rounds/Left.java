package org.benchconnect.tests.rounds;

import com.sun.management.UnixOperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What rounds could leave behind, in the process and on the disk.
 *
 * @param threads alive
 * @param openFiles descriptors of this process
 * @param rows how many each table of the database has
 * @param files of the home folder, without the ledger and the log, which grow, and without the database's own
 */
public record Left(int threads, long openFiles, String rows, List<String> files) {
    private static final List<String> NOT_COUNTED = List.of("ledger/", "log/", "data/");

    /** Of the agent within this process. */
    public static Left in(Path home) throws IOException, InterruptedException {
        System.gc();
        UnixOperatingSystemMXBean system = (UnixOperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return new Left(
                ManagementFactory.getThreadMXBean().getThreadCount(),
                system.getOpenFileDescriptorCount(),
                rows(home.resolve("data/agent.db")),
                files(home));
    }

    /** Numbers of generations go up; how many are kept does not. */
    private static List<String> files(Path home) throws IOException {
        try (Stream<Path> all = Files.walk(home)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> home.relativize(file).toString())
                    .filter(name -> NOT_COUNTED.stream().noneMatch(name::startsWith))
                    .map(name -> name.replaceFirst("^generations/[0-9]+/", "generations/n/")
                            .replaceFirst("^run/felix-cache/bundle[0-9]+/", "run/felix-cache/bundle-n/"))
                    .sorted()
                    .toList();
        }
    }

    /** In a process of its own: here the agent has loaded the database's library. */
    private static String rows(Path database) throws IOException, InterruptedException {
        Process counting = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Left.class.getName(),
                        database.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String said = new String(counting.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        if (counting.waitFor() != 0 || said.isEmpty()) {
            throw new AssertionError("the rows of " + database + " could not be counted: " + said);
        }
        return said;
    }

    /** In that process. */
    public static void main(String[] arguments) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + arguments[0]);
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA busy_timeout = 120000"); // milliseconds; the agent writes meanwhile
            try (ResultSet names =
                    statement.executeQuery("select name from sqlite_master where type = 'table' order by name")) {
                while (names.next()) {
                    tables.add(names.getString(1));
                }
            }
            for (String table : tables) {
                try (ResultSet count = statement.executeQuery("select count(*) from \"" + table + "\"")) {
                    count.next();
                    System.out.print(table + "=" + count.getLong(1) + " ");
                }
            }
        }
    }
}
