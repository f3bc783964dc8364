package org.benchconnect.cli.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Making a key, and the words of the command. */
class NewKeysTest {
    @RegisterExtension
    static final VendorsKeys KEYS = new VendorsKeys();

    private Workshop shop;

    @BeforeEach
    void open(@TempDir Path folder) throws Exception {
        shop = KEYS.open(folder);
    }

    @Test
    void aShortPasswordMakesNoKey() throws Exception {
        Vendor.secret(shop.path("short"), "elevenchars\n");

        assertEquals(1, shop.run("init key new.key --pkcs12 new.p12 --password-file " + shop.path("short")));

        assertTrue(shop.err().contains("at least 12 characters"), shop.err());
        assertFalse(Files.exists(shop.path("new.p12")));
        assertFalse(Files.exists(shop.path("new.key")));
    }

    @Test
    void aPasswordThatOthersReadIsRefusedWithTheCommandThatHelps() throws Exception {
        Path password = Files.writeString(shop.path("open"), "words of a test\n");
        Files.setPosixFilePermissions(password, PosixFilePermissions.fromString("rw-r--r--"));

        assertEquals(1, shop.run("init key new.key --pkcs12 new.p12 --password-file " + password));

        assertTrue(shop.err().contains("close it with: chmod 600 " + password), shop.err());
    }

    @Test
    void aFolderThatIsMissingIsCalledThat() {
        Path missing = shop.path("missing");

        assertEquals(
                1,
                shop.run("init key " + missing.resolve("new.key") + " --pkcs12 " + missing.resolve("new.p12")
                        + " --password-file password"));

        assertTrue(shop.err().contains("the folder " + missing + " is not there"), shop.err());
    }

    @Test
    void aWordThatIsMissingIsCountedInEnglish() {
        assertEquals(2, shop.run("init key"));

        assertTrue(shop.err().contains("one word is needed, none was given"), shop.err());
    }

    @Test
    void wrongWordsAreUsage() {
        for (String words : List.of(
                "nothing",
                "init",
                "init repository work",
                "add feature work",
                "add keys work",
                "sign",
                "publish work",
                "publish work --timestamp",
                "init key first --pkcs12 x.p12",
                "init key new.key --pkcs12 x.p12 --pkcs11 lib",
                "init key new.key --pkcs12 x.p12 --scheme none --password-file password",
                "add renewal work")) {
            assertEquals(2, shop.run(words), words);
            assertTrue(shop.err().contains("benchconnect release "), words);
        }
    }
}
