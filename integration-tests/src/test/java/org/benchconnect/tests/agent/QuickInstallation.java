package org.benchconnect.tests.agent;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * The build's installation with one option of the JVM more: code is compiled once and quickly, never again and better. An agent of a test lives for seconds, and half of its time
 * went into compiling what it no longer ran. Nothing else differs, so what a test learns is true of the other one too, but for its speed: what makes keys of RSA-4096, which
 * take several times as long so, begins with the installation as it is.
 */
public final class QuickInstallation {
    private static final String OPTIONS = "jvm.options";
    private static final String OPTION = "-XX:TieredStopAtLevel=1\n";
    private static final Path ALL = AgentProcess.INSTALLATION.resolveSibling("quick-installation");
    private static final Path MADE = made();

    private QuickInstallation() {}

    /** The folder, the same for all tests of a build. */
    public static Path folder() {
        return MADE;
    }

    /** A copy of the installation, file by file as a second name, and the option. */
    public static void into(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(AgentProcess.INSTALLATION)) {
            for (Path each : all.toList()) {
                Path copy = folder.resolve(
                        AgentProcess.INSTALLATION.relativize(each).toString());
                if (Files.isDirectory(each)) {
                    Files.createDirectories(copy);
                } else if (each.endsWith(OPTIONS)) {
                    Files.writeString(copy, Files.readString(each) + OPTION);
                } else {
                    link(each, copy);
                }
            }
        }
    }

    private static void link(Path from, Path to) throws IOException {
        try {
            Files.createLink(to, from);
        } catch (IOException otherDisk) {
            Files.copy(from, to, StandardCopyOption.COPY_ATTRIBUTES);
        }
    }

    /** Tests in several processes want it at the same time. */
    private static Path made() {
        try {
            Files.createDirectories(ALL);
            try (FileChannel channel =
                            FileChannel.open(ALL.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock held = channel.lock()) {
                Path folder = ALL.resolve(build());
                if (held.isValid() && Files.notExists(folder)) {
                    Path unfinished = Files.createTempDirectory(ALL, "unfinished");
                    into(unfinished);
                    Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
                }
                return folder;
            }
        } catch (IOException | NoSuchAlgorithmException e) {
            throw new IllegalStateException("cannot make " + ALL, e);
        }
    }

    /** Another build has other files, or the same names with other times. */
    private static String build() throws IOException, NoSuchAlgorithmException {
        MessageDigest files = MessageDigest.getInstance("SHA-256");
        try (Stream<Path> all = Files.walk(AgentProcess.INSTALLATION)) {
            List<Path> sorted = all.filter(Files::isRegularFile).sorted().toList();
            for (Path each : sorted) {
                String state = each + " " + Files.size(each) + " " + Files.getLastModifiedTime(each) + "\n";
                files.update(state.getBytes(StandardCharsets.UTF_8));
            }
        }
        return HexFormat.of().formatHex(files.digest());
    }
}
