package org.benchconnect.cli.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.benchconnect.crypto.testing.TestAuthority;
import org.benchconnect.crypto.testing.TestTimeStampServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Nothing is added that a PC would refuse for its code signature or its description. */
class CodeSignaturesTest {
    @RegisterExtension
    static final VendorsKeys KEYS = new VendorsKeys();

    private Workshop shop;

    @BeforeEach
    void open(@TempDir Path folder) throws Exception {
        shop = KEYS.open(folder);
    }

    /** A release signed with {@code office/other.p12}. */
    private int addWithTheOtherKey() throws Exception {
        shop.done("init key office/other.key --pkcs12 office/other.p12 --alias release"
                + " --password-file office/code-signing.password");
        shop.describe("1.0.0", 1);
        return shop.run("add feature work feature.json module-1.0.0.jar --key office/other.key --time-stamps "
                + KEYS.vendor().timeStamps());
    }

    @Test
    void anotherOrganisationOfTheSameAuthorityIsRefused() throws Exception {
        KEYS.vendor().writeOtherOrganisation(shop.path("office/other.p12"));

        assertEquals(1, addWithTheOtherKey());

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

        assertEquals(1, addWithTheOtherKey());

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
