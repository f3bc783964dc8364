package org.benchconnect.cli.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.benchconnect.crypto.testing.TestAuthority;
import org.benchconnect.crypto.testing.TestTimeStampServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whose keys count for what. */
class KeysAndVendorsTest {
    private static final String STAINER = "com.example.plugin.stainer";

    @TempDir
    private static Path keys;

    private static final Vendor VENDOR = new Vendor();

    @TempDir
    private Path folder;

    private Workshop shop;

    @BeforeAll
    static void makeKeys() throws Exception {
        Workshop.keys(keys, VENDOR);
    }

    @AfterAll
    static void close() {
        VENDOR.close();
    }

    @BeforeEach
    void open() throws Exception {
        shop = Workshop.open(keys, folder.resolve("shop"), VENDOR);
    }

    @Nested
    class Rotation {
        @Test
        void aNewRootNeedsTheOldHolders() {
            shop.done("add keys work --root third.pem --root plugin.pem --threshold 2");
            assertTrue(shop.out().contains("- key for root: "), shop.out());
            shop.done("sign work --key third.key --yes");
            shop.done("sign work --key plugin.key --yes");

            assertEquals(1, shop.run("publish work --snapshot snapshot.key --timestamp timestamp.key"));

            assertTrue(shop.err().contains("2 of 2 signatures that are needed, 1 of 2 of the root before"), shop.err());
        }

        @Test
        void aPcFollowsToTheNewKeys() throws Exception {
            Workshop.copy(shop.path("work/vendor"), shop.path("old/vendor"));
            shop.done("add keys work --root first.pem --root second.pem --root plugin.pem --targets first.pem"
                    + " --targets second.pem --targets plugin.pem");
            shop.signed();
            shop.published();
            shop.describe("1.0.0", 1);
            assertEquals(0, shop.add(""), shop.err());
            shop.done("sign work --key plugin.key --yes");
            shop.done("sign work --key second.key --yes");
            shop.published();

            assertEquals(
                    List.of("features/com.example.bench.hello-1.0.0.json by targets"),
                    Pc.at(shop.path("old")).verified(shop.repository(), shop.now()));
            assertEquals(2, shop.published(Roles.ROOT).version());
        }

        @Test
        void anOnlineKeyIsExchanged() throws Exception {
            shop.done("add keys work --snapshot plugin.pem");
            shop.signed();
            assertEquals(1, shop.run("publish work --snapshot snapshot.key --timestamp timestamp.key"));
            assertTrue(shop.err().contains("is not the key that the root names for snapshot"), shop.err());

            shop.done("publish work --snapshot plugin.key --timestamp timestamp.key");

            assertEquals(List.of(), shop.pc(shop.repository()));
        }

        @Test
        void aKeyOfAMachineIsNoKeyOfAPerson() {
            assertEquals(1, shop.run("add keys work --timestamp first.pem"));

            assertTrue(shop.err().contains("must not be a key of root"), shop.err());
        }

        @Test
        void fewerKeysThanSignaturesAreRefused() {
            assertEquals(1, shop.run("add keys work --root first.pem"));
            assertEquals(1, shop.run("add keys work --root first.pem --root first.pem"));
        }
    }

    @Nested
    class PluginVendors {
        @Test
        void aPluginVendorReleasesWithoutTheKeyHolders() throws Exception {
            delegated();
            shop.describe(STAINER, "1.0.0", 1);
            assertEquals(0, shop.add(" --vendor " + Workshop.VENDOR), shop.err());
            shop.done("sign work --key plugin.key --yes");

            shop.published();

            assertEquals(
                    List.of("features/com.example.plugin.stainer-1.0.0.json by com.example.plugin"),
                    shop.pc(shop.repository()));
            assertEquals(2, shop.published(Roles.TARGETS).version());
        }

        @Test
        void aPluginVendorsNamesAreNobodyElses() throws Exception {
            delegated();
            shop.describe(STAINER, "1.0.0", 1);
            assertEquals(1, shop.add(""));
            assertTrue(shop.err().contains("are those of the vendor com.example.plugin"), shop.err());
            shop.describe("1.0.0", 1);
            assertEquals(1, shop.add(" --vendor " + Workshop.VENDOR));
            assertEquals(1, shop.add(" --vendor com.example.nobody"));
        }

        @Test
        void aPluginVendorThatHasNotSignedIsNotPublished() {
            shop.done("add vendor work com.example.plugin --key plugin.pem");
            shop.signed();

            assertEquals(1, shop.run("publish work --snapshot snapshot.key --timestamp timestamp.key"));

            assertTrue(shop.err().contains("com.example.plugin has 0 of 1 signatures"), shop.err());
        }

        @Test
        void aPluginVendorsKeyIsExchanged() throws Exception {
            delegated();
            shop.done("add vendor work com.example.plugin --key third.pem");
            shop.signed();
            shop.done("sign work --key third.key --yes");

            shop.published();

            assertEquals(2, shop.published(Workshop.VENDOR).version());
            assertEquals(List.of(), shop.pc(shop.repository()));
        }

        @Test
        void namesDoNotOverlapNorAreOurs() {
            delegated();

            assertEquals(1, shop.run("add vendor work com.example.plugin.more --key third.pem"));
            assertTrue(shop.err().contains("overlap"), shop.err());
            assertEquals(1, shop.run("add vendor work com.example --key third.pem"));
            assertEquals(1, shop.run("add vendor work org.benchconnect --key third.pem"));
            assertEquals(1, shop.run("add vendor work org.benchconnect.more --key third.pem"));
            assertEquals(1, shop.run("add vendor work targets --key third.pem"));
            assertEquals(1, shop.run("add vendor work ../targets --key third.pem"));
        }

        private void delegated() {
            shop.done("add vendor work com.example.plugin --key plugin.pem");
            shop.signed();
            shop.done("sign work --key plugin.key --yes");
            shop.published();
        }
    }

    @Nested
    class CodeSignatures {
        @Test
        void anotherOrganisationOfTheSameAuthorityIsRefused() throws Exception {
            VENDOR.writeOtherOrganisation(shop.path("office/other.p12"));
            shop.done("init key office/other.key --pkcs12 office/other.p12 --alias release"
                    + " --password-file office/code-signing.password");
            shop.describe("1.0.0", 1);

            assertEquals(
                    1,
                    shop.run("add feature work feature.json module-1.0.0.jar --key office/other.key --time-stamps "
                            + VENDOR.timeStamps()));

            assertTrue(shop.err().contains("a PC refuses this code signature"), shop.err());
            assertFalse(Files.exists(shop.path("work/draft/targets/features")));
        }

        @Test
        void withoutATimeStampNothingIsAdded() throws Exception {
            shop.describe("1.0.0", 1);
            try (TestTimeStampServer broken = TestTimeStampServer.answering(request -> new byte[] {0})) {
                assertEquals(
                        1,
                        shop.run("add feature work feature.json module-1.0.0.jar --key office/code.key --time-stamps "
                                + broken.address()));
            }

            assertFalse(Files.exists(shop.path("work/draft/targets/features")));
        }

        @Test
        void aKeyForAnotherPurposeIsRefused() throws Exception {
            TestAuthority authority = TestAuthority.root("Another");
            authority.timeStamper().issue().writePkcs12(shop.path("office/other.p12"), "of the authority", "release");
            shop.done("init key office/other.key --pkcs12 office/other.p12 --alias release"
                    + " --password-file office/code-signing.password");
            shop.describe("1.0.0", 1);

            assertEquals(
                    1,
                    shop.run("add feature work feature.json module-1.0.0.jar --key office/other.key --time-stamps "
                            + VENDOR.timeStamps()));

            assertTrue(shop.err().contains("no agent would take this key"), shop.err());
        }

        @Test
        void aDescriptionThatNoPcWouldReadIsRefused() throws Exception {
            shop.describe("1.0.0", 1);
            String text = Files.readString(shop.path("feature.json"));
            for (String broken : List.of(
                    text.replace("view-screen", "see-everything"),
                    text.replace("\"complete\":true", "\"complete\":false"),
                    text.replace("\"ring\":25", "\"ring\":250"),
                    text.replace("\"name\"", "\"bundles\":[{}],\"name\""),
                    text.replace("\"name\":", "\"name\":\"x\",\"name\":"))) {
                Files.writeString(shop.path("feature.json"), broken);

                assertEquals(1, shop.add(""), broken);
            }
            assertFalse(Files.exists(shop.path("work/draft/targets/features")));
        }
    }

    @Nested
    class NewKeys {
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
