package org.benchconnect.cli.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.benchconnect.crypto.device.DevicePublicKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdentityTest {
    private static final DevicePublicKey KEY = DevicePublicKey.of(
            HexFormat.of().parseHex("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c"));
    private static final DevicePublicKey OTHER = DevicePublicKey.of(
            HexFormat.of().parseHex("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"));

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    Path folder;

    private final List<String> questions = new ArrayList<>();
    private boolean agrees = true;
    private Path home;
    private Path pin;

    @BeforeEach
    void aHomeAndAnInstallation() throws Exception {
        home = folder.resolve("home");
        pin = Files.createDirectory(folder.resolve("installation")).resolve("device.pub");
        Files.createDirectories(home.resolve("identity"));
        Files.writeString(home.resolve("identity/device.pub"), KEY.toText());
        Files.writeString(
                home.resolve("identity/device.key"),
                "benchconnect-device-key 1\nprotector tpm2\nblob AQID\ncheck " + "0".repeat(64) + "\n");
    }

    @Test
    void itShowsFingerprintProtectionAndThatNothingIsPinned() {
        assertEquals(0, run("show"));

        assertTrue(said(out).contains(KEY.fingerprint()), said(out));
        assertTrue(said(out).contains("by the TPM of this PC"), said(out));
        assertTrue(said(out).contains("pinned       no"), said(out));
    }

    @Test
    void itShowsTheSameForPrograms() {
        assertEquals(0, run("show", "--json"));

        assertEquals(
                "{\"fingerprint\":\"" + KEY.fingerprint()
                        + "\",\"protector\":\"tpm2\",\"protection\":\"HARDWARE\",\"pinned\":\"none\"}\n",
                said(out));
    }

    @Test
    void keysInAFileAreShownAsNotProtected() throws Exception {
        Path file = home.resolve("identity/device.key");
        Files.writeString(file, Files.readString(file).replace("tpm2", "file"));

        assertEquals(0, run());

        assertTrue(said(out).contains("protected    NOT"), said(out));
    }

    @Test
    void itPinsTheKeyForEverybodyToRead() throws Exception {
        assertEquals(0, run("pin"));

        assertEquals(KEY.toText(), Files.readString(pin));
        assertEquals("rw-r--r--", PosixFilePermissions.toString(Files.getPosixFilePermissions(pin)));
        assertTrue(said(out).contains(KEY.fingerprint()));
    }

    @Test
    void whoDoesNotAgreeHasNothingPinned() {
        agrees = false;

        assertEquals(1, run("pin"));

        assertTrue(Files.notExists(pin));
        assertTrue(said(err).contains("nothing was pinned"), said(err));
    }

    @Test
    void whoHasComparedAlreadyIsNotAsked() {
        agrees = false;

        assertEquals(0, run("pin", "--yes"));

        assertTrue(Files.exists(pin));
        assertEquals(List.of(), questions);
    }

    @Test
    void aHomeThatCannotBeLookedIntoIsNotCalledEmpty() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "");

        assertEquals(1, run("show", "--home", file.toString()));

        assertFalse(said(err).contains("no device keys"), said(err));
    }

    @Test
    void pinningTwiceIsNoChange() {
        assertEquals(0, run("pin"));

        assertEquals(0, run("pin"));
        assertTrue(said(out).contains("pinned already"));
    }

    @Test
    void anotherDevicesPinIsNotReplacedUnasked() throws Exception {
        Files.writeString(pin, OTHER.toText());

        assertEquals(1, run("pin"));

        assertEquals(OTHER.toText(), Files.readString(pin));
        assertTrue(said(err).contains("--replace"), said(err));
        assertTrue(said(out).contains(OTHER.fingerprint()));
    }

    @Test
    void anotherDevicesPinIsReplacedWhenAsked() throws Exception {
        Files.writeString(pin, OTHER.toText());

        assertEquals(0, run("pin", "--replace"));

        assertEquals(KEY.toText(), Files.readString(pin));
    }

    @Test
    void aPinThatIsNoKeyIsReplacedOnlyWhenAsked() throws Exception {
        Files.writeString(pin, "something");

        assertEquals(1, run("pin"));
        assertEquals("something", Files.readString(pin));
        assertEquals(0, run("pin", "--replace"));
        assertEquals(KEY.toText(), Files.readString(pin));
    }

    @Test
    void aKeyThatIsALinkIsNotFollowed() throws Exception {
        Path file = home.resolve("identity/device.pub");
        Files.move(file, folder.resolve("elsewhere"));
        Files.createSymbolicLink(file, folder.resolve("elsewhere"));

        assertEquals(1, run("pin"));

        assertTrue(Files.notExists(pin));
    }

    @Test
    void beforeTheFirstStartThereIsNothingToPin() throws Exception {
        assertEquals(1, run("pin", "--home", folder.resolve("none").toString()));

        assertTrue(said(err).contains("first start"), said(err));
    }

    @ParameterizedTest
    @ValueSource(strings = {"unpin", "pin --json", "show --replace", "show --yes", "show more", "--home"})
    void anythingElseIsUsage(String line) {
        assertEquals(2, run(line.split(" ")));
    }

    private int run(String... words) {
        return Identity.run(
                List.of(words),
                home,
                Optional.of(pin.getParent()),
                this::asked,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    private boolean asked(String question) {
        questions.add(question);
        assertTrue(said(out).contains(KEY.fingerprint()), "the fingerprint is shown before anybody is asked");
        return agrees;
    }

    private static String said(ByteArrayOutputStream stream) {
        return stream.toString(StandardCharsets.UTF_8);
    }
}
