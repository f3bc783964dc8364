package org.benchconnect.tests.tuf;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.benchconnect.upgrade.tuf.Limits;
import org.benchconnect.upgrade.tuf.ReleaseClient;
import org.benchconnect.upgrade.tuf.Target;
import org.benchconnect.upgrade.tuf.UntrustedMetadataException;

/**
 * The command line that the TUF conformance suite drives:
 *
 * <pre>
 * --metadata-dir D init ROOT
 * --metadata-dir D --metadata-url U refresh
 * --metadata-dir D --metadata-url U --target-name N --target-base-url B --target-dir T download
 * </pre>
 *
 * Exit code 0 when done, 1 with a reason on standard error, 2 for usage.
 */
public final class TufClient {
    private static final long MOST_SECONDS = Long.getLong("tuf-client.seconds", 120);

    private final Map<String, String> options = new HashMap<>();
    private String command = "";
    private String argument = "";

    private TufClient(String... words) {
        for (int i = 0; i < words.length; i++) {
            if (words[i].startsWith("--") && i + 1 < words.length) {
                options.put(words[i], words[++i]);
            } else if (command.isEmpty()) {
                command = words[i];
            } else {
                argument = words[i];
            }
        }
    }

    public static void main(String... words) {
        watch();
        System.exit(run(words));
    }

    /** A server that sends a byte a second keeps every time-out of a read from passing. */
    private static void watch() {
        Thread watch = new Thread(
                () -> {
                    try {
                        new CountDownLatch(1).await(MOST_SECONDS, TimeUnit.SECONDS);
                        System.err.println("tuf-client: not done within " + MOST_SECONDS + " s");
                        Runtime.getRuntime().halt(1);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                },
                "watch");
        watch.setDaemon(true);
        watch.start();
    }

    /** The exit code. */
    static int run(String... words) {
        return new TufClient(words).run();
    }

    private int run() {
        try {
            switch (command) {
                case "init" -> init();
                case "refresh" -> refresh();
                case "download" -> download();
                default -> throw new IllegalArgumentException("init, refresh or download");
            }
            return 0;
        } catch (IllegalArgumentException e) {
            System.err.println("tuf-client: " + e.getMessage());
            return 2;
        } catch (UntrustedMetadataException e) {
            System.err.println("tuf-client: " + e.getMessage());
            return 1;
        } catch (IOException e) {
            System.err.println("tuf-client: " + e);
            return 1;
        }
    }

    private void init() throws IOException, UntrustedMetadataException {
        ReleaseClient.trust(store(), Files.readAllBytes(Path.of(argument)));
    }

    private void refresh() throws IOException, UntrustedMetadataException {
        try (PlainHttpSource source = new PlainHttpSource(option("--metadata-url"), option("--metadata-url"))) {
            refreshed(source);
        }
    }

    private void download() throws IOException, UntrustedMetadataException {
        String name = option("--target-name");
        try (PlainHttpSource source = new PlainHttpSource(option("--metadata-url"), option("--target-base-url"))) {
            ReleaseClient client = refreshed(source);
            Optional<Target> target = client.find(name);
            if (target.isEmpty()) {
                throw new IOException("the repository has no target " + name);
            }
            download(client, target.get(), Path.of(option("--target-dir")));
        }
    }

    private ReleaseClient refreshed(PlainHttpSource source) throws IOException, UntrustedMetadataException {
        ReleaseClient client = new ReleaseClient(store(), source, Limits.standard(), Instant.now());
        client.refresh();
        return client;
    }

    /** Under one name whatever its path, and not again if it is there. */
    private static void download(ReleaseClient client, Target target, Path folder)
            throws IOException, UntrustedMetadataException {
        Path file = folder.resolve(PlainHttpSource.encoded(target.path(), ""));
        if (isThere(target, file)) {
            return;
        }
        Path temporary = folder.resolve(".part"); // one name: what a killed call left is replaced
        try {
            try (OutputStream out = Files.newOutputStream(temporary)) {
                client.download(target, out);
            }
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private static boolean isThere(Target target, Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return false;
        }
        try (InputStream in = Files.newInputStream(file)) {
            target.verify(in);
            return true;
        } catch (UntrustedMetadataException e) {
            return false;
        }
    }

    private MetadataFolder store() throws IOException {
        return new MetadataFolder(Path.of(option("--metadata-dir")));
    }

    private String option(String name) {
        String value = options.get(name);
        if (value == null) {
            throw new IllegalArgumentException(name + " is missing");
        }
        return value;
    }
}
