package org.benchconnect.tests.lab;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.benchconnect.tests.Await;
import org.benchconnect.tests.agent.AgentProcess;

/**
 * Keys of a device that a real agent of this build made once, for homes of tests that are about something else: an RSA-4096 key takes seconds of a processor. They lie beside
 * the installation and are made anew for each build of the module that makes them; two tests that want them at the same time wait for each other. What is about the keys
 * themselves, or about the very first start, begins without them.
 */
public final class PreparedIdentity {
    private static final Path ALL = AgentProcess.INSTALLATION.resolveSibling("prepared-identity");
    private static final String CRYPTO = "org.benchconnect.crypto-";
    private static final Duration MAKING = Duration.ofMinutes(5);

    private PreparedIdentity() {}

    /** Gives these keys to a home whose agent never ran; its settings must not ask for another protector than {@code file}. */
    public static synchronized void into(Path home) throws Exception {
        Path prepared = made();
        Path folder = Files.createDirectories(home).resolve("identity");
        try (Stream<Path> files = Files.walk(prepared)) {
            for (Path file : files.toList()) {
                Files.copy(
                        file, folder.resolve(prepared.relativize(file).toString()), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    private static Path made() throws Exception {
        Files.createDirectories(ALL);
        try (FileChannel channel =
                        FileChannel.open(ALL.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock held = channel.lock()) {
            Path identity = ALL.resolve(maker());
            if (held.isValid() && Files.notExists(identity)) {
                make(identity);
            }
            return identity;
        }
    }

    private static void make(Path identity) throws Exception {
        Path home = Files.createTempDirectory(ALL, "home");
        AgentProcess.configure(home, Map.of("keys", Map.of("protector", "file")));
        try (AgentProcess agent = AgentProcess.start(home)) {
            Await.until(
                    "the keys are made",
                    MAKING,
                    () -> agent.process().isAlive() && Files.exists(home.resolve("identity/device.pub")));
        }
        Files.move(home.resolve("identity"), identity, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Another build of the module that makes keys may make others. */
    private static String maker() throws Exception {
        try (Stream<Path> release = Files.list(AgentProcess.INSTALLATION.resolve("release"))) {
            List<Path> jars = release.filter(jar -> jar.getFileName().toString().startsWith(CRYPTO))
                    .toList();
            if (jars.size() != 1) {
                throw new IOException("one module makes keys, not " + jars);
            }
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(jars.get(0))));
        }
    }
}
