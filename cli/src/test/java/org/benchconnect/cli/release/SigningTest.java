package org.benchconnect.cli.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A draft on its way through the hands of key holders. */
class SigningTest {
    @RegisterExtension
    static final VendorsKeys KEYS = new VendorsKeys();

    private Workshop shop;

    @BeforeEach
    void open(@TempDir Path folder) throws Exception {
        shop = KEYS.begun(folder);
    }

    @Test
    void whatIsToBeSignedIsShownInPlainWords() throws Exception {
        shop.signed();
        shop.published();
        shop.describe("1.0.0", 7);
        assertEquals(0, shop.add(""), shop.err());
        String module = TargetInfo.of(shop.path("module-1.0.0.jar")).sha256();

        shop.done("sign work");

        assertTrue(shop.out().contains("targets version 2, valid until "), shop.out());
        assertTrue(shop.out().contains("+ modules/" + module + ".jar, "));
        assertTrue(shop.out().contains("+ features/com.example.bench.hello-1.0.0.json, "));
        assertTrue(shop.out().contains("counter 7, no release below 0 any more, for 25 of 100 PCs"));
        assertTrue(shop.out().contains("asks for: view-screen"));
        assertTrue(shop.out().contains("instruments: NAVIOS_EX"));
        assertTrue(shop.out().contains("signatures for targets: 0 of 2 needed"));
        assertFalse(shop.out().contains("root version"));
    }

    @Test
    void programsGetTheSameAsOneObject() {
        shop.done("sign work --key first.key --yes --json");

        JsonObject said = JsonParser.parseString(shop.out()).getAsJsonObject();
        assertFalse(said.get("complete").getAsBoolean());
        JsonObject root = said.getAsJsonArray("roles").get(0).getAsJsonObject();
        assertEquals("root", root.get("role").getAsString());
        assertEquals(1, root.getAsJsonArray("signed").size());
        assertEquals(2, root.get("needed").getAsInt());
    }

    @Test
    void aPersonIsAskedAndMaySayNo() {
        shop.disagrees();

        assertEquals(1, shop.run("sign work --key first.key"));

        assertEquals(List.of("Sign all this? (yes)"), shop.questions());
        assertTrue(shop.err().contains("nothing was signed"));
        shop.done("sign work");
        assertTrue(shop.out().contains("signatures for root: 0 of 2 needed"));
    }

    @Test
    void aPersonTypesAPasswordThatNoFileHas() throws Exception {
        Files.writeString(shop.path("first.key"), "{\"pkcs12\":\"first.p12\",\"alias\":\"first\"}");

        shop.done("sign work --key first.key --yes");

        assertEquals(List.of("password of first.p12"), shop.questions());
    }

    @Test
    void aPasswordIsNeverAnArgument() {
        assertEquals(2, shop.run("sign work --key first.key --password secret"));
        assertEquals(2, shop.run("init key fourth.key --pkcs12 fourth.p12 --password secret"));
    }

    @Test
    void aPasswordThatEverybodyCanReadIsNotUsed() throws Exception {
        Files.setPosixFilePermissions(shop.path("password"), PosixFilePermissions.fromString("rw-r--r--"));

        assertEquals(1, shop.run("sign work --key first.key --yes"));

        assertTrue(shop.err().contains("chmod 600"), shop.err());
    }

    @Test
    void aWrongPasswordIsSaid() throws Exception {
        Files.writeString(shop.path("password"), "other words\n");

        assertEquals(1, shop.run("sign work --key first.key --yes"));

        assertTrue(shop.err().contains("is the password right?"), shop.err());
    }

    @Test
    void oneSignatureIsNotEnough() {
        shop.done("sign work --key first.key --yes");
        shop.done("sign work --key first.key --yes");

        assertEquals(1, shop.run("publish work --snapshot snapshot.key --timestamp timestamp.key"));

        assertTrue(shop.err().contains("root has 1 of 2 signatures that are needed"), shop.err());
    }

    @Test
    void aKeyThatCountsForNothingSignsNothing() {
        assertEquals(1, shop.run("sign work --key plugin.key --yes"));

        assertTrue(shop.err().contains("counts for nothing in this draft"));
    }

    @Test
    void aModuleThatWasChangedOnTheWayIsFound() throws Exception {
        shop.signed();
        shop.published();
        shop.describe("1.0.0", 1);
        assertEquals(0, shop.add(""), shop.err());
        Path module = Folders.files(shop.path("work/draft/targets/modules")).get(0);
        Files.writeString(module, "x", StandardOpenOption.APPEND);

        assertEquals(1, shop.run("sign work --key first.key --yes"));

        assertTrue(shop.err().contains("has other bytes"), shop.err());
    }

    @Test
    void aFileThatNobodyVouchesForIsFound() throws Exception {
        Files.createDirectories(shop.path("work/draft/targets"));
        Files.writeString(shop.path("work/draft/targets/extra"), "x");

        assertEquals(1, shop.run("sign work --key first.key --yes"));

        assertTrue(shop.err().contains("a file that no metadata vouches for"), shop.err());
    }

    @Test
    void anotherPastThanWhatWasPublishedIsFound() throws Exception {
        shop.signed();
        shop.published();
        shop.done("add renewal work targets");
        Path before = shop.path("work/draft/before/1.targets.json");
        Files.writeString(
                before, Files.readString(before).replace("Z\"", "0Z\"").replace(":0", ":1"));

        assertEquals(1, shop.run("sign work --key first.key --yes"));

        assertTrue(shop.err().contains("not what was published") || shop.err().contains("is no metadata"), shop.err());
    }

    @Test
    void aVersionThatIsLeftOutIsFound() throws Exception {
        Path targets = shop.path("work/draft/metadata/1.targets.json");
        Files.writeString(
                shop.path("work/draft/metadata/2.targets.json"),
                Files.readString(targets).replace("\"version\": 1", "\"version\": 2"));
        Files.delete(targets);

        assertEquals(1, shop.run("sign work --key first.key --yes"));

        assertTrue(shop.err().contains("must have version 1 of targets"), shop.err());
    }

    @Test
    void onlySignaturesOverThisDraftAreTaken() throws Exception {
        Workshop.copy(shop.path("work/draft"), shop.path("stick/draft"));
        shop.done("sign stick/draft --key first.key --yes");
        Path targets = shop.path("stick/draft/metadata/1.targets.json");
        Files.writeString(targets, Files.readString(targets).replace("\"targets\": {}", "\"targets\": {}, \"x\": 1"));

        assertEquals(1, shop.run("add signatures work stick/draft"));

        assertTrue(shop.err().contains("is another than the draft's"), shop.err());
    }

    @Test
    void copiesMayBeSignedAtTheSameTime() throws Exception {
        Workshop.copy(shop.path("work/draft"), shop.path("stick/first"));
        Workshop.copy(shop.path("work/draft"), shop.path("stick/second"));
        shop.done("sign stick/first --key first.key --yes");
        shop.done("sign stick/second --key second.key --yes");

        shop.done("add signatures work stick/first stick/second");

        assertTrue(shop.out().contains("Everything is signed"), shop.out());
    }

    @Test
    void aChangeTakesTheSignaturesAway() throws Exception {
        shop.signed();
        shop.describe("1.0.0", 1);

        assertEquals(0, shop.add(""), shop.err());

        assertTrue(shop.out().contains("signatures for targets: 0 of 2 needed"));
        assertTrue(shop.out().contains("signatures for root: 2 of 2 needed"));
    }

    @Test
    void aKeyIsNeverOverwritten() {
        assertEquals(1, shop.run("init key first.key --pkcs12 other.p12 --password-file password"));

        assertTrue(shop.err().contains("is there already"));
    }

    @Test
    void aKeyFileWithUnknownNamesIsRefused() throws Exception {
        Files.writeString(
                shop.path("first.key"),
                "{\"pkcs12\":\"first.p12\",\"alias\":\"first\",\"password\":\"words of a test\"}");

        assertEquals(1, shop.run("sign work --key first.key --yes"));

        assertTrue(shop.err().contains("nothing else"), shop.err());
    }
}
