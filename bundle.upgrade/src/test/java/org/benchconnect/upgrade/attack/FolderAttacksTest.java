package org.benchconnect.upgrade.attack;

import static org.benchconnect.core.feature.RefusedFor.MISMATCH;
import static org.benchconnect.core.feature.RefusedFor.MODULE;
import static org.benchconnect.core.feature.RefusedFor.NO_VENDOR;
import static org.benchconnect.core.feature.RefusedFor.SOURCE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A stick whose files were changed, and things that are no repository. */
class FolderAttacksTest {
    @RegisterExtension
    final AttackLab lab = new AttackLab();

    private Path carried = Path.of("");

    @BeforeEach
    void carry() {
        carried = Path.of(lab.carried());
    }

    /** The one file whose name ends so. */
    static Path named(Path folder, String end) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(each -> each.getFileName().toString().endsWith(end))
                    .filter(each -> end.startsWith(".")
                            || !each.getFileName().toString().equals(end))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private Path engine() throws IOException {
        return named(carried, Bundles.sha256(Vendor.ENGINE) + ".jar");
    }

    // ---- Files changed

    @Test
    void oneBitOfAModule() throws IOException {
        byte[] bytes = Files.readAllBytes(engine());
        bytes[bytes.length / 2] ^= 1;
        Files.write(engine(), bytes);

        lab.refused(carried, MODULE);
    }

    @Test
    void aModuleCutOff() throws IOException {
        Files.write(engine(), java.util.Arrays.copyOf(Vendor.ENGINE, 500));

        lab.refused(carried, MODULE);
    }

    @Test
    void aModuleWithBytesBehindIt() throws IOException {
        Files.write(engine(), Zips.joined(Vendor.ENGINE, Bundles.noise(100)));

        lab.refused(carried, MODULE, "bytes stated");
    }

    @Test
    void oneModuleInThePlaceOfAnother() throws IOException {
        Files.write(engine(), Vendor.BRIDGE);

        lab.refused(carried, MODULE);
    }

    @Test
    void aDocumentChangedOnTheStick() throws IOException {
        Path document = named(carried, "remote-support-3.0.0.json");
        Files.write(document, Bundles.replaced(Files.readAllBytes(document), "view-screen", "view-screem"));

        lab.refused(carried, MISMATCH, "features/remote-support-3.0.0.json has the sha256");
    }

    // ---- What is no plain file

    @Test
    void aModuleThatIsALink() throws IOException {
        Path elsewhere = Files.write(lab.place("elsewhere"), Vendor.ENGINE);
        Files.delete(engineFile());
        Files.createSymbolicLink(engineFile(), elsewhere);

        lab.refusedFrom(carried.toString(), SOURCE, "must be a plain file, but it is a link");
    }

    private Path engineFile() throws IOException {
        String digest = Bundles.sha256(Vendor.ENGINE);
        return carried.resolve("targets/modules").resolve(digest + "." + digest + ".jar");
    }

    @Test
    void metadataThatIsALinkToADevice() throws IOException {
        Files.delete(carried.resolve("metadata/timestamp.json"));
        Files.createSymbolicLink(carried.resolve("metadata/timestamp.json"), Path.of("/dev/zero"));

        lab.refusedFrom(carried.toString(), SOURCE, "must be a plain file, but it is a link");
    }

    @Test
    void aFolderThatIsALink() throws IOException {
        Files.move(carried.resolve("targets"), carried.resolve("hidden"));
        Files.createSymbolicLink(carried.resolve("targets"), carried.resolve("hidden"));

        lab.refusedFrom(carried.toString(), SOURCE, "must be in plain folders, but it is a link");
    }

    @Test
    void metadataThatIsAPipe() throws IOException, InterruptedException {
        Path file = carried.resolve("metadata/timestamp.json");
        Files.delete(file);
        Process made = new ProcessBuilder("mkfifo", file.toString()).start();
        assumeTrue(made.waitFor(10, TimeUnit.SECONDS) && Files.exists(file), "mkfifo is needed");

        lab.refusedFrom(carried.toString(), SOURCE, "must be a plain file, but it is a device, pipe or socket");
    }

    @Test
    void metadataThatIsAFolder() throws IOException {
        Files.delete(carried.resolve("metadata/timestamp.json"));
        Files.createDirectory(carried.resolve("metadata/timestamp.json"));

        lab.refusedFrom(carried.toString(), SOURCE, "must be a plain file, but it is a folder");
    }

    @Test
    void aFolderThatIsAFile() throws IOException {
        Files.move(carried.resolve("targets"), carried.resolve("hidden"));
        Files.write(carried.resolve("targets"), new byte[1]);

        lab.refusedFrom(carried.toString(), SOURCE, "must be in plain folders, but it is a file");
    }

    // ---- No repository, or several

    @Test
    void anEmptyFolder() throws IOException {
        lab.refusedFrom(
                Files.createDirectory(lab.place("empty")).toString(), SOURCE, "This is no repository of releases");
    }

    @Test
    void twoRepositoriesSideBySide() throws IOException {
        Path both = Files.createDirectory(lab.place("both"));
        Pc.copy(carried, both.resolve("honest"));
        RepositoryOf.another(both.resolve("other"), lab.now);

        lab.refusedFrom(both.toString(), SOURCE, "found: 2 of them");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "repository",
                "../repository",
                "/no/such/folder",
                "/dev/zero",
                "http://localhost/",
                "file:///tmp",
                "jar:file:/media/stick/a.zip!/",
                "ftp://localhost/",
                "\\\\server\\share",
                "//server/share",
                "https:",
                "https://",
                "https:///metadata",
                "https://user:secret@localhost/",
                "https://other.example/",
                "https://localhost:1/",
                "https://localhost/?a=b",
                "https://localhost/a/../b",
                "https://[::1",
                "https://localhost:99999999999/",
                "a\0b",
                "/a\0b",
                "/\ud800",
            })
    void aSourceThatIsNone(String source) {
        lab.withoutRecovery().refusedFrom(source, SOURCE);
    }

    @Test
    void aFileThatIsNoZipFile() throws IOException {
        Path file = Files.write(lab.place("some.zip"), Vendor.bytes("Please find the release attached.\n"));

        lab.refusedFrom(file.toString(), SOURCE, "a file that is no zip file");
    }

    @Test
    void aFeatureInOtherCase() throws IOException {
        Path features = carried.resolve("targets/features");
        Path document = named(features, "remote-support-3.0.0.json");
        Files.move(document, features.resolve(document.getFileName().toString().replace("remote", "Remote")));

        lab.refusedFrom(carried.toString(), SOURCE, "remote-support-3.0.0.json");
    }

    // ---- The installation

    @Test
    void anInstallationWithoutVendor() throws IOException {
        Files.move(lab.pc().folder.resolve("installation/vendor"), lab.place("away"));

        lab.withoutRecovery().refused(carried, NO_VENDOR, "This installation has no vendor's root of trust");
    }

    @ParameterizedTest
    @ValueSource(strings = {"root.json", "profile.json", "code-signing.pem", "time-stamping.pem"})
    void aVendorWithoutAllOfItsFiles(String file) throws IOException {
        Files.delete(lab.pc().folder.resolve("installation/vendor").resolve(file));

        lab.withoutRecovery().refused(carried, NO_VENDOR, file);
    }

    @Test
    void modulesOfThisPcThatAreChangedAreFetchedAgain() throws IOException {
        lab.accepts();
        Path kept = lab.pc().folder.resolve("home/modules/" + Bundles.sha256(Vendor.ENGINE) + ".jar");
        Files.write(kept, Vendor.BRIDGE);

        assertEquals(Vendor.OWN, lab.accepts().feature().name());
        assertEquals(-1, java.util.Arrays.mismatch(Vendor.ENGINE, Files.readAllBytes(kept)));
    }
}
