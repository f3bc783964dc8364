package org.benchconnect.bench;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.benchconnect.crypto.HardenedTlsClient;
import org.benchconnect.crypto.testing.TestAuthority;
import org.benchconnect.upgrade.repository.Caps;
import org.benchconnect.upgrade.repository.Downloads;
import org.benchconnect.upgrade.repository.ReleaseSources;
import org.benchconnect.upgrade.repository.TrustFolder;
import org.benchconnect.upgrade.repository.VendorProfile;
import org.benchconnect.upgrade.repository.VendorProfileException;
import org.benchconnect.upgrade.tuf.Limits;
import org.benchconnect.upgrade.tuf.ReleaseClient;
import org.benchconnect.upgrade.tuf.ReleaseSource;
import org.benchconnect.upgrade.tuf.Target;
import org.benchconnect.upgrade.tuf.UntrustedMetadataException;
import org.benchconnect.upgrade.tuf.testing.ReleaseRepositorySimulator;

/**
 * A release verified from the root of trust on and staged, each module synced to the disk, against {@code sha256sum} and
 * {@code cp} of the same files, each synced. Everything is read from the page cache. Beside the time, what the staging thread
 * allocates in all: it says that memory does not grow with the release.
 */
final class StagingBench {
    private static final String TOOLS = "sha256sum, then cp and sync";
    private static final String FOLDER = "verified and staged, from a folder";
    private static final String ZIP = "verified and staged, from a zip file";
    private static final String SMALL = "the same of a tenth of the bytes, from a folder";
    private static final String FIRST = "from a folder, the first time in this process";

    private final Path folder;
    private final int modules;
    private final int bytes;
    private final int warming;
    private final Table memory = new Table("Memory of verifying and staging", SMALL, "MiB allocated in all");

    /**
     * A release.
     *
     * @param folder is emptied
     * @param bytes of each module
     * @param warming rounds before those that are measured, for the compiler
     */
    StagingBench(Path folder, int modules, int bytes, int warming) {
        this.folder = folder;
        this.modules = modules;
        this.bytes = bytes;
        this.warming = warming;
    }

    Table measure(int rounds) throws IOException, InterruptedException {
        Folders.empty(folder);
        Path whole = release("whole", bytes);
        Path small = release("small", bytes / 10);
        Path zip = zip(whole);
        Table table = new Table(
                String.format(
                        Locale.ROOT, "Verifying and staging %d MB in %d modules", modules * bytes / 1_000_000, modules),
                TOOLS,
                "seconds");
        double first = stage(whole, whole)[0];
        for (int round = -warming; round < rounds; round++) {
            double tools = tools(whole.resolve("targets"));
            double[] fromFolder = stage(whole, whole);
            double[] fromZip = stage(zip, whole);
            double[] fromSmall = stage(small, small);
            if (round >= 0) {
                table.add(TOOLS, tools);
                table.add(FOLDER, fromFolder[0]);
                table.add(ZIP, fromZip[0]);
                table.add(SMALL, fromSmall[0]);
                memory.add(SMALL, fromSmall[1]);
                memory.add(FOLDER, fromFolder[1]);
                memory.add(ZIP, fromZip[1]);
            }
        }
        table.add(FIRST, first);
        Folders.delete(folder);
        return table;
    }

    /** What the staging thread allocated, of the rounds that were measured. */
    Table memory() {
        return memory;
    }

    /** A signed repository with modules that cannot be compressed, as jars cannot, and the installation that trusts it. */
    private Path release(String name, int length) throws IOException {
        ReleaseRepositorySimulator repository =
                ReleaseRepositorySimulator.at(Clock.systemUTC().instant());
        Random random = new Random(length);
        for (int i = 0; i < modules; i++) {
            byte[] module = new byte[length];
            random.nextBytes(module);
            repository.target("targets", path(i), module);
        }
        repository.publish();
        Path release = Folders.empty(folder.resolve(name));
        repository.writeTo(release);
        Path vendor = Files.createDirectories(release.resolve("installation/vendor"));
        TestAuthority authority = TestAuthority.root("Bench");
        authority.writePem(vendor.resolve("code-signing.pem"));
        authority.writePem(vendor.resolve("time-stamping.pem"));
        Files.writeString(vendor.resolve("profile.json"), "{\"organisation\": \"Bench\"}");
        Files.write(vendor.resolve("root.json"), repository.root());
        return release;
    }

    private static String path(int module) {
        return "modules/" + module + ".jar";
    }

    /** The repository as the release tool packs it for a USB stick: stored. */
    private static Path zip(Path release) throws IOException {
        Path zip = release.resolveSibling("release.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            for (Path file : files(release)) {
                String name = release.relativize(file).toString().replace('\\', '/');
                if (!name.startsWith("installation")) {
                    byte[] content = Files.readAllBytes(file);
                    CRC32 sum = new CRC32();
                    sum.update(content);
                    ZipEntry entry = new ZipEntry(name);
                    entry.setMethod(ZipEntry.STORED);
                    entry.setSize(content.length);
                    entry.setCrc(sum.getValue());
                    out.putNextEntry(entry);
                    out.write(content);
                }
            }
        }
        return zip;
    }

    private static List<Path> files(Path below) throws IOException {
        try (Stream<Path> found = Files.walk(below)) {
            return found.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private double tools(Path from) throws IOException, InterruptedException {
        Path to = Folders.empty(folder.resolve("copied"));
        long begin = System.nanoTime();
        Process process = new ProcessBuilder(
                        "sh",
                        "-c",
                        "sha256sum \"$0\"/modules/* > /dev/null && cp \"$0\"/modules/* \"$1\" && sync \"$1\"/* \"$1\"",
                        from.toString(),
                        to.toString())
                .inheritIO()
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (process.waitFor() != 0) {
            throw new IllegalStateException("sha256sum, cp or sync failed");
        }
        return (System.nanoTime() - begin) / 1e9;
    }

    /** Seconds, and mebibytes allocated by this thread. */
    private double[] stage(Path source, Path release) throws IOException {
        Path home = Folders.empty(folder.resolve("home"));
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long thread = Thread.currentThread().getId();
        long allocated = threads.getThreadAllocatedBytes(thread);
        long begin = System.nanoTime();
        List<Path> staged;
        try {
            staged = stage(source, release.resolve("installation"), home);
        } catch (UntrustedMetadataException | VendorProfileException e) {
            throw new IllegalStateException("the release is refused", e);
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        if (staged.size() != modules) {
            throw new IllegalStateException("modules are missing");
        }
        return new double[] {seconds, (threads.getThreadAllocatedBytes(thread) - allocated) / 1048576.0};
    }

    private List<Path> stage(Path source, Path installation, Path home)
            throws IOException, UntrustedMetadataException, VendorProfileException {
        Instant now = Clock.systemUTC().instant();
        Downloads downloads = new Downloads(home);
        TrustFolder trust =
                TrustFolder.open(home, VendorProfile.read(installation).orElseThrow());
        List<Path> staged = new ArrayList<>();
        try (ReleaseSource open = ReleaseSources.open(
                source.toString(), Caps.standard(), new HardenedTlsClient(home, "", Clock.systemUTC()))) {
            ReleaseClient client = new ReleaseClient(trust, open, Limits.standard(), now);
            client.refresh();
            for (int i = 0; i < modules; i++) {
                Target target = client.find(path(i)).orElseThrow();
                Downloads.Content<UntrustedMetadataException> content =
                        (OutputStream out) -> client.download(target, out);
                staged.add(downloads.keep(
                        Objects.requireNonNull(target.hashes().get("sha256")), target.length(), content));
            }
        }
        return staged;
    }
}
