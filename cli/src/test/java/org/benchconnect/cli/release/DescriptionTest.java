package org.benchconnect.cli.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of an author's description, or of a document that a build has completed. */
class DescriptionTest {
    @RegisterExtension
    static final VendorsKeys KEYS = new VendorsKeys();

    private Workshop shop;

    @BeforeEach
    void open(@TempDir Path folder) throws Exception {
        shop = KEYS.open(folder);
    }

    @Test
    void jarsThatACompletedDocumentDoesNotNameStayOut() throws Exception {
        shop.describe("1.0.0", 1);
        Path description = shop.path("feature.json");
        Path own = shop.path("module-1.0.0.jar");
        Files.write(
                description,
                FeatureDraft.of(description, List.of(own), Optional.empty()).bytes());
        Path another = Vendor.bundle(shop.path("another-1.0.0.jar"), "com.example.another", "1.0.0");

        FeatureDraft draft = FeatureDraft.of(description, List.of(another, own), Optional.empty());

        assertEquals(List.of(own), List.copyOf(draft.jars().values()));
    }

    @Test
    void whatAReleaseNeedsOfThePlatformIsInTheDocumentAndShownToWhoSigns() throws Exception {
        shop.describe("1.0.0", 1);

        assertEquals(0, shop.add(" --platform 0.2.0"), shop.err());

        shop.done("sign work");
        assertTrue(shop.out().contains("needs the installation of BenchConnect 0.2.0 or newer"), shop.out());
    }

    @Test
    void aPlatformThatIsNoVersionIsRefused() throws Exception {
        shop.describe("1.0.0", 1);

        assertEquals(1, shop.add(" --platform newest"));

        assertTrue(shop.err().contains("three numbers such as 0.2.0"), shop.err());
    }

    @Test
    void aCompletedDocumentSaysItselfWhatItNeeds() throws Exception {
        shop.describe("1.0.0", 1);
        Path description = shop.path("feature.json");
        List<Path> jars = List.of(shop.path("module-1.0.0.jar"));
        Files.write(
                description,
                FeatureDraft.of(description, jars, Optional.of("0.2.0")).bytes());

        assertEquals(1, shop.add(" --platform 0.3.0"));
        assertTrue(shop.err().contains("needs 0.2.0 platform"), shop.err());
        assertEquals(0, shop.add(" --platform 0.2.0"), shop.err());
    }

    @Test
    void aDocumentThatTheBuildHasCompletedIsTakenAsItIs() throws Exception {
        shop.describe("1.0.0", 1);
        Path description = shop.path("feature.json");
        byte[] complete = FeatureDraft.of(description, List.of(shop.path("module-1.0.0.jar")), Optional.empty())
                .bytes();
        Files.write(description, complete);

        assertEquals(0, shop.add(""), shop.err());

        String path = "features/com.example.bench.hello-1.0.0.json";
        assertTrue(Files.exists(TargetInfo.of(complete).in(shop.path("work/draft/targets"), path)));
        Vendor.bundle(shop.path("module-1.0.0.jar"), "com.example.bench.hello", "9.9.9");
        assertEquals(1, shop.add(""));
        assertTrue(shop.err().contains("these jars are not the modules"), shop.err());
    }
}
