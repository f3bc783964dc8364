package org.benchconnect.tests.lab;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.benchconnect.cli.release.Release;
import org.benchconnect.crypto.testing.TestAuthority;
import org.benchconnect.crypto.testing.TestSigner;
import org.benchconnect.crypto.testing.TestTimeStampServer;
import org.benchconnect.crypto.testing.TestTimeStamps;

/** Makes releases by the commands of {@code docs/release.md}, with keys and certificates of its own, within this process. */
public final class LabVendor implements AutoCloseable {
    private final Path folder;
    private final TestTimeStampServer time;

    private LabVendor(Path folder, TestTimeStampServer time) {
        this.folder = folder;
        this.time = time;
    }

    /** Makes the keys and an empty repository. */
    public static LabVendor in(Path folder) throws IOException {
        TestAuthority authority = TestAuthority.root("Example Code Authority");
        TestAuthority timeAuthority = TestAuthority.root("Example Time Authority");
        LabVendor vendor = new LabVendor(
                Files.createDirectories(folder),
                TestTimeStampServer.start(
                        new TestTimeStamps(timeAuthority.timeStamper().issue())));
        authority.codeSigner().issue().writePkcs12(folder.resolve("code.p12"), "words of a test", "release");
        authority.writePem(folder.resolve("code-signing.pem"));
        timeAuthority.writePem(folder.resolve("time-stamping.pem"));
        vendor.keys();
        vendor.run(
                "init",
                "repository",
                "@releases",
                "--root",
                "@first.pem",
                "--root",
                "@second.pem",
                "--root",
                "@third.pem",
                "--snapshot",
                "@snapshot.pem",
                "--timestamp",
                "@timestamp.pem",
                "--organisation",
                TestSigner.ORGANISATION,
                "--code-signing",
                "@code-signing.pem",
                "--time-stamping",
                "@time-stamping.pem");
        vendor.publish();
        return vendor;
    }

    private void keys() throws IOException {
        Path password = Files.writeString(folder.resolve("password"), "words of a test\n");
        Files.setPosixFilePermissions(password, PosixFilePermissions.fromString("rw-------"));
        for (String holder : List.of("first", "second", "third", "snapshot", "timestamp")) {
            run(
                    "init",
                    "key",
                    "@" + holder + ".key",
                    "--pkcs12",
                    "@" + holder + ".p12",
                    "--password-file",
                    "@password");
        }
        run("init", "key", "@code.key", "--pkcs12", "@code.p12", "--alias", "release", "--password-file", "@password");
    }

    /**
     * Releases a feature.
     *
     * @param description as {@code release add feature} takes it
     * @param modules jars named {@code <artifact>-<version>.jar}
     */
    public void release(Path description, Path... modules) {
        List<String> words = new ArrayList<>(List.of("add", "feature", "@releases", description.toString()));
        for (Path module : modules) {
            words.add(module.toString());
        }
        words.addAll(
                List.of("--key", "@code.key", "--time-stamps", time.address().toString()));
        run(words.toArray(String[]::new));
        publish();
    }

    /** Releases the agent itself in a later version. */
    public void release(LaterBase base) throws IOException {
        LaterBase.Made made = base.into(Files.createDirectories(folder.resolve("base-" + base.version())));
        release(made.document(), made.jars().toArray(Path[]::new));
    }

    /** The repository as it is now, as one zip file for a USB stick. */
    public Path stick() {
        run(
                "publish",
                "@releases",
                "--snapshot",
                "@snapshot.key",
                "--timestamp",
                "@timestamp.key",
                "--zip",
                "@stick.zip");
        return folder.resolve("stick.zip");
    }

    private void publish() {
        run("sign", "@releases", "--key", "@first.key", "--yes");
        run("sign", "@releases", "--key", "@second.key", "--yes");
        run("publish", "@releases", "--snapshot", "@snapshot.key", "--timestamp", "@timestamp.key");
    }

    /** Runs a release command; a word that begins with {@code @} is a file of this vendor's. */
    public void run(String... words) {
        List<String> arguments = new ArrayList<>();
        for (String word : words) {
            arguments.add(
                    word.startsWith("@") ? folder.resolve(word.substring(1)).toString() : word);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exit = Release.run(
                arguments,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        if (exit != 0) {
            throw new AssertionError(String.join(" ", arguments) + ":\n" + err.toString(StandardCharsets.UTF_8));
        }
    }

    /** The address of its time-stamping authority, on loopback. */
    public String timeStamps() {
        return time.address().toString();
    }

    /** What goes into the installation folder as {@code vendor/}. */
    public Path vendorFolder() {
        return folder.resolve("releases/vendor");
    }

    /** What a PC takes features from. */
    public Path repository() {
        return folder.resolve("releases/published");
    }

    @Override
    public void close() {
        time.close();
    }
}
