package org.benchconnect.cli.release;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.benchconnect.crypto.testing.TestAuthority;
import org.benchconnect.crypto.testing.TestSigner;
import org.benchconnect.crypto.testing.TestTimeStampServer;
import org.benchconnect.crypto.testing.TestTimeStamps;
import org.benchconnect.upgrade.feature.BaseRelease;
import org.benchconnect.upgrade.feature.MalformedFeatureException;
import org.benchconnect.upgrade.feature.MalformedModuleException;

/** What a vendor has before the first release: certificates made on the spot, a time-stamping authority on loopback, modules. */
final class Vendor implements AutoCloseable {
    private final TestAuthority authority = TestAuthority.root("Example Code Authority");
    private final TestAuthority timeAuthority = TestAuthority.root("Example Time Authority");
    private final TestTimeStampServer time = TestTimeStampServer.start(
            new TestTimeStamps(timeAuthority.timeStamper().issue()));

    /** Writes what {@code docs/release.md} says that a vendor has. */
    void furnish(Path office) throws IOException {
        Files.createDirectories(office);
        authority.codeSigner().issue().writePkcs12(office.resolve("code-signing.p12"), "of the authority", "release");
        secret(office.resolve("code-signing.password"), "of the authority\n");
        authority.writePem(office.resolve("code-signing.pem"));
        timeAuthority.writePem(office.resolve("time-stamping.pem"));
        bundle(office.resolve("hello-1.0.0.jar"), "com.example.bench.hello", "1.0.0");
        bundle(office.resolve("hello-1.1.0.jar"), "com.example.bench.hello", "1.1.0");
        bundle(office.resolve("stainer-1.0.0.jar"), "com.example.plugin.stainer", "1.0.0");
        build(office.resolve("build/release"), office.resolve("build/base.json"));
    }

    /** What a build of BenchConnect 0.2.0 leaves, with fewer modules: its own documents, list and jars, of two features. */
    private static void build(Path release, Path source) throws IOException {
        Files.createDirectories(release);
        for (String module : List.of("core", "settings", "teamviewerbridge")) {
            String name = "org.benchconnect." + module;
            bundle(release.resolve(name + "-0.2.0.jar"), name, "0.2.0");
        }
        Files.writeString(source, document("org.benchconnect.base", ""));
        Path support = source.resolveSibling("remote-support.json");
        Files.writeString(support, document("org.benchconnect.remote-support", "\"view-screen\""));
        try {
            BaseRelease.main(new String[] {
                release.toString(),
                source.toString(),
                support + "=org.benchconnect.teamviewerbridge",
                "--",
                "org.benchconnect:org.benchconnect.core",
                "org.benchconnect:org.benchconnect.settings",
                "org.benchconnect:org.benchconnect.teamviewerbridge"
            });
        } catch (MalformedFeatureException | MalformedModuleException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String document(String name, String privileges) {
        return "{\"feature-resource-version\":\"1.0\",\"id\":\"org.benchconnect:" + name
                + ":0.2.0\",\"name\":\"BenchConnect\",\"description\":\"The agent.\",\"vendor\":\"Example Instruments\","
                + "\"license\":\"Apache-2.0\",\"complete\":true,\"bundles\":[],\"extensions\":{"
                + "\"org.benchconnect.release\":{\"kind\":\"mandatory\",\"type\":\"json\",\"json\":{\"counter\":2,"
                + "\"floor\":0,\"ring\":100,\"privileges\":[" + privileges
                + "],\"models\":[],\"statement\":{\"en\":\"Mends what was wrong.\"}}}}}";
    }

    /** A file that its owner alone may read. */
    static void secret(Path file, String text) throws IOException {
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }

    /** Another customer of the same authority. */
    void writeOtherOrganisation(Path file) {
        authority.codeSigner().organisation("Another Company").issue().writePkcs12(file, "of the authority", "release");
    }

    static Path bundle(Path jar, String symbolicName, String version) throws IOException {
        Manifest manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        main.putValue("Bundle-ManifestVersion", "2");
        main.putValue("Bundle-SymbolicName", symbolicName + ";singleton:=true");
        main.putValue("Bundle-Version", version);
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file, manifest)) {
            out.putNextEntry(new ZipEntry("text"));
            out.write(version.getBytes(StandardCharsets.US_ASCII));
            out.closeEntry();
        }
        return jar;
    }

    String timeStamps() {
        return time.address().toString();
    }

    String organisation() {
        return TestSigner.ORGANISATION;
    }

    @Override
    public void close() {
        time.close();
    }
}
