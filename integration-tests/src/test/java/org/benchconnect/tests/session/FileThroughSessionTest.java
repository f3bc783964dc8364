package org.benchconnect.tests.session;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.benchconnect.tests.Await;
import org.benchconnect.tests.lab.LabPc;
import org.benchconnect.tests.lab.LabVendor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** A file from the supporter's page to the quarantine of the PC, through the feature that alone has the right to it, and no button for it without that. */
@EnabledIfSystemProperty(
        named = "benchconnect.session",
        matches = "true",
        disabledReason = "two minutes of real desktops and browsers: benchconnect torture session runs it")
class FileThroughSessionTest {
    private static final String FEATURE = "org.benchconnect.file-transfer";
    private static final String FILES = "transfer-files";
    private static final String MODEL = "Navios EX";
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String NAME = "what to do.txt";
    private static final byte[] CONTENT =
            "clean the sample probe, then measure again\n".repeat(5000).getBytes(StandardCharsets.UTF_8);

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path folder;

    private SupporterPage page;
    private SupportedPc pc;
    private LabPc lab;

    @Test
    void aFileComesInThroughItsFeatureAndWithoutItThereIsNoButton() throws Exception {
        try (WholeSession all = new WholeSession(folder.resolve("all"))) {
            page = all.page();
            pc = all.pc();
            lab = pc.pc();
            all.shows("x11vnc");
            SupportedPc.Invitation invitation = all.joined();
            pc.compared();
            assertFalse(page.byId("file-in").isDisplayed());
            assertFalse(abilities().contains(FILES));

            allowTheFeature();
            page.shown("ask-transfer-files");
            assertTrue(abilities().contains(FILES), this::abilities);
            choose(NAME, CONTENT);
            awaitFile("asked");
            String request = pc.waiting(FILES);
            assertTrue(pc.now().get("request").toString().contains(NAME), "the person sees the name");
            assertEquals(List.of(), received());
            pc.give(request).ok();
            awaitFile("kept");

            Path quarantined = lab.transferFolder().resolve("quarantine/" + NAME + ".quarantine");
            assertArrayEquals(CONTENT, Files.readAllBytes(quarantined));
            pc.awaitLedger(invitation.session(), "FILE_RECEIVED");
            assertEquals(List.of(), pc.permissions(), "the permission ended with its file");
            assertFalse(
                    Files.readString(lab.home().resolve("ledger/entries"), StandardCharsets.ISO_8859_1)
                            .contains(NAME),
                    "no file's name is in the ledger");

            choose("setup.exe", CONTENT);
            awaitFile("refused");
            lab.people().withdraw(FEATURE);
            page.await(
                    "the button is gone", () -> !page.byId("ask-transfer-files").isDisplayed());
            assertFalse(abilities().contains(FILES));
            assertEquals("AUTHENTICATED", pc.state(), "the session goes on without it");
            assertEquals(List.of(NAME + ".quarantine"), received());
        }
    }

    /** Its second version names the instrument that is here; the laboratory's administrator allows it. */
    private void allowTheFeature() throws Exception {
        lab.instrumentWrites(MODEL);
        Await.until(
                "the instrument is known",
                PATIENCE,
                () -> lab.api().get("/api/v1/status?lang=en").ok().toString().contains(MODEL));
        Path project = Path.of(System.getProperty("benchconnect.checkout")).resolve("bundles/feature.file-transfer");
        Path module = project.resolve("target/org.benchconnect.feature.filetransfer-0.1.0.jar")
                .toAbsolutePath();
        try (LabVendor vendor = LabVendor.in(folder.resolve("maker"))) {
            install(vendor);
            vendor.release(project.resolve("feature-2.json"), module);
            JsonObject asked =
                    lab.people().ask(vendor.repository().toString(), FEATURE).ok();
            lab.people()
                    .give(asked.get("id").getAsString(), lab.people().administrator(), false)
                    .ok();
        }
    }

    /** As the administrator of the operating system brings whom this PC trusts to make features. */
    private void install(LabVendor vendor) throws Exception {
        try (Stream<Path> all = Files.walk(vendor.vendorFolder())) {
            for (Path each : all.toList()) {
                Path copy = lab.installation()
                        .resolve("vendor")
                        .resolve(vendor.vendorFolder().relativize(each).toString());
                if (!Files.exists(copy)) {
                    Files.copy(each, copy);
                }
            }
        }
    }

    private void choose(String name, byte[] content) throws Exception {
        Path file = Files.write(folder.resolve(name), content);
        page.byId("file").sendKeys(file.toString());
        page.byId("ask-transfer-files").click();
    }

    private void awaitFile(String state) throws Exception {
        page.await(
                "the file is " + state, () -> state.equals(page.byId("file-in").getDomAttribute("data-state")));
    }

    private String abilities() {
        try {
            return String.valueOf(pc.now().get("abilities"));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private List<String> received() throws Exception {
        Path quarantine = lab.transferFolder().resolve("quarantine");
        if (!Files.isDirectory(quarantine)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(quarantine)) {
            return all.map(each -> each.getFileName().toString()).sorted().toList();
        }
    }
}
